"""A hundred planted errors and conflicts among answers that are fine: each told with its cell."""

import datetime

import xlsxwriter

from bkl.sheets.reading import read_grids
from tests.sheets.workbooks import bring, form, office, report_of

KINDS = 25
PLANTED = 4 * KINDS
ROWS = PLANTED + 30
CODE, PERIOD, FIGURE, SOURCE, REASON, WHY, KEY = 0, 3, 6, 7, 8, 9, 10


def plan(changed=()):
    lines = [
        f"      R{n}: {{tekst: Lezing nummer {n}., doel: {7 if n in changed else 6} lezingen}}"
        for n in range(1, ROWS + 1)
    ]
    head = "werkplan: 2021\norganisatie: Proef\nspeerpunten:\n  S:\n    resultaten:\n"
    return head + "\n".join(lines) + "\n"


def report(known=()):
    head = "jaarverslag: 2021\npeildatum: 31-12-2021\nbronnen: {telling: {titel: Telling}}\n"
    told = [f"  S-R{n}: 6 lezingen\n" for n in known]
    return head + ("realisaties:\n" + "".join(told) if told else "")


def wrong_cell(write):
    """Return a kind of error that is one cell in the column of figures."""

    def plant(sheet, row, cells, styles):
        write(sheet, row, FIGURE, styles)
        return FIGURE

    return plant


def wrong_text(column, text, **others):
    """Return a kind of error that is what was typed in one column."""

    def plant(sheet, row, cells, styles):
        cells[FIGURE] = others.get("cijfer", "6 lezingen")
        cells[WHY] = others.get("uitleg", "")
        cells[column] = text
        return others.get("told", column)

    return plant


def changed_row(change):
    """Return a kind of error by which it is not certain what a row is about."""

    def plant(sheet, row, cells, styles):
        cells[FIGURE] = "6 lezingen"
        change(cells)
        return FIGURE

    return plant


def swapped(cells):
    cells[CODE] = "S-R130"


def no_code(cells):
    cells[CODE] = cells[KEY] = ""


def no_such_code(cells):
    cells[CODE], cells[KEY] = "S-R999", ""


def no_such_period(cells):
    cells[PERIOD], cells[KEY] = "ooit", ""


def broken_key(cells):
    cells[KEY] = cells[KEY].replace("|", "!", 1)


DAY = datetime.datetime(2021, 4, 3)
PLANT = [
    wrong_cell(lambda sheet, r, c, styles: sheet.write_boolean(r, c, True)),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_formula(r, c, "=1/0", None, "#DIV/0!")),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_datetime(r, c, DAY, styles["dd-mm-yyyy"])),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_number(r, c, 0.5, styles["hh:mm"])),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_formula(r, c, "=3+4", None, "")),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_formula(r, c, "='[a.xlsx]B'!A1", None, 6)),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_formula(r, c, "=cmd|'/c x'!A1", None, 6)),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_number(r, c, 6, styles['0" lezingen"'])),
    wrong_cell(lambda sheet, r, c, styles: sheet.write_number(r, c, 0.62, styles["0%"])),
    wrong_text(FIGURE, "veel"),
    wrong_text(FIGURE, "6.5"),
    wrong_text(FIGURE, "6 katten"),
    wrong_text(FIGURE, "6\u202e lezingen"),
    wrong_text(FIGURE, "gehaald"),
    wrong_text(REASON, "patner", cijfer="5 lezingen", uitleg="Zo was het."),
    wrong_text(REASON, "", cijfer="5 lezingen", uitleg="Zo was het."),
    wrong_text(WHY, 1.5),
    wrong_text(SOURCE, "een\u200bdrie\u2028vier"),
    changed_row(broken_key),
    changed_row(swapped),
    changed_row(no_code),
    changed_row(no_such_code),
    changed_row(no_such_period),
    wrong_text(FIGURE, "6 lezingen"),  # the jaarverslag changed since: see `since`
    wrong_text(FIGURE, "6 lezingen"),  # the plan changed since
]
SINCE = KINDS - 2


def number_of(cells):
    return int(cells[CODE].removeprefix("S-R"))


def spoil(path):
    """Fill in the form; return the cells that must be told and the codes that must be recorded."""
    rows = [list(row) for row in read_grids(path)[0].rows]
    workbook = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    sheet = workbook.add_worksheet("Formulier")
    formats = ("dd-mm-yyyy", "hh:mm", '0" lezingen"', "0%")
    styles = {one: workbook.add_format({"num_format": one}) for one in formats}
    told, fine = {}, []
    for number, cells in enumerate(rows):
        if number > 1:
            n = number_of(cells)
            if n <= PLANTED:
                column = PLANT[n % KINDS](sheet, number, cells, styles)
                told[xlsxwriter.utility.xl_rowcol_to_cell(number, column)] = n
            else:
                fine.append(cells[CODE])
                cells[FIGURE] = "6 lezingen"
        for column, value in enumerate(cells):
            if value != "":
                sheet.write(number, column, value)
    workbook.close()
    return told, fine


def test_each_of_a_hundred_planted_errors_is_told_and_the_rest_goes_in(tmp_path):
    folder = office(tmp_path, report(), plan())
    path = form(folder)
    told, fine = spoil(path)
    assert len(told) == PLANTED
    since = [n for n in range(1, PLANTED + 1) if n % KINDS == SINCE]
    moved = [n for n in range(1, PLANTED + 1) if n % KINDS == SINCE + 1]
    changed = report(since).replace("6 lezingen", "4 lezingen")
    office(folder, changed, plan(moved))
    result = bring(folder, path)
    found = {one.plek.cel for one in result.zwaar}
    assert {cell: n % KINDS for cell, n in told.items() if cell not in found} == {}
    assert all(one.plek.blad == "Formulier" and one.message and one.cure for one in result.zwaar)
    after = report_of(folder)
    assert [code for code in fine if f"  {code}:\n    realisatie: 6 lezingen\n" not in after] == []
    assert after.count("realisatie:") == len(fine), "something was taken over that was not certain"


def test_a_hundred_contradictions_between_two_forms_are_all_told(tmp_path):
    folder = office(tmp_path, report(), plan())
    paths = []
    for name, figure in (("een.xlsx", "6 lezingen"), ("twee.xlsx", "7 lezingen")):
        rows = [list(row) for row in read_grids(form(folder))[0].rows]
        workbook = xlsxwriter.Workbook(str(folder / name))
        sheet = workbook.add_worksheet("Formulier")
        for number, cells in enumerate(rows):
            if number > 1:
                cells[FIGURE] = figure if number_of(cells) <= 100 else "6 lezingen"
            sheet.write_row(number, 0, cells)
        workbook.close()
        paths.append(folder / name)
    result = bring(folder, *paths)
    assert [str(one.plek) for one in result.zwaar] == [
        f"twee.xlsx, Formulier!G{number + 2}" for number in range(1, 101)
    ]
    for number, one in enumerate(result.zwaar, 1):
        assert f"een.xlsx, Formulier!G{number + 2}" in one.message
    assert report_of(folder).count("6 lezingen") == ROWS - 100
