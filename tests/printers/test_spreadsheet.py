"""LibreOffice, set to Dutch, opens the CSV: columns, letters and figures are as bkl wrote them."""

import csv
import io
import shutil
import subprocess
from decimal import Decimal

import pytest

from bkl import api
from bkl.printers.gap import csv as dutch
from bkl.printers.gap import csv_en
from bkl.printers.screen import Screen

OFFICE = shutil.which("soffice")
PLAN = """\
werkplan: 2021
organisatie: Coöperatie
speerpunten:
  AD:
    resultaten:
      R1: {tekst: "Cafés; met \\"ruimte\\"", doel: minimaal 1.234.567 bezoekers}
      R2: {tekst: Reële vraag, doel: "van 3,4% naar 2,5%", richting: lager}
      R3: {tekst: Plekken, doel: 10-12 plekken}
      R4: {tekst: Uren, doel: "12,1250 uur"}
"""
VERSLAG = """\
jaarverslag: 2021
peildatum: 31-12-2021
realisaties:
  AD-R1: {realisatie: 617.283 bezoekers, toelichting: "=1+1; =2"}
  AD-R2: {realisatie: "2,8%"}
  AD-R3: {realisatie: 9-11 plekken}
  AD-R4: {realisatie: "4,1250 uur"}
"""
# separator ;, text between ", UTF-8, from the first line, Dutch, and figures are recognised
FILTER = "CSV:59,34,76,1,,1043,false,true"


@pytest.mark.office
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_a_dutch_spreadsheet_reads_the_right_numbers(tmp_path):
    calamine = pytest.importorskip("python_calamine")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "werkplan-2021.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "data" / "jaarverslag-2021.yaml").write_text(VERSLAG, encoding="utf-8")
    result = api.gap(tmp_path)
    (tmp_path / "cijfers.csv").write_bytes(dutch.show(result, Screen()).encode())
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "xlsx", f"--infilter={FILTER}",
         "--outdir", tmp_path, tmp_path / "cijfers.csv"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = calamine.CalamineWorkbook.from_path(str(tmp_path / "cijfers.xlsx"))
    head, *rows = book.get_sheet_by_index(0).to_python()
    told = list(csv.DictReader(io.StringIO(csv_en.show(result, Screen()), newline="")))
    assert head == list(told[0])
    assert len(rows) == len(told) == 4
    compared = 0
    for row, expected in zip(rows, told, strict=True):
        for name, value in zip(head, row, strict=True):
            if name.endswith(("_min", "_max")) and expected[name]:
                assert isinstance(value, float), (name, value)
                assert Decimal(str(value)) == Decimal(expected[name])
                compared += 1
    assert compared > 12
    shown = [dict(zip(head, row, strict=True)) for row in rows]
    assert shown[0]["tekst"] == 'Cafés; met "ruimte"'
    assert shown[0]["realisatie_min"] == 617283
    assert shown[0]["toelichting"].endswith("=1+1; =2")
    assert shown[2]["realisatie"] == "9-11 plekken"
    assert shown[3]["realisatie_min"] == 4.125
