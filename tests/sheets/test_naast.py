"""Figures beside those of promises in forms: of parts, and what is expected of them."""

import re

import pytest

from bkl import api
from bkl.sheets.key import mark_of
from bkl.sheets.reading import read_grids
from tests.recording.workspace import NAME
from tests.sheets.workbooks import REPORT, bring, elsewhere, form, objections, office, report_of

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
voortgangswoorden: [op schema, risico]
speerpunten:
  S:
    resultaten:
      R1:
        tekst: Er zijn lezingen.
        doel: 60 bezoekers
        uitsplitsing:
          wijk: {doelen: {Noord: 40 bezoekers, Zuid: 20 bezoekers}}
          leeftijd: [tot 27, vanaf 27]
      R3: {tekst: Er zijn bijeenkomsten., doel: 4 bijeenkomsten}
      R4: Het gaat beter.
"""
GIVEN = {
    ("S-R1", "2021"): "62 bezoekers",
    ("S-R1", "wijk: Noord"): "41",
    ("S-R1", "wijk: Zuid"): "21",
    ("S-R1", "leeftijd: tot 27"): "30",
    ("S-R1", "voortgang"): "op schema",
    ("S-R1", "prognose"): "60-70 bezoekers",
}


@pytest.fixture
def folder(tmp_path):
    return office(tmp_path, plan=PLAN)


def form_path(folder):
    return folder / "formulieren" / "formulier-2021.xlsx"


def filled(path, given):
    def change(rows):
        for row in rows[2:]:
            if (cell := given.get((row[0], str(row[3])))) is not None:
                row[6:8] = [cell, "Telling, van ons"]
        return rows

    return elsewhere(path, change)


def test_a_form_asks_what_the_plan_splits_and_follows(folder):
    rows = read_grids(form(folder))[0].rows[2:]
    assert [(row[0], row[3], row[2]) for row in rows] == [
        ("S-R1", "2021", "60 bezoekers"),
        ("S-R1", "wijk: Noord", "40 bezoekers"),
        ("S-R1", "wijk: Zuid", "20 bezoekers"),
        ("S-R1", "leeftijd: tot 27", ""),
        ("S-R1", "leeftijd: vanaf 27", ""),
        ("S-R1", "voortgang", "60 bezoekers"),
        ("S-R1", "prognose", "60 bezoekers"),
        ("S-R3", "2021", "4 bijeenkomsten"),
        ("S-R3", "voortgang", "4 bijeenkomsten"),
        ("S-R3", "prognose", "4 bijeenkomsten"),
        ("S-R4", "2021", "een oordeel"),
    ]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("S-R1: {}", {"2021", "wijk: Noord", "wijk: Zuid", "leeftijd: tot 27",
                      "leeftijd: vanaf 27"}),
        ("S-R1: 62 bezoekers", {"2021", "wijk: Noord", "wijk: Zuid", "leeftijd: tot 27",
                                "leeftijd: vanaf 27"}),
        ("S-R1: {realisatie: 62 bezoekers, bron: telling, uitsplitsing: {wijk: {Noord: 41}}}",
         {"wijk: Zuid", "leeftijd: tot 27", "leeftijd: vanaf 27"}),
    ],
)  # fmt: skip
def test_a_form_of_what_is_missing_asks_each_part_that_lacks(tmp_path, told, asked):
    report = re.sub(r"(?<=realisaties:\n)(?:  .*\n)*", f"  {told}\n", REPORT)
    folder = office(tmp_path, report, PLAN.replace("voortgangswoorden: [op schema, risico]\n", ""))
    made = api.make_forms(folder, api.FormRequest()).forms
    rows = read_grids(made[0].path)[0].rows[2:]
    assert {row[3] for row in rows if row[0] == "S-R1"} == asked


def test_what_is_filled_in_goes_to_its_part_and_nothing_else_changes(folder):
    result = bring(folder, filled(form(folder), GIVEN))
    assert objections(result) == []
    after = report_of(folder)
    assert (
        after.replace(
            """\
  S-R1:
    realisatie: 62 bezoekers
    uitsplitsing:
      wijk:
        Noord: 41
        Zuid: 21
      leeftijd:
        tot 27: 30
    voortgang: op schema
    prognose: 60-70 bezoekers
    bron: telling
""",
            "",
        )
        == REPORT
    )
    form_path(folder).unlink()
    again = bring(folder, filled(form(folder), {("S-R1", "leeftijd: vanaf 27"): "32"}))
    assert objections(again) == []
    line = "        tot 27: 30\n"
    assert report_of(folder) == after.replace(line, f"{line}        vanaf 27: 32\n")


@pytest.mark.parametrize(
    ("where", "text", "told"),
    [
        ("wijk: Noord", "gehaald", "Bij wijk: Noord hoort geen oordeel"),
        ("wijk: Noord", "een aantal", "`aantal` is geen eenheid"),
        ("wijk: Noord", "400", "passen de delen van S-R1 niet bij het geheel"),
        ("wijk: Noord", "-3", "een deel is minder dan niets, het cijfer is 62"),
        ("prognose", "een aantal", "`aantal` is geen eenheid"),
        ("voortgang", "matig", "matig"),
    ],
)
def test_what_does_not_fit_is_told_at_its_cell(folder, where, text, told):
    before = report_of(folder)
    given = {("S-R1", "2021"): "62 bezoekers", ("S-R1", where): text}
    result = bring(folder, filled(form(folder), given))
    found = [one for one in objections(result) if told in one]
    assert found == objections(result)
    rows = [(row[0], row[3]) for row in read_grids(form_path(folder))[0].rows]
    cell = rows.index(("S-R1", where)) + 1
    assert found[0].startswith(f"Formulier!G{cell}: ")
    assert text not in report_of(folder).replace(before, "")


def test_a_part_that_the_plan_no_longer_has_is_told(folder):
    path = filled(form(folder), {("S-R1", "wijk: Noord"): "41"})
    plan = folder / "data" / "werkplan-2021.yaml"
    plan.write_text(PLAN.replace("Noord: 40", "Oost: 40"), encoding="utf-8")
    (told,) = objections(bring(folder, path))
    assert "`wijk: Noord` is geen deel" in told
    assert report_of(folder) == REPORT


SMALL = f"""{REPORT}\
  S-R1:
    realisatie: 62 bezoekers
    bron: telling
    uitsplitsing:
      wijk: {{Noord: SIZE, Zuid: 17}}
"""


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_a_form_tells_no_small_part_and_no_mark_of_it(folder, size):
    """Whoever knows how marks are made tries every number."""
    report = SMALL.replace("SIZE", str(size))
    (folder / "data" / NAME).write_text(report, encoding="utf-8")
    rows = read_grids(form(folder))[0].rows[2:]
    known = {row[3]: row[5] for row in rows if row[0] == "S-R1"}
    assert (known["wijk: Noord"], known["wijk: Zuid"]) == ("verborgen", "verborgen")
    tried = {mark_of(str(number)) for number in range(63)} | {mark_of(f"{size} bezoekers")}
    for row in rows:
        if str(row[3]).startswith("wijk: "):
            assert not tried & set(str(row[10]).split("|")), row
    result = bring(folder, filled(form_path(folder), {("S-R1", "wijk: Noord"): "6"}))
    assert objections(result) == [], "who delivers it may still mend it"
    (folder / "data" / NAME).write_text(report.replace(f"Noord: {size}", "Noord: 9"), "utf-8")
    (told,) = objections(bring(folder, form_path(folder)))
    assert "veranderd sinds dit formulier is gemaakt" in told
