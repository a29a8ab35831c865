"""The decision table and the formulas, case by case, through the models."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from bkl.domein.dossier.verdicts import Telling
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.values.getal import plain
from bkl.domein.notatie.values.interval import Interval
from bkl.gap.formulas import base_distance, procent, tekort, verschil
from bkl.gap.rows import build_rows, compare
from tests import build

HERE = Path(__file__).parent
CASES = yaml.load((HERE / "oordelen.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
INDICATOR = ("doel", "richting", "nulmeting", "eenheid", "deadline", "norm", "tijd")


def judged(case):
    onderdeel = {key: case[key] for key in INDICATOR if key in case}
    agreed = {"afspraken": {"marge": case["marge"]}} if "marge" in case else {}
    told = {"S-R1": case["realisatie"]} if "realisatie" in case else {}
    plan = build.plan(build.one(onderdeel), **agreed)
    dossier = build.dossier(plan, build.report(told), readable=False)
    faults = [*dossier.lezer_werkplan.fouten, *dossier.lezer_jaarverslag.fouten]
    assert bool(faults) == ("onleesbaar" in case)
    vergelijkingen = compare(dossier)
    return vergelijkingen["S-R1"], Telling.of(build_rows(dossier, vergelijkingen))


def ends(interval):
    if interval is None:
        return "null"
    return ["null" if end is None else plain(end) for end in (interval.low, interval.high)]


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_oordeel(case):
    found, telling = judged(case)
    assert (found.oordeel, found.regel) == (case["oordeel"], case["rij"])
    for key in ("verschil", "tekort", "procent"):
        if key in case:
            assert ends(getattr(found, key)) == case[key], key
    if "vlaggen" in case:
        assert list(found.vlaggen) == case["vlaggen"]
    if "nodig" in case:
        assert found.nodig == case["nodig"]
    if "jaar" in case:
        assert str(found.jaar) == case["jaar"]
    if "n" in case:
        assert str(telling.n) == case["n"]
    if "mogelijk" in case:
        assert str(telling.gehaald[1]) == case["mogelijk"]


def test_every_row_of_the_table_has_a_case():
    assert {case["rij"] for case in CASES} >= {"4a", *(str(rij) for rij in range(1, 14))}


@pytest.mark.parametrize("richting", ["hoger", "lager", "binnen", "precies"])
def test_a_promise_without_figure_has_no_difference(richting):
    doel, one = read_doel("niet toetsbaar", richting=richting), Interval.exactly(Fraction(1))
    assert [formula(doel, one) for formula in (verschil, tekort, procent)] == [None] * 3
    assert base_distance(doel) is None
