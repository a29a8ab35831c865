"""What people filled in: the rows of forms, each answer with the cell in which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bkl.sheets.columns import BLADEN, FEIT, KOLOMMEN, LOCKED, OPEN
from bkl.sheets.form import HIDDEN
from bkl.sheets.grid import Grid, Unreadable, Value, cell_name
from bkl.sheets.heads import Heads, find_heads
from bkl.sheets.key import RowKey, mark_of, read_key
from bkl.sheets.phrases import Lezing, read_figure, read_words
from bkl.sheets.reading import read_grids

_EXPLAINED = ("Uitleg", HIDDEN)
"""Sheets of our own that hold no answers."""


class Spotted(NamedTuple):
    """A place in a form: file, sheet (empty in CSV) and cell (empty: the sheet as a whole)."""

    bestand: str
    blad: str = ""
    cel: str = ""

    def __str__(self) -> str:
        """Return it as people call it: `form.xlsx, Formulier!F7`."""
        where = f"{self.blad}!{self.cel}" if self.blad and self.cel else self.blad or self.cel
        return f"{self.bestand}, {where}" if where else self.bestand


class Bezwaar(NamedTuple):
    """Something that could not be taken over, and why; with `licht` only a remark."""

    plek: Spotted
    message: str
    cure: str = ""
    licht: bool = False


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What one row says: texts by open column, only those that were filled in.

    `cellen` are the cells of all open columns. `sleutel` is None for a row without one, as in
    CSV; then `periode` is as typed.
    """

    id: str
    periode: str
    velden: Mapping[str, str]
    cellen: Mapping[str, Spotted]
    sleutel: RowKey | None = None

    @property
    def plek(self) -> Spotted:
        """Its first cell that was filled in."""
        return self.cellen[next(iter(self.velden))]


@dataclass(slots=True)
class Gelezen:
    """One file as read. `rijen` counts the rows that ask something, filled in or not."""

    bestand: str
    rijen: int = 0
    antwoorden: list[Antwoord] = field(default_factory=list)
    bezwaren: list[Bezwaar] = field(default_factory=list)
    kenmerk: str = ""


def is_filled_in(path: Path) -> bool:
    """Tell whether somebody filled in something; also when that cannot be told."""
    try:
        found = read_answers(path)
    except Unreadable:
        return True
    return bool(found.antwoorden or [one for one in found.bezwaren if not one.licht])


def read_answers(path: Path) -> Gelezen:
    """Return what stands in a form, an Excel workbook or a CSV file.

    Raises Unreadable, with a message and a cure in Dutch, for a file that cannot be read;
    Formaatfout when calamine is missing, and OSError.
    """
    found, grids = Gelezen(path.name), read_grids(path)
    forms = [(grid, heads) for grid in grids if (heads := find_heads(grid)) is not None]
    if not forms:
        raise Unreadable(
            "Hier staat geen formulier in: de kolommen `Code` en `Cijfer` ontbreken.",
            "Maak een formulier met `bkl form`.",
        )
    found.kenmerk = next((_told(grid, "werkplan") for grid in grids if grid.blad == HIDDEN), "")
    for grid, heads in forms:
        _Reader(found, grid, heads).read()
    found.bezwaren += _left_out(path.name, grids, [grid.blad for grid, _ in forms])
    return found


def _told(grid: Grid, name: str) -> str:
    return next((str(row[1]) for row in grid.rows if len(row) > 1 and row[0] == name), "")


