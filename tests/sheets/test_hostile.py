"""Files of strangers: refused with a Dutch message, within bounds of time and memory."""

import io
import os
import subprocess
import sys
import zipfile

import pytest

from bkl.sheets import archive, parts
from bkl.sheets.answers import read_answers
from bkl.sheets.grid import Unreadable
from bkl.sheets.readers import csv
from tests.sheets.workbooks import SHEET, book, bring, edit, fill, form, office, report_of

ROWS = [["Code", "Cijfer"], ["S-R5", "ja"]]
PARTS = [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
MANY = 1_000_000 if os.environ.get("BKL_LANG") else 100_000
BIG = '<c r="{}" t="n"><v>1</v></c>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def cells(*names):
    return lambda xml: xml.replace("</sheetData>", "".join(map(row, names)) + "</sheetData>")


def row(name):
    number = "".join(c for c in name if c.isdigit())
    return f'<row r="{number}">{BIG.format(name)}</row>'


def refused(path):
    with pytest.raises(Unreadable) as fault:
        read_answers(path)
    assert fault.value.cure
    return fault.value.message


@pytest.mark.parametrize("cell", ["A1048576", "XFD3", "ZZ20001", "IW5", "A9999999"])
def test_a_cell_far_away_is_no_reason_to_fill_the_memory(tmp_path, cell):
    assert "te groot" in refused(edit(book(tmp_path / "a.xlsx", ROWS), cells(cell)))


def test_more_rows_and_cells_than_a_form_can_have(tmp_path, monkeypatch):
    path = edit(
        book(tmp_path / "a.xlsx", ROWS),
        lambda xml: xml.replace(
            "</sheetData>", "".join(row(f"C{n}") for n in range(5, 150)) + "</sheetData>"
        ),
    )
    assert read_answers(path).rijen == 1
    monkeypatch.setattr(parts, "MOST_CELLS", 100)
    assert "te groot" in refused(path)


@pytest.mark.parametrize("limit", ["MOST_ROWS", "MOST_CELLS"])
def test_a_csv_file_of_a_million_rows(tmp_path, monkeypatch, limit):
    path = tmp_path / "a.csv"
    path.write_text("Code;Cijfer\n" + "S-R5;ja\n" * 300, encoding="utf-8")
    assert read_answers(path).rijen == 300
    monkeypatch.setattr(csv, limit, 200)
    assert "te groot" in refused(path)


def test_a_zip_bomb(tmp_path, monkeypatch):
    path = edit(book(tmp_path / "a.xlsx", ROWS), lambda xml: xml + " " * 3_000_000)
    assert path.stat().st_size < 20_000
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1_000_000)
    assert "veel te groot" in refused(path)


def test_a_zip_bomb_that_lies_about_its_size(tmp_path):
    data = bytearray(edit(book(tmp_path / "a.xlsx", ROWS), lambda xml: xml + " " * 9).read_bytes())
    where = data.rindex(SHEET.encode()) - 46
    data[where + 24 : where + 28] = (7).to_bytes(4, "little")
    (tmp_path / "a.xlsx").write_bytes(data)
    assert "beschadigd" in refused(tmp_path / "a.xlsx")


def test_more_parts_than_a_workbook_has(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_PARTS", 5)
    assert "veel te groot" in refused(book(tmp_path / "a.xlsx", ROWS))


def test_a_file_that_is_too_large_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr("bkl.sheets.reading.MOST_FILE", 2**20)
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"0" * (2**20 + 1))
    assert "groter dan 1 MB" in refused(path)


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/styles.xml"])
def test_entities_that_make_much_of_little(tmp_path, name):
    path = book(tmp_path / "a.xlsx", ROWS)
    edit(path, lambda xml: xml.replace("?>", f"?>{LAUGHS}", 1), name=name)
    assert "niet hoort" in refused(path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"<html><table><tr><td>Code</td></tr></table></html>",
        bytes(range(256)) * 9,
    ],
)
def test_what_is_no_workbook(tmp_path, data):
    (tmp_path / "a.xlsx").write_bytes(data)
    assert refused(tmp_path / "a.xlsx")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_half_a_file(tmp_path, share):
    path = book(tmp_path / "a.xlsx", ROWS)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert "beschadigd" in refused(path)


@pytest.mark.parametrize(
    "name", [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
def test_a_part_that_is_damaged(tmp_path, name):
    path = edit(book(tmp_path / "a.xlsx", ROWS), lambda xml: xml[: len(xml) // 2], name=name)
    assert refused(path)


@pytest.mark.parametrize(
    "name", [SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]
)
def test_a_part_that_is_missing_loses_nothing_silently(tmp_path, name):
    path, target = book(tmp_path / "a.xlsx", ROWS), io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
    path.write_bytes(target.getvalue())
    try:
        found = read_answers(path)
    except Unreadable:
        return
    assert [one.velden for one in found.antwoorden] == [{"cijfer": "ja"}]


@pytest.mark.parametrize("data", [b"\0\1\2", b'Code;Cijfer\n"S-R5;ja\n', b"a;b\n1;2\n", b""])
def test_csv_that_is_none(tmp_path, data):
    (tmp_path / "a.csv").write_bytes(data)
    assert refused(tmp_path / "a.csv")


def test_other_kinds_of_files_are_named(tmp_path):
    (tmp_path / "a.ods").write_bytes(b"x")
    assert "`.ods`" in refused(tmp_path / "a.ods")


def test_macros_and_links_to_other_files_are_never_opened(tmp_path):
    path, target = book(tmp_path / "a.xlsx", ROWS), io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for one in old.namelist():
            new.writestr(one, old.read(one))
        for one in ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "../uit.txt"):
            new.writestr(one, b"\0" * 99)
    path.write_bytes(target.getvalue())
    assert set(archive.read_parts(path.read_bytes())).isdisjoint(
        ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "../uit.txt")
    )
    assert len(read_answers(path).antwoorden) == 1


def test_one_file_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    folder = office(tmp_path)
    path = fill(form(folder), {("S-R5", "cijfer"): "ja"})
    bad = folder / "stuk.xlsx"
    bad.write_bytes(b"PK")
    result = bring(folder, bad, path)
    assert [one.plek.bestand for one in result.zwaar] == ["stuk.xlsx"]
    assert "S-R5" in report_of(folder)


def test_a_form_that_is_open_in_excel_is_told(tmp_path):
    folder = office(tmp_path)
    path = fill(form(folder), {("S-R5", "cijfer"): "ja"})
    lock = path.with_name(f"~${path.name}")
    lock.write_bytes(b"\x05Jan" + b" " * 160)
    result = bring(folder, path.parent)
    assert [one.licht for one in result.bezwaren] == [True]
    assert "nog open" in result.bezwaren[0].message
    assert "S-R5" in report_of(folder)
    assert bring(folder, lock).gelezen == ()


MEMORY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (900 * 2**20,) * 2)
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
from pathlib import Path
from bkl.sheets.answers import read_answers
from bkl.sheets.grid import Unreadable
from bkl.sheets.readers import csv
try:
    read_answers(Path(sys.argv[1]))
except Unreadable as fault:
    print(fault.message)
"""


def test_very_many_rows_stay_within_memory_and_time(tmp_path):
    path = book(tmp_path / "a.xlsx", ROWS)
    many = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(3, MANY))
    edit(path, lambda xml: xml.replace("</sheetData>", f"{many}</sheetData>"))
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path)], capture_output=True, encoding="utf-8", check=True
    )
    assert "te groot" in done.stdout
