"""What stands in the parts of a workbook beside the values: formats, formulas and errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from bkl.sheets.grid import Note, Spot, Unreadable

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 256, 300_000
_AREA = 1_000_000
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Number formats that a file does not spell out; the others differ per country."""
_UNKNOWN = "?"
_SPOT = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
Attributes = dict[str, str]


def _parse(
    data: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Walk through XML by the names of its elements, without their name spaces.

    Raises Unreadable for what is no XML and for a document type, which an honest workbook never
    has and which can make much out of little.
    """

    def refuse(*_: object) -> None:
        raise Unreadable("Dit bestand bevat iets dat in een werkmap niet hoort.", _NEW)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, found: start(name.rpartition(":")[2], found)
    if end is not None:
        close = end
        parser.EndElementHandler = lambda name: close(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise Unreadable("Dit Excel-bestand is beschadigd.", _NEW) from fault


_NEW = "Open het in Excel of LibreOffice, sla het opnieuw op en geef de opdracht opnieuw."


def sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the name of the part of each sheet, by the name of the sheet."""
    named: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(tag: str, found: Attributes) -> None:
        if tag == "sheet":
            id_ = next((value for key, value in found.items() if key.endswith(":id")), "")
            named[found.get("name", "")] = id_

    def relation(tag: str, found: Attributes) -> None:
        if tag == "Relationship":
            target = found.get("Target", "")
            targets[found.get("Id", "")] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )

    _parse(parts["xl/workbook.xml"], sheet)
    if rels := parts.get("xl/_rels/workbook.xml.rels"):
        _parse(rels, relation)
    return {name: targets.get(id_, "") for name, id_ in named.items()}


def read_formats(data: bytes | None) -> list[str]:
    """Return the number format of each style, by its number; empty for the general one."""
    own: dict[int, str] = {}
    styles: list[int] = []
    inside: list[str] = []

    def start(tag: str, found: Attributes) -> None:
        inside.append(tag)
        if tag == "numFmt":
            own[_number(found.get("numFmtId"))] = found.get("formatCode", "")
        elif tag == "xf" and "cellXfs" in inside:
            styles.append(_number(found.get("numFmtId")))

    def end(_: str) -> None:
        inside.pop()

    if data:
        _parse(data, start, end)
    known = _BUILT_IN | own
    return ["" if number == 0 else known.get(number, _UNKNOWN) for number in styles]


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


@dataclass(slots=True)
class Scan:
    """Walks through one sheet and notes what cells are besides their value.

    Raises Unreadable where a sheet is larger than a form can be.
    """

    formats: list[str]
    notes: dict[Spot, Note] = field(default_factory=dict)
    _spot: Spot = (0, -1)
    _kind: str = ""
    _style: str = ""
    _formula: str | None = None
    _value: str | None = None
    _inside: str = ""
    _cells: int = 0
    _last: Spot = (0, 0)

    def read(self, data: bytes) -> None:
        """Walk through the sheet."""
        _parse(data, self._start, self._end, self._text)

    def _start(self, tag: str, found: Attributes) -> None:
        if tag == "c":
            self._spot = _spot(found.get("r"), self._spot)
            self._kind = found.get("t", "")
            number = _number(found.get("s"))
            self._style = self.formats[number] if number < len(self.formats) else ""
            self._formula = self._value = None
        elif tag == "row":
            self._spot = (_number(found.get("r")) - 1 if "r" in found else self._spot[0] + 1, -1)
        self._inside = tag
        if tag == "f":
            self._formula = ""

    def _text(self, text: str) -> None:
        if self._inside == "v":
            self._value = (self._value or "") + text
        elif self._inside == "f":
            self._formula = (self._formula or "") + text
        elif self._inside == "t":
            self._value = text

    def _end(self, tag: str) -> None:
        self._inside = ""
        if tag != "c" or (self._value is None and self._formula is None):
            return
        self._count()
        fault = (self._value or "#?") if self._kind == "e" else None
        if self._formula is not None or fault is not None or self._style:
            empty = self._formula is not None and self._value is None
            self.notes[self._spot] = Note(self._style, self._formula, fault, empty)

    def _count(self) -> None:
        row, column = self._spot
        self._last = (max(self._last[0], row), max(self._last[1], column))
        self._cells += 1
        area = (self._last[0] + 1) * (self._last[1] + 1)
        if row >= MOST_ROWS or column >= MOST_COLUMNS or area > _AREA or self._cells > MOST_CELLS:
            raise Unreadable(
                "Dit blad is te groot voor een formulier.",
                "Kopieer de rijen die u wilt inlezen naar een nieuw formulier.",
            )


def _spot(name: str | None, before: Spot) -> Spot:
    found = _SPOT.fullmatch(name or "")
    if found is None:
        return before[0], before[1] + 1
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]) - 1, column - 1