def _left_out(bestand: str, grids: Sequence[Grid], read: Sequence[str]) -> Iterator[Bezwaar]:
    for grid in grids:
        if grid.blad in read or grid.blad in _EXPLAINED:
            continue
        if any(value != "" for row in grid.rows for value in row):
            message = "Dit blad hoort niet bij het formulier en is niet gelezen."
            yield Bezwaar(Spotted(bestand, grid.blad), message, licht=True)


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, found: Gelezen, grid: Grid, heads: Heads) -> None:
        self.found, self.grid, self.heads = found, grid, heads
        self.merged = _merged_rows(grid, heads)
        self.names = {one.naam: one.kop for one in BLADEN.get(grid.blad, KOLOMMEN)}

    def read(self) -> None:
        for name in self.heads.double:
            self._object(self._spot(), f"De kolom `{self.names[name]}` staat er twee keer.", _ONE)
        if self.heads.double:
            return
        for row in range(len(self.grid.rows)):
            if row not in self.heads.rows:
                self._row(row)
        self._beside()

    def _spot(self, row: int = -1, column: int = -1) -> Spotted:
        cell = cell_name(row, column) if row >= 0 else ""
        return Spotted(self.found.bestand, self.grid.blad, cell)

    def _object(self, plek: Spotted, message: str, cure: str = "", *, licht: bool = False) -> None:
        self.found.bezwaren.append(Bezwaar(plek, message, cure, licht))

    def _value(self, row: int, name: str) -> Value:
        column = self.heads.columns.get(name)
        cells = self.grid.rows[row]
        return "" if column is None or column >= len(cells) else cells[column]

    def _text(self, row: int, name: str) -> str:
        return str(self._value(row, name)).strip()

    def _row(self, row: int) -> None:
        key_text = self._text(row, "sleutel")
        key = read_key(key_text) if key_text else None
        code = self._text(row, "code")
        self.found.rijen += bool(code or (key and key.id))
        if key is not None:
            self._expect_unwritten(row, key)
        filled = [name for name in OPEN if self._is_filled(row, name)]
        if not filled:
            return
        first = self._spot(row, self.heads.columns[filled[0]])
        if (merged := self.merged.get(row)) is not None:
            self._object(
                first._replace(cel=merged),
                "Deze cellen zijn samengevoegd: het is niet te zien bij welke rij en kolom de "
                "inhoud hoort.",
                "Splits de cellen, en vul elke rij apart in.",
            )
            return
        fact = (key.periode if key else self._text(row, "periode").casefold()) == FEIT
        if (problem := _who(key, key_text, code, fact=fact)) is not None:
            self._object(first, *problem)
            return
        read = {name: self._cell(row, name) for name in filled}
        if any(one.fout for one in read.values()):
            return
        self.found.antwoorden.append(
            Antwoord(
                (key.id if key else "") or code,
                key.periode if key else self._text(row, "periode"),
                {name: one.tekst for name, one in read.items()},
                {
                    name: self._spot(row, self.heads.columns[name])
                    for name in OPEN
                    if name in self.heads.columns
                },
                key,
            )
        )

    def _expect_unwritten(self, row: int, key: RowKey) -> None:
        """Tell what people wrote into cells that only show something."""
        for name in LOCKED:
            column = self.heads.columns.get(name)
            text = self._text(row, name)
            if column is not None and mark_of(" ".join(text.split())) != key.getoond[name]:
                message = f"`{self.names[name]}` is in het formulier veranderd; dat telt niet."
                self._object(self._spot(row, column), message, _ELSEWHERE[name], licht=True)

    def _is_filled(self, row: int, name: str) -> bool:
        column = self.heads.columns.get(name)
        if column is None:
            return False
        value = self._value(row, name)
        note = self.grid.note(row, column)
        told = value.strip() if isinstance(value, str) else value
        return told != "" or note.fout is not None or note.formule is not None

    def _cell(self, row: int, name: str) -> Lezing:
        """Read one cell; what is wrong with it is told."""
        column = self.heads.columns[name]
        value, note = self._value(row, name), self.grid.note(row, column)
        read = read_figure(value, note) if name == "cijfer" else read_words(value, note)
        spot = self._spot(row, column)
        if read.fout:
            self._object(spot, read.fout, read.herstel)
        elif read.opmerking:
            self._object(spot, f"`{read.tekst}`: {read.opmerking}.", licht=True)
        return read

    def _beside(self) -> None:
        """Tell what stands in columns that are no part of the form."""
        known = set(self.heads.columns.values())
        for column in range(max((len(row) for row in self.grid.rows), default=0)):
            if column in known:
                continue
            rows = [
                row
                for row, cells in enumerate(self.grid.rows)
                if row not in self.heads.rows and column < len(cells) and cells[column] != ""
            ]
            if rows:
                count = "1 cel is" if len(rows) == 1 else f"{len(rows)} cellen zijn"
                message = f"Deze kolom hoort niet bij het formulier; {count} niet overgenomen."
                self._object(self._spot(rows[0], column), message, licht=True)


_ELSEWHERE = {
    "toezegging": "Een toezegging verandert in het werkplan.",
    "doel": "Een doel verandert in het werkplan, of met een bijstelling.",
    "laatste": "Vul een nieuw cijfer in bij `Invullen: cijfer`.",
}
_ONE = "Laat er een staan, en verwijder de andere."


def _who(key: RowKey | None, key_text: str, code: str, *, fact: bool) -> tuple[str, str] | None:
    """Return why it is not certain which figure a row is about; None when it is.

    A new fact has no code yet.
    """
    if key is None and key_text:
        return (
            "De verborgen sleutel van deze rij is veranderd.",
            "Neem het antwoord over in een nieuw formulier.",
        )
    if key is None and not code and not fact:
        return "Bij dit antwoord staat geen code.", "Zet de code van de toezegging vooraan."
    if key is not None and key.id and code and code.casefold() != key.id.casefold():
        return (
            f"In deze rij staat de code `{code}`, maar de rij is gemaakt voor `{key.id}`.",
            "Neem het antwoord over in een nieuw formulier.",
        )
    return None


def _merged_rows(grid: Grid, heads: Heads) -> dict[int, str]:
    """Return the rows of which cells are merged that belong to the form, with their range."""
    known = {heads.columns[name] for name in (*OPEN, "code", "sleutel") if name in heads.columns}
    found: dict[int, str] = {}
    for (top, left), (bottom, right) in grid.merged:
        spanned = sum(left <= column <= right for column in known)
        if spanned > 1 or (spanned and bottom > top):
            name = f"{cell_name(top, left)}:{cell_name(bottom, right)}"
            for row in range(top, min(bottom, len(grid.rows) - 1) + 1):
                found.setdefault(row, name)
    return found
