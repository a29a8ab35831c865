"""The kinds of the reading room and their manual."""

import re

from bkl.source.kinds import KINDS, manual
from bkl.source.parsing.yaml_tree import read_tree


def test_codes_and_slugs():
    codes = [kind.code for kind in KINDS]
    assert codes == [f"BKL{number:03}" for number in range(1, len(codes) + 1)]
    slugs = [kind.slug for kind in KINDS]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z_]+", slug) for slug in slugs)


def test_every_kind_has_its_page():
    assert list(manual()) == [kind.code for kind in KINDS]


def test_every_uitleg_says_why_and_shows_wrong_and_right():
    for code, uitleg in manual().items():
        parts = re.split(r"\n\n(?=Waarom:|Fout:|Goed:)", uitleg)
        assert [part.split(":")[0] for part in parts[1:]] == ["Waarom", "Fout", "Goed"], code
        assert all(len(line) <= 100 for line in uitleg.splitlines())


def test_the_examples_are_what_they_say():
    """Wrong examples of the YAML itself give their own code, right ones give none."""
    for code, uitleg in manual().items():
        wrong, right = re.findall(r"(?:Fout|Goed):\n\n((?:    .*\n|\n)+)", uitleg)
        if code in ("BKL001", "BKL002", "BKL003", "BKL006", "BKL007", "BKL008", "BKL009"):
            wrong = re.sub("^    ", "", wrong, flags=re.M).replace("⇥", "\t")
            found = read_tree("x", wrong.encode()).findings
            assert {f.kind.code for f in found} == {code}, code
        if ":" in right:
            right = re.sub("^    ", "", right, flags=re.M)
            assert read_tree("x", right.encode()).findings == [], code
