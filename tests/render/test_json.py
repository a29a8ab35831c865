"""JSON: the same figures for programs."""

import json
from dataclasses import replace

import pytest

from bkl.api.rendering.matter import rule_pages
from bkl.render import render_report
from bkl.render.formats.json import BELOFTE
from bkl.wording.facts import facts, tally
from tests.render.matter import fixture_stof, plan, read, stof_of

KEYS = [
    *("rapport", "titel", "organisatie", "jaar", "peildatum", "versie", "kenmerk"),
    *("themas", "doelgroepen", "telling", "samenvatting", "speerpunten", "indicatoren"),
    *("bronnen", "hoofdstukken"),
]
SPEERPUNT = [
    *("code", "titel", "sectie", "thema", "doelgroep", "ambitie", "verhaal"),
    *("telling", "samenvatting"),
]


def told(rapport, stof=None):
    return json.loads(render_report(rapport, "json", stof or fixture_stof()))


@pytest.mark.parametrize("rapport", ["jaarverslag", "werkplan"])
def test_the_keys_are_a_contract(rapport):
    found = told(rapport)
    assert list(found) == KEYS
    assert all(list(one) == SPEERPUNT for one in found["speerpunten"])


def test_the_figures_are_those_of_the_comparison():
    stof = fixture_stof()
    found = told("jaarverslag", stof)
    wanted = json.loads(json.dumps([facts(rij) for rij in stof.rijen]))
    assert found["indicatoren"] == wanted
    assert found["telling"] == json.loads(json.dumps(tally(stof.telling)))
    assert found["samenvatting"]["gehaald"] == list(stof.telling.gehaald)
    assert found["kenmerk"] == stof.digest
    assert found["peildatum"] == "2021-12-31"
    counts = [one["telling"] for one in found["speerpunten"]]
    assert all(sum(one.values()) == 2 * one["N"] for one in counts)
    assert found["bronnen"]["verslag"]["datum"] == "2022-03-01"
    chapters = [(one["sleutel"], one["plaats"]) for one in found["hoofdstukken"]]
    assert chapters == [("voorwoord", "voor"), ("bedrijf", "na")]
    (ad,) = [one for one in found["speerpunten"] if one["code"] == "AD"]
    assert (ad["thema"], ad["doelgroep"], ad["sectie"]) == ("A", "D", "speerpunten")
    assert ad["verhaal"].startswith("# Zo ging het")


def test_the_document_says_the_same(tmp_path):
    stof = fixture_stof()
    text = render_report("jaarverslag", "md", stof).decode()
    found = told("jaarverslag", stof)
    low, high = found["samenvatting"]["gehaald"]
    assert f"**{low} tot {high} van {found['telling']['N']} gehaald**" in text
    for one in found["indicatoren"]:
        assert f"</a>{one['id']} |" in text


def test_a_plan_tells_nothing_of_results():
    found = told("werkplan")
    assert found["peildatum"] is None
    assert all(tuple(one) == BELOFTE for one in found["indicatoren"])
    assert found["telling"] == {"N": 19} or list(found["telling"]) == ["N"]
    assert found["bronnen"] == {}
    assert found["hoofdstukken"] == []
    alone = render_report("werkplan", "json", stof_of(read("werkplan")))
    assert alone == render_report("werkplan", "json", fixture_stof())


def test_the_catalogue_tells_the_rules_and_nothing_of_a_year():
    pages = rule_pages()
    found = told("regels", replace(fixture_stof(), regels=lambda: pages))
    assert list(found) == ["rapport", "titel", "organisatie", "versie", "regels"]
    assert [(one["code"], one["naam"], one["ernst"]) for one in found["regels"]] == [
        (blad.code, blad.slug, blad.ernst) for blad in pages
    ]
    for one in found["regels"]:
        assert list(one) == ["code", "naam", "ernst", "familie", "samenvatting", "uitleg"]
        assert one["samenvatting"]
        assert one["uitleg"]


def test_same_matter_same_bytes():
    first = render_report("jaarverslag", "json", fixture_stof())
    assert render_report("jaarverslag", "json", fixture_stof()) == first
    assert first.endswith(b"}\n")


def test_no_character_can_steer_a_terminal():
    stof = stof_of(plan({"X": {"resultaten": {"R1": "a\u202eb\x9bc\x1b[31m"}}}))
    data = render_report("werkplan", "json", stof)
    assert json.loads(data)["indicatoren"][0]["tekst"].startswith("a\u202eb\x9bc")
    assert not {0x1B} & set(data)
    assert "\u202e" not in data.decode()
    assert "\x9b" not in data.decode()
