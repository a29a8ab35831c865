"""Forms for tests: filling in cells as Excel would save them, and workbooks of others."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from bkl import api
from bkl.sheets.reading import read_grids
from tests.recording.workspace import NAME, new_workspace

SHEET = "xl/worksheets/sheet1.xml"
COLUMN = {"cijfer": "G", "bron": "H", "reden": "I", "uitleg": "J"}
TEAMS = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: 6 lezingen, tijd: som, wie: Team Zuid}
      R2: {tekst: De samenwerking is beter., wie: Team Zuid}
      R3: {tekst: Er zijn bijeenkomsten., doel: 4 bijeenkomsten, wie: [Team Zuid, Team Noord]}
      R4:
        tekst: Er zijn modules en deelnemers.
        wie: Team Noord
        indicatoren: {modules: 3 modules, deelnemers: 40 deelnemers}
      R5: {tekst: De handreiking is klaar., doel: ja}
      R6: {tekst: De wachttijd is korter., doel: "maximaal 3,5 weken"}
      R7: {tekst: Leden zijn tevreden., doel: minimaal 60%}
      R8: {tekst: Het budget is besteed., doel: minimaal € 400}
"""
PLAN = re.sub(r", wie: (?:\[[^\]]*\]|[^}\n]*)|\n +wie: [^\n]*", "", TEAMS)
"""The same plan, in which nobody is named."""
REPORT = """\
# Het verslag
jaarverslag: 2021
peildatum: 31-12-2021
bronnen:
  telling: {titel: "Telling, van ons"}   # van ons
realisaties:
  # nog nagaan
  S-R3: 4 bijeenkomsten
"""


def office(folder: Path, report: str = REPORT, plan: str = PLAN) -> Path:
    """Make a workspace; with `plan=TEAMS` people are named in its plan."""
    return new_workspace(folder, report, plan)


def form(folder: Path, wie: str = "", **asked) -> Path:
    """Make the form of one person, or of nobody, with everything in it."""
    request = api.FormRequest((wie,) if wie else (), alles=not asked.get("periode"), **asked)
    made = {one.wie: one.path for one in api.make_forms(folder, request).forms}
    return made[wie]


def rows_of(path: Path) -> dict[str, int]:
    """Return the row in which each code stands, as Excel numbers it."""
    strings = re.findall(r"<t[^>]*>([^<]*)</t>", part(path, "xl/sharedStrings.xml"))
    cells = re.findall(r'<c r="A(\d+)"[^>]*t="s"><v>(\d+)</v>', part(path, SHEET))
    return {strings[int(number)]: int(row) for row, number in cells}


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


class Raw(str):
    """The cell itself as it stands in the file: its attributes, and what is in it."""


def text(value: str) -> str:
    """Return the inside of a cell with a text that somebody typed."""
    return f't="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'


def fill(path: Path, answers: dict[tuple[str, str], str], to: Path | None = None) -> Path:
    """Type texts into a form: by code and column."""
    rows = rows_of(path)
    cells = {f"{COLUMN[name]}{rows[code]}": value for (code, name), value in answers.items()}
    return edit(path, lambda xml: _typed(xml, cells), to)


def _typed(xml: str, cells: dict[str, str]) -> str:
    for cell, value in cells.items():
        xml = _put(xml, cell, value if isinstance(value, Raw) else text(value))
    return xml


def _put(xml: str, cell: str, inside: str) -> str:
    found = re.search(rf'<c r="{cell}"( s="\d+")/>', xml)
    assert found is not None, cell
    return f'{xml[: found.start()]}<c r="{cell}"{found[1]} {inside}</c>{xml[found.end() :]}'


def edit(path: Path, change, to: Path | None = None, name: str = SHEET) -> Path:
    """Change one part of a workbook."""
    target = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            data = old.read(one)
            new.writestr(one, change(data.decode()).encode() if one == name else data)
    to = to or path
    to.write_bytes(target.getvalue())
    return to


def book(path: Path, rows, write=None) -> Path:
    """Make a workbook of somebody else: rows of texts and numbers; `write` adds to it."""
    workbook = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    sheet = workbook.add_worksheet("Blad1")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    if write is not None:
        write(workbook, sheet)
    workbook.close()
    return path


def bring(folder: Path, *paths: Path, yes: bool = True, **asked):
    """Read forms in; return the result as shown last."""
    return api.import_forms(folder, api.ImportRequest(paths, **asked), lambda _: yes)


def report_of(folder: Path) -> str:
    return (folder / "data" / NAME).read_bytes().decode()


def objections(result) -> list[str]:
    """Return `Formulier!G3: message` per thing that was not taken over."""
    return [f"{one.plek.blad}!{one.plek.cel}: {one.message}" for one in result.zwaar]


def elsewhere(path: Path, change=lambda rows: rows, to: Path | None = None) -> Path:
    """Save a form as another program might: no table, no styles, no locks; `change` its rows."""
    grids = [(grid.blad, [list(row) for row in grid.rows]) for grid in read_grids(path)]
    grids[0] = (grids[0][0], change(grids[0][1]))
    to = to or path
    workbook = xlsxwriter.Workbook(str(to), {"strings_to_formulas": False})
    for name, rows in grids:
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    workbook.close()
    return to


def as_csv(path: Path, encoding="utf-8-sig", delimiter=";", change=lambda rows: rows) -> Path:
    """Save the form as CSV, as a spreadsheet does."""
    rows = change([list(row) for row in read_grids(path)[0].rows])
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    to = path.with_suffix(".csv")
    to.write_bytes(out.getvalue().encode(encoding))
    return to
