"""Tables: which column says what, by its header and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from bkl.domein.notatie.values.jaren import Planjaren
from bkl.draft.blocks import Block, Spot
from bkl.draft.phrases.doelen import reads_as_doel
from bkl.draft.words import role_of

Column = Literal[
    "nr",
    "tekst",
    "activiteit",
    "indicator",
    "waarde",
    "jaar",
    "later",
    "basis",
    "eenheid",
    "wanneer",
    "wie",
    "anders",
]
_HEADERS: dict[Column, str] = {
    "nr": "nr|nr.|#|nummer|code|id|no|no.",
    "tekst": "doel|doelen|doelstelling|doelstellingen|resultaat|resultaten|beoogd resultaat|wat"
    "|omschrijving|prestatie|prestaties|onderwerp|goal|objective|subdoel"
    "|beoogde resultaten|wat willen we bereiken|concreet resultaat|ambitie|opgave"
    "|speerpunt|thema|onderdeel|result|gewenst resultaat|output|outcome|effect"
    "|beoogd effect|key result|taak|product|specifiek|prestatieafspraak"
    "|resultaatafspraak|afspraak|toezegging|doelstelling of resultaat|deliverable"
    "|wat willen wij bereiken",
    "activiteit": "activiteit|activiteiten|actie|acties|maatregel|maatregelen|inspanning|activity"
    "|wat gaan we doen|wat gaan we daarvoor doen|wat doen we|hoe|inspanningen|actiepunt"
    "|project|aanpak|interventie",
    "indicator": "indicator|indicatoren|prestatie-indicator|prestatie-indicatoren|kpi|meetpunt"
    "|kpi's"
    "|maatstaf|effectindicator|hoe meten we dat|waaraan meten we het|measure|meetbaar"
    "|graadmeter|naam indicator|key performance indicator|wat meten we"
    "|kritische prestatie-indicator|outputindicator",
    "waarde": "streefwaarde|streefwaarden|streefcijfer|target|targets|norm|doelwaarde"
    "|gewenste waarde|gepland|beoogd|aantal|te bereiken|streef|ambitiewaarde"
    "|planning aantal|gewenst|kwantiteit|beoogd aantal|gepland aantal|te realiseren"
    "|raming|verwacht|meetbaar|doel in cijfers|ambitie in cijfers",
    "basis": "nulmeting|0-meting|startwaarde|uitgangswaarde|baseline|huidige waarde|huidig|stand"
    "|startsituatie|beginstand|uitgangspunt|realisatie|huidige situatie|start"
    "|vorig jaar|nu",
    "eenheid": "eenheid|unit|maateenheid",
    "wanneer": "planning|wanneer|deadline|gereed|termijn|periode|tijd|kwartaal|when|tijdpad|datum"
    "|tijdgebonden|klaar|wanneer klaar|wanneer gereed",
    "wie": "wie|verantwoordelijk|verantwoordelijke|trekker|uitvoerder|eigenaar|who|door wie"
    "|partner|partners|owner|regie",
}
_COLUMNS: dict[str, Column] = {
    word: column for column, words in _HEADERS.items() for word in words.split("|")
}
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:\s*[-–/]\s*(?:20)?\d\d)?(?!\d)")
_ASPECT = re.compile(
    r"streef|doel|target|norm|gepland|beoogd|raming|begroot|ambitie|eind|te bereiken"
    r"|resulta|prestatie|aantal|planning|output|kpi|verwacht|afspraak"
)
_BASIS = re.compile(
    r"nulmeting|realisatie|stand|huidig|start|baseline|werkelijk|0-meting|gerealiseerd"
)


_AFTER: tuple[Column, ...] = ("indicator", "waarde", "jaar", "basis")
_PARTS: tuple[tuple[tuple[str, ...], Column], ...] = (
    (("streefwaarde", "target", "streefcijfer"), "waarde"),
    (("nulmeting",), "basis"),
    (("indicator",), "indicator"),
)
"""Words in a header that say enough by themselves."""


class Header(NamedTuple):
    """What each column of a table says, and of which year where it is a target of a year."""

    columns: tuple[Column, ...]
    years: tuple[int | None, ...]


class TableRow(NamedTuple):
    """One row with each cell by what it says; empty where the table has no such column."""

    code: str
    tekst: str
    indicator: str
    waarde: str
    basis: str
    eenheid: str
    wanneer: str
    is_activiteit: bool
    spot: Spot
    rest: str
    """What stands in the columns that are none of these."""
    jaren: Mapping[int, str]
    """The target of each year of a plan of several years."""


def is_form(rows: Sequence[Block]) -> bool:
    """Tell whether a table has a label and a text in each row, as a factsheet does."""
    pairs = [row.cells for row in rows if len([cell for cell in row.cells if cell]) <= 2]
    labelled = sum(role_of(cells[0]) is not None for cells in pairs if cells)
    return (
        len(pairs) == len(rows)
        and labelled >= max(2, len(rows) // 3)
        and not read_header(rows[0].cells, None)
    )


def with_joined_header(rows: Sequence[Block]) -> Sequence[Block]:
    """Return the rows of a table with a header of two rows as one, such as years below a word.

    A first row that is only the title of the table is left out.
    """
    if len(rows) < 3 or len(rows[0].cells) < 3:
        return rows
    first, second = rows[0].cells, rows[1].cells
    if sum(map(bool, first)) == 1 and first[0] and read_header(second, None):
        return rows[1:]
    spans = [place for place, cell in enumerate(first) if not cell and place]
    below = [cell for cell, above in zip(second, first, strict=False) if cell and cell != above]
    if not spans or len(below) < 2 or not all(map(_is_header_word, below)):
        return rows
    joined, over = [], ""
    for place, cell in enumerate(second):
        own = first[place] if place < len(first) else ""
        over = own or over
        joined.append(own if cell in ("", own) else f"{over} {cell}")
    return [rows[0]._replace(cells=tuple(joined)), *rows[2:]]


def _is_header_word(cell: str) -> bool:
    return _column_of(cell, None)[0] != "anders"


def read_header(cells: Sequence[str], jaren: Planjaren | None) -> Header | None:
    """Return what each column says, None when these cells are no header of a table of targets."""
    named = [_column_of(cell, jaren) for cell in cells]
    found = [column for column, _ in named]
    known = [one for one in found if one != "anders"]
    if len(known) < 2 or len(known) < len([cell for cell in cells if cell]) / 2:
        return None
    if not {"tekst", "activiteit", "indicator", "waarde", "jaar"} & set(known):
        return None
    if any(len(cell) > 60 for cell in cells):
        return None
    return Header(tuple(found), tuple(year for _, year in named))


def read_rows(rows: Sequence[Block], header: Header, jaren: Planjaren | None) -> Iterator[TableRow]:
    """Yield the rows below a header; a header that comes back on a next page is left out."""
    columns = _settled(rows, list(header.columns))
    first = rows[0].cells if rows else ()
    code = tekst = ""
    for row in rows:
        cells = [*row.cells, *[""] * (len(columns) - len(row.cells))]
        if read_header(row.cells, jaren) is not None and (
            row.cells == first or not _has_digit(cells)
        ):
            continue
        picked = {name: _pick(cells, columns, name) for name in set(columns)}
        own = picked.get("activiteit") or picked.get("tekst") or ""
        code, tekst = (picked.get("nr") or code, own) if own else (code, tekst)
        rest = " | ".join(
            cell
            for cell, name in zip(cells, columns, strict=False)
            if name in ("anders", "later") and cell
        )
        yield TableRow(
            picked.get("nr") or (code if not own else ""),
            own or tekst,
            picked.get("indicator", ""),
            picked.get("waarde", ""),
            picked.get("basis", ""),
            picked.get("eenheid", ""),
            picked.get("wanneer", ""),
            "activiteit" in columns
            and "indicator" not in columns
            and bool(picked.get("activiteit")),
            row.spot,
            rest,
            {
                year: cell
                for cell, name, year in zip(cells, columns, header.years, strict=False)
                if name == "jaar" and year is not None and cell
            },
        )


def _pick(cells: Sequence[str], columns: Sequence[Column], name: Column) -> str:
    values = [cell for cell, column in zip(cells, columns, strict=False) if column == name and cell]
    joint = "\n" if name in ("waarde", "basis", "indicator") else " "
    return joint.join(values[:1] if name in ("waarde", "basis") else values)


def _column_of(cell: str, jaren: Planjaren | None) -> tuple[Column, int | None]:
    low = " ".join(cell.lower().replace("’", "'").split()).strip(" :*")
    year = _YEAR.search(low)
    bare = _YEAR.sub("", low).strip(" -:()")
    bare = re.sub(r"\s*\([^()]*\)$", "", bare)
    bare = "" if bare in ("eind", "per eind", "per", "ultimo", "in") else bare
    if year is not None and (column := _of_year(low, bare, int(year[1]), jaren)):
        return column, int(year[1]) if column == "jaar" else None
    if bare in _COLUMNS:
        return _COLUMNS[bare], None
    found = next((column for words, column in _PARTS if any(word in bare for word in words)), None)
    return found or "anders", None


def _of_year(low: str, bare: str, year: int, jaren: Planjaren | None) -> Column | None:
    """Return what a column of a year is: of an earlier year a baseline, of the plan's the doel."""
    if _BASIS.search(low) or (jaren is not None and year < jaren.eerste):
        return "basis"
    if bare and not _ASPECT.search(low):
        return None
    if jaren is None:
        return "waarde"
    if not jaren.covers(year):
        return "later"
    return "waarde" if jaren.lengte == 1 else "jaar"


