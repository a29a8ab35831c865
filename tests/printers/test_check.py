"""Findings as text, as JSON and as GitHub commands."""

import json
import re

import pytest

from bkl import api
from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Edit, Place, Position
from bkl.printers.check import concise, github, text
from bkl.printers.check import json as as_json
from bkl.printers.screen import Screen, cells
from tests.printers.goldens import FIXTURE, assert_golden

FOUT = Kind("BKL203", "verschil_zonder_reden", "fout")
WAARSCHUWING = Kind("BKL104", "marge_niet_afgesproken", "waarschuwing")


def finding(excerpt="    doel: 3,4%", column=11, length=4, kind=FOUT, **more):
    place = Place("data/werkplan-2021.yaml", ("speerpunten", "AD", 0))
    given = {"message": "Er is iets mis.", "cure": "Maak het goed.", **more}
    return Finding(
        kind, place=place, position=Position(14, column, length), excerpt=excerpt, **given
    )


def result(*findings, files=("data/werkplan-2021.yaml",)):
    return api.CheckResult(tuple(findings), files)


@pytest.fixture(scope="module")
def checked():
    return api.check(FIXTURE)


@pytest.mark.parametrize("width", [60, 80, 160])
def test_what_people_see(checked, width):
    shown = text.show(checked, Screen(width))
    assert_golden(f"check-{width}.txt", shown)
    assert all(cells(line) <= width for line in shown.splitlines())


def test_what_a_hurried_reader_sees(checked):
    shown = concise.show(checked, Screen(40))
    assert_golden("check-concise.txt", shown)
    assert len(shown.splitlines()) == len(checked.findings) + 1


def test_what_programs_see(checked):
    assert_golden("check.json", as_json.show(checked, Screen()))
    assert_golden("check.github.txt", github.show(checked, Screen()))


def test_colour_changes_no_character(checked):
    for printer in (text, concise):
        coloured = printer.show(checked, Screen(80, colour=True))
        assert "\x1b[31;1mfout\x1b[0m" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == printer.show(checked, Screen(80))


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ([], "Geen fouten in 1 bestand."),
        ([finding()], "1 fout in 1 bestand."),
        ([finding(kind=WAARSCHUWING)], "Geen fouten en 1 waarschuwing in 1 bestand."),
        (
            [finding(), finding(), finding(kind=WAARSCHUWING)],
            "2 fouten en 1 waarschuwing in 1 bestand.",
        ),
    ],
)
def test_the_closing_line(findings, line):
    assert text.show(result(*findings), Screen()).splitlines()[-1] == line


def marked(shown):
    """Return the text above the carets."""
    number = next(i for i, line in enumerate(shown.splitlines()) if "^" in line)
    line, carets = shown.splitlines()[number - 1 : number + 1]
    start = carets.index("^")
    return line[start : start + carets.count("^")]


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "words"),
    [
        ("    doel: 3,4%", 11, 4, "3,4%"),
        ("doel: é 3,4% ok", 9, 4, "3,4%"),
        ("\tdoel: x", 1, 1, " "),
        ("x" * 300 + " 3,4% " + "y" * 300, 302, 4, "3,4%"),
        ("3,4% " + "y" * 300, 1, 4, "3,4%"),
        ("x" * 300 + " 3,4%", 302, 4, "3,4%"),
        ("kort", 99, 5, ""),
    ],
)
@pytest.mark.parametrize("width", [40, 80])
def test_carets_stand_under_the_words_meant(excerpt, column, length, words, width):
    shown = text.show(result(finding(excerpt, column, length)), Screen(width))
    assert marked(shown) == words
    assert all(cells(line) <= width for line in shown.splitlines())


def test_wide_characters_shift_the_carets():
    shown = text.show(result(finding("日本: 3,4%", 5, 4)), Screen()).splitlines()
    line, carets = shown[1:3]
    assert cells(line[: line.index("3")]) == carets.index("^")


def test_nothing_from_a_file_steers_the_terminal():
    evil = finding("  a: \x1b[2J\x9b31m\u202e", 6, 3, message="Fout bij `\x1b]0;x\x07`.")
    evil = Finding(
        evil.kind, evil.message, "\x1b[H", Place("\x1b[31m.yaml"), evil.position, evil.excerpt
    )
    for printer in (text, concise, as_json):
        shown = printer.show(result(evil), Screen())
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


