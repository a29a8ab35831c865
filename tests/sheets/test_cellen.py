"""What a cell says: the table of cellen.yaml, each written by XlsxWriter and read back."""

import datetime
import re
from pathlib import Path

import pytest
import yaml

from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.sheets.cell import read_cell
from bkl.sheets.grid import Unreadable
from bkl.sheets.phrases import read_figure
from bkl.sheets.reading import read_grids
from tests.sheets.workbooks import book, edit

CASES = yaml.safe_load((Path(__file__).parent / "cellen.yaml").read_text(encoding="utf-8"))


def typed(path, case):
    """Save a workbook with one cell as the case says."""
    given, told = case["schrijf"], {}

    def write(workbook, sheet):
        style = workbook.add_format({"num_format": case.get("opmaak", "General")})
        if isinstance(given, bool):
            sheet.write_boolean(0, 0, given, style)
        elif isinstance(given, (int, float)):
            sheet.write_number(0, 0, given, style)
        elif isinstance(given, str):
            sheet.write_string(0, 0, given, style)
        elif "datum" in given:
            day = datetime.datetime.combine(given["datum"], datetime.time())
            sheet.write_datetime(0, 0, day, style)
        elif "fout" in given:
            sheet.write_formula(0, 0, "=1/0", style, "#DIV/0!")
            told["fout"] = given["fout"]
        else:
            sheet.write_formula(0, 0, given["formule"], style, given["uitkomst"] or 0)
            told["leeg"] = given["uitkomst"] is None

    book(path, [], write)
    if told.get("leeg"):
        edit(path, lambda xml: re.sub(r"<v>[^<]*</v>", "", xml))
    if "fout" in told:
        edit(path, lambda xml: xml.replace("<f>1/0</f><v>#DIV/0!", f"<v>{told['fout']}"))
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_a_cell(case, tmp_path):
    path = typed(tmp_path / "cel.xlsx", case)
    if "weigert" in case:
        with pytest.raises(Unreadable) as fault:
            read_cell(path, None, 0, 0)
        assert fault.value.message.startswith("A1: ")
        assert case["weigert"] in fault.value.message
        assert fault.value.cure
        return
    assert read_cell(path, "blad1", 0, 0) == case["cijfer"]
    grid = read_grids(path)[0]
    assert case.get("let_op", "") in read_figure(grid.rows[0][0], grid.note(0, 0)).opmerking
    read_waarde(case["cijfer"])


def test_what_is_not_there_is_empty_and_another_sheet_is_told(tmp_path):
    path = book(tmp_path / "a.xlsx", [["x"]])
    assert read_cell(path, None, 7, 9) == ""
    with pytest.raises(Unreadable, match="geen blad `Blad2`"):
        read_cell(path, "Blad2", 0, 0)
