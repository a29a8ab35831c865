"""Money beside results: exact to the cent, and every sum that does not fit is found."""

import json
import re
from copy import deepcopy
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bkl import api
from bkl.domein.dossier.geld import read_bedrag
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.notatie.values.euro import euro
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.gap.rows import build_rows, compare
from bkl.printers.gap import json as as_json
from bkl.printers.screen import Screen
from bkl.render import render_report
from bkl.render.matter import Stof
from bkl.rules.engine.case import Case
from bkl.rules.jaarverslag import besteding_telt_niet_op
from bkl.rules.werkplan import begroting_telt_niet_op
from tests import build

GEMEENTE = Path(__file__).parent.parent / "gemeente"


@pytest.mark.parametrize(
    ("tekst", "duizend", "bedrag"),
    [
        ("€ 450.000", False, "450000"),
        ("450", True, "450000"),
        ("455,25", True, "455250"),
        ("1.204,37", False, "120437/100"),
        ("€ 1,2 mln.", False, "1200000"),
        ("-12", False, "-12"),
        ("0", False, "0"),
        ("ca. 450", False, None),
        ("400-500", False, None),
        ("meer dan € 450", False, None),
        ("450 uren", False, None),
        ("12,345", False, None),
        ("nog niet bekend", False, None),
        ("3.4", False, None),
    ],
)
def test_an_amount_is_exact_or_refused(tekst, duizend, bedrag):
    if bedrag is None:
        with pytest.raises(Onleesbaar):
            read_bedrag(tekst, duizendtallen=duizend)
    else:
        assert read_bedrag(tekst, duizendtallen=duizend) == Fraction(bedrag)


@given(st.integers(-(10**12), 10**12))
def test_what_is_written_is_read_the_same(cents):
    amount = Fraction(cents, 100)
    assert read_bedrag(euro(amount).replace("−€ ", "€ -")) == amount


def matter(dossier):
    vergelijkingen = compare(dossier)
    rijen = build_rows(dossier, vergelijkingen)
    return Stof(dossier, rijen, vergelijkingen, Telling.of(rijen), "0" * 64)


PARTS = {f"P{nummer}": 100 * nummer for nummer in range(1, 8)}


def books():
    """Return a plan and a report in which every sum is right."""
    speerpunten = {
        code: {
            "resultaten": {"R1": {"tekst": "Iets", "doel": "6 dingen"}},
            "geld": {"begroot": f"€ {whole}", "dekking": {"A": f"€ {whole - 40}", "B": "€ 40"}},
        }
        for code, whole in PARTS.items()
    }
    whole = sum(PARTS.values())
    plan = build.plan(speerpunten, geld={"begroot": f"€ {whole}"})
    told = {
        code: {"besteed": f"€ {part + 1}", "dekking": {"A": f"€ {part}", "B": "€ 1"}}
        for code, part in PARTS.items()
    }
    told["totaal"] = {"besteed": f"€ {whole + 7}", "dekking": {"A": f"€ {whole}", "B": "€ 7"}}
    return {"plan": plan, "report": build.report({}, geld=told)}


def amounts(value, route=()):
    """Yield the route of every amount."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from amounts(inner, (*route, key))
    elif isinstance(value, str) and value.startswith("€"):
        yield route


def faults(books):
    dossier = build.dossier(books["plan"], books["report"])
    case = Case(dossier, compare(dossier), "werkplan-2021.yaml", "jaarverslag-2021.yaml")
    return [*begroting_telt_niet_op.check(case), *besteding_telt_niet_op.check(case)]


def test_every_planted_mismatch_is_found():
    right = books()
    assert faults(right) == []
    routes = list(amounts(right))
    assert len(routes) >= 45
    for route in routes:
        wrong = deepcopy(right)
        inner = wrong
        for key in route[:-1]:
            inner = inner[key]
        inner[route[-1]] += ",01"
        assert faults(wrong), route


def test_a_sum_needs_all_of_its_parts():
    one, two = {"geld": {"begroot": "€ 100"}}, {}
    plan = build.plan({"S": one, "T": two})
    geld = build.dossier(plan, build.report({}, geld={"S": {"besteed": "€ 90"}})).geld
    assert geld.totaal.besteed == 90  # T has no money at all, so S is everything
    plan = build.plan({"S": one, "T": {"geld": {"begroot": "€ 50"}}})
    geld = build.dossier(plan, build.report({}, geld={"S": {"besteed": "€ 90"}})).geld
    assert (geld.totaal.begroot, geld.totaal.besteed) == (150, None)


def test_money_and_facts_count_nowhere():
    facts = json.loads(as_json.show(api.gap(GEMEENTE), Screen()))
    assert facts["geld"]["totaal"]["besteed"] == "628500"
    assert facts["geld"]["totaal"]["verschil"] == "-21500"
    assert [one["naam"] for one in facts["feiten"]] == ["fietstellingen", "website"]
    assert (facts["feiten"][0]["min"], facts["feiten"][0]["max"]) == ("1710", "2090")
    assert facts["telling"]["N"] == len(facts["indicatoren"]) == 13
    assert (
        not {"geld", "feiten", "periode"}
        & json.loads(as_json.show(api.gap(GEMEENTE.parent / "vie"), Screen())).keys()
    )


def test_who_pays_comes_out_as_text():
    evil = "<script>x</script>[a](javascript:x){{ 7*7 }}"
    begroot = {"begroot": "€ 100", "dekking": {evil: "€ 100"}}
    dossier = build.dossier(build.plan({"S": {"geld": begroot}}), build.report({}))
    (post,) = dossier.geld.posten
    made = render_report("jaarverslag", "md", matter(dossier)).decode()
    assert post.gepland.dekking == {evil: 100}
    for sign in ("<script", "](javascript", "{{"):
        assert not re.search(rf"(?<!\\){re.escape(sign)}", made), sign


@pytest.mark.parametrize(("besteed", "bedrag"), [("€ 9", 9), (None, 3), ("ca. € 5", None)])
def test_what_cannot_be_read_is_not_made_of_the_parts_below_it(besteed, bedrag):
    promised = {"resultaten": {"R1": {"tekst": "Iets", "doel": "6 dingen"}}}
    plan = build.plan({"P": {"geld": {"begroot": "€ 9"}, **promised}, "P.1": promised})
    told = {"P": {"besteed": besteed} if besteed else {"toelichting": "Volgt."}}
    report = {**build.report({}), "geld": {**told, "P.1": {"besteed": "€ 3"}}}
    geld = build.dossier(plan, report, readable=False).geld
    assert [post.besteed for post in (geld.posten[0], geld.totaal)] == [bedrag] * 2
