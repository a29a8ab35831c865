"""--explain shows every part of a phrase as it was read: `zinsdelen.yaml` is the specification."""

from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.printers.gap import table
from bkl.printers.screen import Screen
from bkl.wording.explanation.steps import explain_steps
from tests.build import write

CASES = yaml.safe_load((Path(__file__).parent / "zinsdelen.yaml").read_text(encoding="utf-8"))
OTHER = {"beloofd", "bereikt", "nulmeting", "uitvoering"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_parts(case, tmp_path):
    promise = {"tekst": "Wat wij doen.", **case["belofte"]}
    onderdelen = {"resultaten": {"R1": promise}}
    plan = {"werkplan": 2021, "organisatie": "Voorbeeld", "speerpunten": {"S": onderdelen}}
    report = {
        "jaarverslag": 2021,
        "peildatum": "31-12-2021",
        "realisaties": {"S-R1": case["antwoord"]},
    }
    folder = write(tmp_path, *(yaml.safe_dump(one, allow_unicode=True) for one in (report, plan)))
    result = api.gap(folder, explain=True)
    (rij,) = result.rijen
    assert rij.vergelijking.oordeel != "onleesbaar"
    phrases = explain_steps(rij.vergelijking, 2021, result.dossier.peildatum)[0]
    assert [list(pair) for pair in phrases.regels if pair[0] not in OTHER] == case["delen"]
    shown = " ".join(table.show(result, Screen(width=80)).split())
    assert all(text in shown for _, text in case["delen"])
