"""JSON: the same figures for programs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bkl import api
from bkl.api.rendering.matter import read_stof, rule_pages
from bkl.printers.gap import json as gap_json
from bkl.printers.screen import Screen
from bkl.render import render_report
from bkl.wording.facts import facts, tally
from bkl.wording.facts_beside import BELOFTE
from tests.render.matter import FIXTURE, fixture_stof, plan, read, stof_of

KEYS = [
    *("rapport", "titel", "organisatie", "jaar", "peildatum", "versie", "kenmerk"),
    *("themas", "doelgroepen", "telling", "samenvatting", "speerpunten", "indicatoren"),
    *(
        "bronnen",
        "hoofdstukken",
        "selectie",
        "samengesteld",
        "indeling",
        "groepen",
        "status",
        "fouten",
    ),
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
    assert set(found) == set(KEYS)
    assert all(list(one) == SPEERPUNT for one in found["speerpunten"])


def routes(value, at=()):
    """Yield the route of every key, those in lists as one."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*at, key)
            yield from routes(inner, (*at, key))
    elif isinstance(value, list):
        for inner in value:
            yield from routes(inner, at)


@pytest.mark.parametrize("rapport", ["jaarverslag", "werkplan"])
@pytest.mark.parametrize("folder", [FIXTURE, Path("tests/gap/moeilijk"), Path("tests/gap/jaren")])
def test_a_report_holds_every_key_of_the_comparison(rapport, folder):
    compared = json.loads(gap_json.show(api.gap(folder), Screen()))
    reported = told(rapport, read_stof(folder))
    assert set(compared) <= set(reported)
    for one, other in zip(compared["indicatoren"], reported["indicatoren"], strict=True):
        assert list(one) == list(other)
    if rapport == "jaarverslag":
        assert compared == {key: reported[key] for key in compared}
        assert set(routes(compared)) <= set(routes(reported))


def test_the_figures_are_those_of_the_comparison():
    stof = fixture_stof()
    found = told("jaarverslag", stof)
    wanted = json.loads(json.dumps([facts(rij) for rij in stof.rijen]))
    assert [{**one, **row} for one, row in zip(found["indicatoren"], wanted, strict=True)] == found[
        "indicatoren"
    ]
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
    low, _ = found["samenvatting"]["gehaald"]
    assert f"{low} gehaald" in text
    for one in found["indicatoren"]:
        assert f"</a>{one['id']} |" in text


def test_a_plan_tells_nothing_of_results():
    found = told("werkplan")
    assert found["peildatum"] is None
    for one in found["indicatoren"]:
        assert all(one[key] is None for key in one.keys() - BELOFTE)
    counted = found["telling"]
    assert counted["N"] == len({one["zelfde_als"] or one["id"] for one in found["indicatoren"]})
    assert {value for key, value in counted.items() if key != "N"} == {None}
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