def test_related_places_in_another_file_are_named():
    other = Place("data/jaarverslag-2021.yaml", ("x",))
    related = Related(other, "hier eerder gebruikt", Position(9, 3, 2), "  AD: 1")
    shown = text.show(result(finding(related=(related,))), Screen())
    assert "hier eerder gebruikt (data/jaarverslag-2021.yaml:9:3)" in shown
    assert "   9 │   AD: 1" in shown


def test_a_finding_without_a_place_is_shown_too():
    bare = Finding(FOUT, "Er is iets mis.", "Maak het goed.", Place("data/x.yaml"))
    assert text.show(result(bare), Screen()).startswith("data/x.yaml fout BKL203")
    melding = json.loads(as_json.show(result(bare), Screen()))["meldingen"][0]
    assert (melding["regel"], melding["kolom"], melding["lengte"]) == (None, None, None)
    assert github.show(result(bare), Screen()).startswith("::error file=data/x.yaml,title=")
    assert concise.show(result(bare), Screen()).startswith("data/x.yaml: fout BKL203 Er is")


def test_json_shape():
    related = Related(Place("a.yaml", ("x",)), "hier", Position(1, 2, 3), "x: 1")
    read = json.loads(as_json.show(result(finding(related=(related,))), Screen()))
    assert list(read) == ["versie", "bestanden", "fouten", "waarschuwingen", "meldingen"]
    assert read["meldingen"] == [
        {
            "code": "BKL203",
            "naam": "verschil_zonder_reden",
            "ernst": "fout",
            "bestand": "data/werkplan-2021.yaml",
            "regel": 14,
            "kolom": 11,
            "lengte": 4,
            "route": ["speerpunten", "AD", 0],
            "fragment": "    doel: 3,4%",
            "melding": "Er is iets mis.",
            "herstel": "Maak het goed.",
            "zie_ook": [
                {
                    "bestand": "a.yaml",
                    "regel": 1,
                    "kolom": 2,
                    "lengte": 3,
                    "route": ["x"],
                    "fragment": "x: 1",
                    "melding": "hier",
                }
            ],
        }
    ]


@pytest.mark.parametrize(
    ("raw", "message", "value"),
    [
        ("100%", "100%25", "100%25"),
        ("een\ntwee", "een%0Atwee", "een%0Atwee"),
        ("een\r\ntwee", "een %0Atwee", "een %0Atwee"),
        ("a: b, c", "a: b, c", "a%3A b%2C c"),
        ("%0A", "%250A", "%250A"),
        ("::error::x", "::error::x", "%3A%3Aerror%3A%3Ax"),
    ],
)
def test_github_escaping(raw, message, value):
    assert github.escape_message(raw) == message
    assert github.escape_property(raw) == value


def test_github_command():
    shown = github.show(result(finding(kind=WAARSCHUWING)), Screen()).splitlines()
    assert shown == [
        (
            "::warning file=data/werkplan-2021.yaml,line=14,endLine=14,col=11,endColumn=15,"
            "title=BKL104 marge_niet_afgesproken::Er is iets mis.%0AMaak het goed."
        ),
        "Geen fouten en 1 waarschuwing in 1 bestand.",
    ]


def test_faults_come_last_and_a_warning_that_returns_is_shown_short():
    warnings = [finding(kind=WAARSCHUWING, message=f"Nummer {n}.") for n in range(5)]
    other = finding(kind=WAARSCHUWING, message="Anders.", cure="Iets anders.")
    shown = text.show(result(finding(), *warnings, other), Screen()).split("\n\n")
    assert ["Nummer" in block for block in shown] == [True] * 4 + [False] * 3
    assert shown[3].splitlines() == [
        "data/werkplan-2021.yaml:14:11 waarschuwing BKL104 marge_niet_afgesproken",
        "  Nummer 3.",
        "data/werkplan-2021.yaml:14:11 waarschuwing BKL104 marge_niet_afgesproken",
        "  Nummer 4.",
    ]
    assert "Iets anders." in shown[4]
    assert "BKL203" in shown[5]
    faults = text.show(result(*[finding()] * 5), Screen())
    assert faults.count("Maak het goed.") == 5


def test_what_can_be_mended_at_once_is_told():
    place = Place("data/werkplan-2021.yaml")
    certain = finding(edits=(Edit(place, "3.4", "3,4"),))
    shown = text.show(result(finding(), certain), Screen())
    assert shown.endswith("2 fouten in 1 bestand.\n`bkl check --fix` herstelt er 1 van.\n")
    shown = text.show(result(certain), Screen(80))
    assert shown.endswith("1 fout in 1 bestand.\n`bkl check --fix` herstelt die.\n")
