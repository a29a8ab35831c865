"""Worked examples and every kind of doel, as people see them: on a screen, in Markdown, as CSV."""

from pathlib import Path

import pytest

from bkl import api
from bkl.printers.gap import csv, markdown, table
from bkl.printers.screen import Screen
from tests.gap.goldens import assert_golden

HERE = Path(__file__).parent
SOORTEN, VOORBEELDEN = HERE / "soorten", HERE / "voorbeelden"

WORKED = {
    "V-R1": ("4.000 en 450+", "niet te bepalen", "tekort 0 tot 3.550 mensen"),
    "V-R2": ("4.000-5.000 en meer dan 4.000", "gehaald", "boven de ondergrens"),
    "V-R3": ("minimaal 50 en ca. 50", "niet te bepalen", "verschil −5 tot +5 mensen"),
    "V-R4": ("ca. 50 en ca. 50", "gehaald", "gehaald, binnen marge"),
    "V-R5": ("100 en tientallen", "deels gehaald", "20–99 %"),
    "V-R6": ("binnen 14 dagen en < 12 dagen", "gehaald", "verschil −14 tot −2 dagen"),
    "V-R7": ("van 3,4% naar 2,5% en 3,6%", "niet gehaald", "verslechterd  ░░░░░░░░░░░░ −22 %"),
    "V-R8": ("van 3,4% naar 2,5% en 2,8%", "deels gehaald", "████████░░░░ 67 %"),
}
EXPLAINED = (
    *("AD-R3", "AD-R6", "AD-R10", "AD-R12", "AD-R16", "AD-R19", "AD-R20", "AD-R22", "AD-R26"),
    *("AD-R30", "AD-R31", "AD-R32", "AD-R33"),
)


@pytest.mark.parametrize("id_", WORKED, ids=[WORKED[id_][0] for id_ in WORKED])
def test_worked_example(id_):
    _, oordeel, words = WORKED[id_]
    result = api.gap(VOORBEELDEN, selectie=id_)
    (rij,) = result.rijen
    shown = table.show(result, Screen(width=80))
    assert (rij.vergelijking.oordeel, words in shown) == (oordeel, True)
    assert_golden(HERE, f"voorbeeld-{id_}.txt", shown)
    explained = table.show(api.gap(VOORBEELDEN, selectie=id_, explain=True), Screen(width=80))
    assert_golden(HERE, f"uitleg-{id_}.txt", explained)


@pytest.mark.parametrize("folder", [SOORTEN, VOORBEELDEN], ids=["soorten", "voorbeelden"])
def test_a_plan_by_the_manual_has_nothing_to_mend(folder):
    assert [found.message for found in api.check(folder).findings] == []


def test_every_kind_of_doel():
    result = api.gap(SOORTEN, selectie="AD")
    for width in (80, 160):
        shown = table.show(result, Screen(width=width))
        assert all(len(line) <= width for line in shown.splitlines())
        assert_golden(HERE, f"soorten-{width}.txt", shown)
    assert_golden(HERE, "soorten.md", markdown.show(result, Screen()))
    assert_golden(HERE, "soorten.csv", csv.show(result, Screen()))


@pytest.mark.parametrize("id_", EXPLAINED)
def test_explained(id_):
    shown = table.show(api.gap(SOORTEN, selectie=id_, explain=True), Screen(width=80))
    assert_golden(HERE, f"uitleg-{id_}.txt", shown)


def test_markdown_leaves_no_figure_out():
    rows = [
        line for line in markdown.show(api.gap(SOORTEN), Screen()).splitlines() if "AD-R" in line
    ]
    cells = {
        row.split(" | ")[0].strip("| "): row.split(" | ") for row in rows if row.count("|") == 9
    }
    for id_, beloofd, bereikt in (
        ("AD-R7", "8 haltes", "7 haltes"),
        ("AD-R10", "70% van de deelnemers", "66,7 % (8 van 12)"),
        ("AD-R12", "12 lezingen", "10 lezingen"),
        ("AD-R15", "5 scholen", "6 scholen"),
        ("AD-R20", "verder vormgegeven", "Convenant getekend."),
        ("AD-R33", "vier lezingen", "4 lezingen"),
    ):
        assert cells[id_][2:4] == [beloofd, bereikt]


def test_status_shows_some_and_counts_all():
    result = api.gap(HERE / "moeilijk", selectie="M4", status=["niet gemeten"])
    assert [rij.id for rij in result.rijen] == ["M4-R2"]
    for shown in (table.show(result, Screen(width=80)), markdown.show(result, Screen())):
        assert "Getoond: alleen niet gemeten (1 van de 3 toezeggingen)." in shown
        assert "0 van 3 gehaald, 2 zonder antwoord" in shown
    apart = api.gap(HERE / "moeilijk", status=["niet gemeten"], per="speerpunt")
    for shown in (table.show(apart, Screen(width=80)), markdown.show(apart, Screen())):
        assert "Alleen geteld: niet gemeten." in shown
