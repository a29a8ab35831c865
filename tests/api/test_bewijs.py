"""Cells of real workbooks as evidence: numbers, per cents, sheets by name, files that are none."""

import pytest
import xlsxwriter

from bkl import api

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S: {resultaten: {R1: {tekst: Iets., doel: %s}}}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling, bestand: bewijs/telling.xlsx}}
realisaties:
  S-R1: {realisatie: '%s', bron: {naam: telling, cel: '%s'}}
"""


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "bewijs").mkdir()
    with xlsxwriter.Workbook(tmp_path / "bewijs" / "telling.xlsx") as book:
        first, second = book.add_worksheet("Blad1"), book.add_worksheet("Per wijk")
        first.write("B7", 1204)
        first.write("B8", 0.62, book.add_format({"num_format": "0%"}))
        first.write("B9", 0.62)
        first.write("B10", "ca. 50")
        second.write("A1", 3.4)
    return tmp_path


def found(workspace, doel, figure, cel):
    (workspace / "data" / "werkplan-2021.yaml").write_text(PLAN % doel)
    (workspace / "data" / "jaarverslag-2021.yaml").write_text(REPORT % (figure, cel))
    all_found = api.check(workspace).findings
    return [one.message for one in all_found if one.kind.slug == "bewijs_cel_verschilt"]


@pytest.mark.parametrize(
    ("doel", "figure", "cel"),
    [
        ("1.000 lezers", "1.204 lezers", "Blad1!B7"),
        ("1.000 lezers", "1.204 lezers", "B7"),
        ("60%", "62%", "Blad1!B8"),
        ("60%", "62%", "blad1!B9"),
        ("40 lezers", "ca. 50", "Blad1!B10"),
        ("3 km", "3,4 km", "Per wijk!A1"),
    ],
)
def test_a_cell_bears_the_figure_out(workspace, doel, figure, cel):
    assert found(workspace, doel, figure, cel) == []


@pytest.mark.parametrize(
    ("doel", "figure", "cel", "said"),
    [
        ("1.000 lezers", "1.240 lezers", "Blad1!B7", "staat `1.204`; hier staat `1.240 lezers`"),
        ("60%", "63%", "Blad1!B8", "staat `62%`"),
        ("60 lezers", "62 lezers", "Blad1!B9", "staat `0,62`"),
        ("40 lezers", "50 lezers", "Blad1!B10", "staat `ca. 50`"),
        ("3 km", "3,4 km", "Elders!A1", "staat geen blad `Elders`"),
        ("3 km", "3,4 km", "Per wijk!C1", "is leeg"),
    ],
)
def test_a_cell_that_says_something_else_is_named(workspace, doel, figure, cel, said):
    (message,) = found(workspace, doel, figure, cel)
    assert said in message


def test_a_file_that_is_no_workbook_is_said(workspace):
    (workspace / "bewijs" / "telling.xlsx").write_bytes(b"geen werkmap")
    (message,) = found(workspace, "3 km", "3,4 km", "B7")
    assert "Dit is geen Excel-bestand" in message