def _settled(rows: Sequence[Block], columns: list[Column]) -> list[Column]:
    """Let a column `Doel` full of figures be the value, where there is no other."""
    _name_the_text(rows, columns)
    if {"waarde", "jaar"} & set(columns):
        return columns
    named = {"activiteit", "indicator"} & set(columns) or columns.count("tekst") > 1
    for index, name in enumerate(columns):
        if (name == "anders" or (name == "tekst" and named)) and _is_filled_with_doelen(
            rows, index
        ):
            columns[index] = "waarde"
            break
    return columns


def _name_the_text(rows: Sequence[Block], columns: list[Column]) -> None:
    """Let the column before the indicator be what is promised, whatever its header is."""
    if {"tekst", "activiteit"} & set(columns):
        return
    first = next((place for place, one in enumerate(columns) if one in _AFTER), 0)
    for place in range(first):
        told = [row.cells[place] for row in rows[1:] if place < len(row.cells) and row.cells[place]]
        worded = sum(any(len(word) > 3 for word in cell.split()) for cell in told)
        if columns[place] == "anders" and told and worded > 0.6 * len(told):
            columns[place] = "tekst"
            return


def _is_filled_with_doelen(rows: Sequence[Block], index: int) -> bool:
    filled = [row.cells[index] for row in rows[1:] if index < len(row.cells) and row.cells[index]]
    short = [cell for cell in filled if len(cell) < 60 and reads_as_doel(cell)]
    return bool(filled) and len(short) >= 0.5 * len(filled)


def _has_digit(cells: Sequence[str]) -> bool:
    return any(sign.isdigit() for cell in cells for sign in cell)
