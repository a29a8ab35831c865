"""What a sheet holds, before anybody says what it means: values, and how they came about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

Value = str | float | bool | date | time | timedelta
"""What a cell holds; empty is an empty text."""
Spot = tuple[int, int]
"""Row and column of a cell, from 0."""


class Unreadable(Exception):  # noqa: N818 - what it tells is no fault of bkl
    """A file cannot be read at all; `message` and `cure` are Dutch."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.message, self.cure = message, cure


@dataclass(frozen=True, slots=True)
class Note:
    """What a cell is besides its value: its number format, its formula, the error it shows.

    `empty` tells that a formula has no outcome in the file.
    """

    formaat: str = ""
    formule: str | None = None
    fout: str | None = None
    empty: bool = False


PLAIN = Note()


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or one CSV file (`blad` is then empty)."""

    blad: str
    rows: Sequence[Sequence[Value]]
    notes: Mapping[Spot, Note] = field(default_factory=dict)
    merged: Sequence[tuple[Spot, Spot]] = ()

    def note(self, row: int, column: int) -> Note:
        """Return what a cell is besides its value."""
        return self.notes.get((row, column), PLAIN)


def cell_name(row: int, column: int) -> str:
    """Return how people call a cell: `F7`."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{letters}{row + 1}"
