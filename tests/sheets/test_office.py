"""LibreOffice opens a form, somebody fills it in, and it saves it: everything comes back."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

from tests.sheets.workbooks import (
    TEAMS,
    Raw,
    bring,
    elsewhere,
    fill,
    form,
    objections,
    office,
    report_of,
    rows_of,
)

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
READY = "    realisatie: 5 bijeenkomsten\n    bron: lijst-1\n    reden: vraag hoger\n"
GIVEN = {
    ("S-R1", "cijfer"): "6 lezingen",
    ("S-R3", "cijfer"): "5 bijeenkomsten",
    ("S-R3", "bron"): "Lijst 1",
    ("S-R3", "reden"): "vraag hoger",
    ("S-R3", "uitleg"): 'Eén keer extra: "é" & <b>.',
}


def saved(path, kind, folder):
    """Let LibreOffice open a file and save it as another kind."""
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    folder.mkdir(exist_ok=True)
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", folder, path],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{path.stem}.{kind}"


def test_a_form_that_was_filled_in_and_saved_by_libreoffice(tmp_path):
    """As it saves an Excel workbook: other styles and strings, columns repeated, no table."""
    folder = office(tmp_path, plan=TEAMS)
    path = fill(form(folder, "Team Zuid"), {**GIVEN, ("S-R2", "cijfer"): Raw('t="b"><v>1</v>')})
    again = saved(path, "xlsx", tmp_path / "uit")
    assert again.read_bytes() != path.read_bytes()
    result = bring(folder, again)
    assert ["WAAR" in one for one in objections(result)] == [True]
    assert READY in report_of(folder)
    assert """    toelichting: 'Eén keer extra: "é" & <b>.'""" in report_of(folder)


@pytest.mark.skipif(not os.environ.get("BKL_LANG"), reason="two runs of LibreOffice")
def test_a_form_that_is_filled_in_within_libreoffice(tmp_path):
    """Opened and saved as flat XML, cells filled in there, and opened and saved once more."""
    folder = office(tmp_path, plan=TEAMS)
    path = form(folder, "Team Zuid")
    rows = rows_of(path)
    flat = saved(path, "fods", tmp_path / "plat")
    for _, (prefix, name) in ET.iterparse(flat, ["start-ns"]):
        ET.register_namespace(prefix, name)
    tree = ET.parse(flat)
    sheet = next(
        one for one in tree.iter(f"{TABLE}table") if one.get(f"{TABLE}name") == "Formulier"
    )
    for (code, name), text in GIVEN.items():
        column = ["cijfer", "bron", "reden", "uitleg"].index(name) + 6
        cell = cell_at(sheet, rows[code] - 1, column)
        cell.set(f"{VALUE}value-type", "string")
        ET.SubElement(cell, f"{TEXT}p").text = text
    tree.write(flat, encoding="utf-8", xml_declaration=True)
    result = bring(folder, saved(flat, "xlsx", tmp_path / "uit"))
    assert objections(result) == []
    told = report_of(folder)
    assert "  S-R1:\n    realisatie: 6 lezingen\n" in told
    assert READY in told


def cell_at(sheet, row, column):
    """Return one cell of a flat file, in which equal rows and cells are written once."""
    line = expanded(sheet, f"{TABLE}table-row", f"{TABLE}number-rows-repeated", row)
    return expanded(line, f"{TABLE}table-cell", f"{TABLE}number-columns-repeated", column)


def expanded(parent, tag, repeated, number):
    holder, found, seen = parent, None, 0
    for one in parent.iter():
        if one.tag in (tag, f"{TABLE}covered-table-cell") and one is not parent:
            size = int(one.get(repeated, 1))
            if seen <= number < seen + size:
                found = one
                break
            seen += size
    assert found is not None
    if (size := int(found.get(repeated, 1))) > 1:
        holder = next(node for node in parent.iter() if found in list(node))
        at = list(holder).index(found)
        holder.remove(found)
        for n in range(size):
            copy = ET.Element(found.tag, {k: v for k, v in found.attrib.items() if k != repeated})
            holder.insert(at + n, copy)
            if seen + n == number:
                found = copy
    return found


def test_an_untouched_form_that_google_saved_changes_nothing(tmp_path):
    folder = office(tmp_path, plan=TEAMS)
    before = report_of(folder)
    result = bring(folder, elsewhere(form(folder, "Team Zuid")))
    assert (result.voorstel, result.zwaar, report_of(folder)) == (None, (), before)
