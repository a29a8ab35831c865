"""`bkl form`: one workbook per person, accessible, the same for the same data."""

import re

import pytest

from bkl import api
from tests.sheets.workbooks import (
    REPORT,
    SHEET,
    TEAMS,
    bring,
    fill,
    form,
    office,
    part,
    report_of,
    rows_of,
)


def test_each_person_gets_what_is_asked_of_them(tmp_path):
    made = api.make_forms(office(tmp_path, plan=TEAMS), api.FormRequest()).forms
    assert [(one.wie, one.path.name, one.aantal) for one in made] == [
        ("Team Noord", "formulier-2021-team-noord.xlsx", 3),
        ("Team Zuid", "formulier-2021-team-zuid.xlsx", 3),
        ("", "formulier-2021.xlsx", 4),
    ]
    assert set(rows_of(made[1].path)) >= {"S-R1", "S-R2", "S-R3"}
    assert "S-R5" not in rows_of(made[1].path)


def test_only_what_is_missing_unless_everything_is_asked(tmp_path):
    report = REPORT + "  S-R5: {realisatie: ja, bron: telling}\n"
    folder = office(tmp_path, report, TEAMS)
    assert "S-R5" not in rows_of(api.make_forms(folder, api.FormRequest()).forms[-1].path)
    assert "S-R5" in rows_of(form(folder))


def test_a_period_asks_what_is_measured_and_tells_what_is_not(tmp_path):
    folder = office(tmp_path, plan=TEAMS)
    made = api.make_forms(folder, api.FormRequest(periode="q3"))
    assert [(one.path.name, one.aantal) for one in made.forms] == [
        ("formulier-2021-q3-team-zuid.xlsx", 1)
    ]
    assert "S-R3" in made.zonder_tijd


def test_the_same_data_give_the_same_bytes(tmp_path):
    folder = office(tmp_path, plan=TEAMS)
    first = form(folder).read_bytes()
    assert form(folder).read_bytes() == first


def test_an_untouched_form_changes_no_byte(tmp_path):
    folder = office(tmp_path, plan=TEAMS)
    before = report_of(folder)
    result = bring(folder, form(folder), form(folder, "Team Zuid"))
    assert (result.voorstel, result.bezwaren, report_of(folder)) == (None, (), before)


def test_a_form_that_is_filled_in_is_not_replaced(tmp_path):
    folder = office(tmp_path, plan=TEAMS)
    path = fill(form(folder), {("S-R5", "cijfer"): "ja"})
    with pytest.raises(api.Gebruiksfout, match="al ingevuld"):
        form(folder)
    assert "ja" in part(path, SHEET)


def test_it_can_be_read_aloud_and_filled_in_with_the_tab_key(tmp_path):
    """Title and language; one header row, a table; frozen; nothing merged; only answers open."""
    path = form(office(tmp_path, plan=TEAMS), "Team Zuid")
    core, sheet = part(path, "docProps/core.xml"), part(path, SHEET)
    assert "<dc:title>Cijfers over 2021 van Team Zuid</dc:title>" in core
    assert "<dc:language>nl-NL</dc:language>" in core
    table = part(path, "xl/tables/table1.xml")
    assert 'ref="A2:K5"' in table
    assert 'headerRowCount="0"' not in table
    assert "mergeCell" not in sheet
    assert 'state="frozen"' in sheet
    assert '<row r="1" hidden="1"' in re.sub(r' spans="[^"]*"', "", sheet)
    assert "<sheetProtection " in sheet
    assert "password" not in sheet
    locked, opened = (set(re.findall(rf'<c r="[{c}]3" s="(\d+)"', sheet)) for c in ("A-F", "G-J"))
    assert not locked & opened, "one style for locked and open cells"
    assert len(opened) == 1


def test_it_prints_on_wide_pages_with_its_heads_on_each(tmp_path):
    path = form(office(tmp_path, plan=TEAMS), "Team Zuid")
    sheet = part(path, SHEET)
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "Bladzijde &amp;P van &amp;N" in sheet
    assert "Formulier!$2:$2" in part(path, "xl/workbook.xml")


def test_reasons_and_verdicts_are_lists_and_cells_say_what_is_meant(tmp_path):
    sheet = part(form(office(tmp_path, plan=TEAMS), "Team Zuid"), SHEET)
    assert "overmacht,vraag lager" in sheet
    assert "niet vermeld" not in sheet
    assert "gehaald,deels gehaald,niet gehaald" in sheet
    assert sheet.count('prompt="') == sheet.count("<dataValidation ")


@pytest.mark.parametrize("sign", ["=1+1", "+31", "@SUM(A1)", "-2", "=cmd|'/c calc'!A1"])
def test_no_text_of_the_plan_becomes_a_formula(tmp_path, sign):
    plan = TEAMS.replace("Er zijn lezingen.", f'"{sign}"')
    path = form(office(tmp_path, plan=plan), "Team Zuid")
    assert "<f>" not in part(path, SHEET)
    assert sign.replace("'", "&apos;") in part(path, "xl/sharedStrings.xml").replace("'", "&apos;")


def test_names_that_look_alike_get_forms_of_their_own(tmp_path):
    plan = TEAMS.replace("wie: Team Noord", "wie: [team zuid!, Team Zuid]")
    made = api.make_forms(office(tmp_path, plan=plan), api.FormRequest()).forms
    assert len({one.path for one in made}) == len(made)


def test_a_name_that_the_plan_does_not_know_is_refused(tmp_path):
    with pytest.raises(api.Gebruiksfout, match="Team Zuid"):
        api.make_forms(office(tmp_path, plan=TEAMS), api.FormRequest(("Team Zuit",)))
