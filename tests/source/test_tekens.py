"""What nobody sees is read as what it looks like, or called by its name."""

from pathlib import Path

import pytest
import yaml

from bkl import api
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
