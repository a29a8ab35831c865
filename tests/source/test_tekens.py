"""What nobody sees is read as what it looks like, or called by its name."""

from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.diagnostics.position import Position
from bkl.render.text.escape import UNSEEN
from bkl.source.parsing.yaml_tree import read_tree
from bkl.source.pitfalls.private import private_findings
from tests.build import write

CASES = yaml.safe_load((Path(__file__).parent / "tekens.yaml").read_text(encoding="utf-8"))
TOP = (
    "jaarverslag: 2021\npeildatum: 31-12-2021\nbronnen: {telling: {titel: Telling}}\nrealisaties:\n"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_signs(case, tmp_path):
    write(tmp_path, TOP + case["verslag"])
    found = [f for f in api.check(tmp_path).findings if f.kind.code < "BKL100"]
    assert len(found) == len(case["verwacht"]), found
    for finding, start in zip(found, case["verwacht"], strict=True):
        assert f"{finding.kind.code} {finding.message}".startswith(start)


def test_the_choice_counts_as_what_it_looks_like(tmp_path):
    report = "  S-R1: {realisatie: 1 lezing, reden: andere\u00a0aanpak, bron: telling}\n"
    write(tmp_path, TOP + report)
    (row,) = api.gap(tmp_path).rijen
    assert "andere aanpak" in str(row)


def test_the_place_is_the_sign_itself(tmp_path):
    report = "  S-R1: {realisatie: 6 lezingen, bron: telling, toelichting: Een \uf0b7}\n"
    write(tmp_path, TOP + report)
    (found,) = [f for f in api.check(tmp_path).findings if f.kind.code == "BKL023"]
    assert found.position == Position(5, report.index("\uf0b7") + 1, 1)
    assert "•" in found.cure


@pytest.mark.parametrize(
    "sign", ["\ue000", "\uf8ff", "\U000f0000", "\U000ffffd", "\U00100000", "\U0010fffd"]
)
def test_what_a_document_leaves_out_without_a_meaning_is_found(sign):
    assert UNSEEN.sub("", sign) == ""
    (found,) = private_findings(read_tree("x.yaml", f"a:\n  - b {sign}\n".encode()), ())
    assert (found.place.route, found.place.span) == (("a", 0), (2, 3))
    assert f"U+{ord(sign):04X}" in found.message
