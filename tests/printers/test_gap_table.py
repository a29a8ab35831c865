"""The comparison on a screen."""

import re

import pytest

from bkl import api
from bkl.domein.notatie.values.interval import Interval
from bkl.printers.gap import table
from bkl.printers.gap.parts.bar import progress_bar
from bkl.printers.screen import Screen, cells
from tests.printers.goldens import FIXTURE, assert_golden

SELECTIES = [None, "AD", "BD", "E", "BD-R4", "BD-R4.lezingen", "SAM"]


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("selectie", SELECTIES)
def test_what_people_see(selectie, width):
    shown = table.show(api.gap(FIXTURE, selectie=selectie), Screen(width))
    assert_golden(f"gap-{selectie or 'alles'}-{width}.txt", shown)


@pytest.mark.parametrize("width", [40, 60, 79, 100, 139, 140, 160])
@pytest.mark.parametrize("selectie", SELECTIES)
def test_nothing_sticks_out(selectie, width):
    shown = table.show(api.gap(FIXTURE, selectie=selectie), Screen(width))
    assert [line for line in shown.splitlines() if cells(line) > width] == []
    assert shown.endswith("\n")


@pytest.mark.parametrize("selectie", SELECTIES)
def test_colour_changes_no_character(selectie):
    result = api.gap(FIXTURE, selectie=selectie)
    coloured = table.show(result, Screen(80, colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == table.show(result, Screen(80))
    assert coloured != table.show(result, Screen(80))


@pytest.mark.parametrize("selectie", SELECTIES)
def test_plain_signs_where_the_screen_has_no_others(selectie):
    shown = table.show(api.gap(FIXTURE, selectie=selectie), Screen(80, unicode=False))
    assert not re.search("[✓◐✗█▒░→−…≠⊘○]", shown)


def test_every_verdict_is_there_in_sign_and_word():
    shown = table.show(api.gap(FIXTURE, selectie="A"), Screen())
    for words in ("✓ AD-R1 .* gehaald", r"\? AD-A1 .* niet te bepalen", "⊘ AD-A5 .* vervallen"):
        assert re.search(words, shown)


def test_a_filter_shows_the_rows_and_not_the_matrix():
    result = api.gap(FIXTURE, status=["niet te bepalen"])
    shown = table.show(result, Screen())
    assert re.findall(r"^  \S ([A-Z]\S+)", shown, re.MULTILINE) == [
        "AD-R3.bezoekers",
        "AD-A1",
        "BD-A1",
    ]
    nothing = table.show(api.gap(FIXTURE, status=["niet gemeten"]), Screen())
    assert nothing == "Geen indicator past bij deze keuze.\n"


def test_without_axes_there_is_a_list(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(
        "werkplan: 2021\norganisatie: Proef\nspeerpunten:\n  LIJN1:\n    titel: Eerste lijn\n"
        "    resultaten:\n      R1: Iets.\n",
        encoding="utf-8",
    )
    shown = table.show(api.gap(tmp_path), Screen())
    assert "nog geen jaarverslag" in shown
    assert re.search(r"LIJN1 +Eerste lijn +▒+ +0 van 1 +…1", shown)


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [
        (0, 0, "░░░░░░░░░░"),
        (100, 100, "██████████"),
        (167, 167, "██████████"),
        (-22, -22, "░░░░░░░░░░"),
        (50, 50, "█████░░░░░"),
        (20, 99, "██▒▒▒▒▒▒▒░"),
        (1, 1, "█░░░░░░░░░"),
        (99, 99, "█████████░"),
        (90, 110, "█████████▒"),
        (98, 110, "█████████▒"),
        (11, None, "█▒▒▒▒▒▒▒▒▒"),
        (None, 30, "▒▒▒░░░░░░░"),
        (50, 51, "█████▒░░░░"),
    ],
)
def test_bars_are_full_only_when_all_is_reached(low, high, drawn):
    assert progress_bar(Interval(low, high), 10, Screen(), "groen") == drawn
