"""The kinds of the reading room and their manual."""

import re

from bkl.source.kinds import LEESREGELS
from bkl.source.yaml_tree import read_tree


def test_codes_and_slugs():
    codes = [rule.kind.code for rule in LEESREGELS]
    assert codes == [f"BKL{number:03}" for number in range(1, len(codes) + 1)]
    slugs = [rule.kind.slug for rule in LEESREGELS]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z_]+", slug) for slug in slugs)


def test_every_uitleg_says_why_and_shows_wrong_and_right():
    for rule in LEESREGELS:
        parts = re.split(r"\n\n(?=Waarom:|Fout:|Goed:)", rule.uitleg)
        assert [part.split(":")[0] for part in parts[1:]] == ["Waarom", "Fout", "Goed"], rule.kind
        assert all(len(line) <= 100 for line in rule.uitleg.splitlines())


def test_the_examples_are_what_they_say():
    """Wrong examples of the YAML itself give their own code, right ones give none."""
    for rule in LEESREGELS:
        wrong, right = re.findall(r"(?:Fout|Goed):\n\n((?:    .*\n|\n)+)", rule.uitleg)
        if rule.kind.code in ("BKL001", "BKL002", "BKL003", "BKL006", "BKL007", "BKL008", "BKL009"):
            wrong = re.sub("^    ", "", wrong, flags=re.M).replace("⇥", "\t")
            found = read_tree("x", wrong.encode()).findings
            assert {f.kind.code for f in found} == {rule.kind.code}, rule.kind
        if ":" in right:
            right = re.sub("^    ", "", right, flags=re.M)
            assert read_tree("x", right.encode()).findings == [], rule.kind
