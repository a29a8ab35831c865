"""How something stands and what is expected: beside the verdict, and never instead of it."""

import json
from dataclasses import replace

import pytest

from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.gap.result import GapResult
from bkl.gap.rows import build_rows, compare
from bkl.printers.gap import json as as_json
from bkl.printers.gap import table
from bkl.printers.screen import Screen
from bkl.render import render_report
from bkl.render.matter import Stof
from bkl.wording.expected import judge_expected, progress_told
from tests import build

TOLD = {"realisatie": "40 leden", "bron": "b"}


def dossier_of(told, peildatum="30-06-2021", doel="80 leden"):
    plan = build.plan(build.one({"doel": doel, "tijd": "stand"}))
    return build.dossier(plan, build.report({"S-R1": {**TOLD, **told}}, peildatum))


@pytest.mark.parametrize(
    ("prognose", "oordeel"),
    [
        ("80-90 leden", "gehaald"),
        ("70-90 leden", "niet te bepalen"),
        ("ca. 60 leden", "deels gehaald"),
        ("meer dan 80 leden", "gehaald"),
        ("80%", "niet vergelijkbaar"),
        ("nog niet bekend", None),
    ],
)
@pytest.mark.parametrize("peildatum", ["30-06-2021", "31-12-2021"])
def test_what_is_expected_changes_no_verdict(prognose, oordeel, peildatum):
    before = compare(dossier_of({}, peildatum))["S-R1"]
    one = compare(dossier_of({"prognose": prognose, "voortgang": "risico"}, peildatum))["S-R1"]
    assert (one.oordeel, one.rij, one.vlaggen) == (before.oordeel, before.rij, before.vlaggen)
    toets = judge_expected(one)
    assert (toets.oordeel if toets else None) == oordeel


def test_over_years_that_are_added_nobody_knows_of_how_many_it_is():
    plan = build.plan(build.one({"doel": "maximaal 400 leden", "tijd": "som"}), "2023-2026")
    told = {"realisatie": "300 leden", "bron": "b", "prognose": "350 leden"}
    now, before = (
        Jaarverslag.model_validate(build.report({"S-R1": told}, f"31-12-{year}"))
        for year in (2024, 2023)
    )
    one = compare(build_dossier(Werkplan.model_validate(plan), now, eerder={2023: before}))["S-R1"]
    assert judge_expected(one) is None
    assert dict(progress_told(one)) == {"voortgang": "verwacht: 350 leden"}


def test_it_is_seen_everywhere():
    dossier = dossier_of({"prognose": "70-90 leden", "voortgang": "risico"})
    vergelijkingen = compare(dossier)
    rijen = build_rows(dossier, vergelijkingen)
    telling = Telling.of(rijen)
    result = GapResult(dossier, "S", rijen, telling, telling, gekozen=rijen)
    said = "risico; verwacht: 70-90 leden (het oordeel zou dan zijn: niet te bepalen)"
    assert said in " ".join(table.show(result, Screen(width=160)).split())
    assert said in " ".join(table.show(replace(result, uitleg=True), Screen(width=160)).split())
    assert json.loads(as_json.show(result, Screen()))["indicatoren"][0]["voortgang"] == {
        "woord": "risico", "prognose": "70-90 leden", "min": "70", "max": "90",
        "oordeel_bij_prognose": "niet te bepalen",
    }  # fmt: skip
    stof = Stof(dossier, rijen, vergelijkingen, telling, "0" * 64)
    assert "verwacht: 70-90 leden" in render_report("jaarverslag", "md", stof).decode()
    without = build_rows(dossier_of({}), compare(dossier_of({})))
    plain = GapResult(dossier_of({}), "S", without, telling, telling, gekozen=without)
    assert "voortgang" not in json.loads(as_json.show(plain, Screen()))["indicatoren"][0]
