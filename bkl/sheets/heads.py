"""Which column of a sheet is which: by the hidden row of marks, else by the heads people read."""

from __future__ import annotations

from dataclasses import dataclass, field

from bkl.sheets.columns import OPEN, find_by_head, find_by_mark
from bkl.sheets.grid import Grid, Value
from bkl.sheets.key import read_key

_DEEP = 50
"""So many rows are searched for heads."""


@dataclass(slots=True)
class Heads:
    """The number of each column by its name; `rows` are those that hold no answers.

    `double` are the columns that stand there twice.
    """

    columns: dict[str, int] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    double: list[str] = field(default_factory=list)

    def add(self, name: str, column: int) -> None:
        """Note a column."""
        if name in self.columns:
            self.double.append(name)
        self.columns.setdefault(name, column)


def find_heads(grid: Grid) -> Heads | None:
    """Return where the columns stand, None for a sheet that is no form."""
    by_mark = next((found for row in range(len(grid.rows)) if (found := _marks(grid, row))), None)
    heads = by_mark or next(
        (found for row in range(min(_DEEP, len(grid.rows))) if (found := _named(grid, row))), None
    )
    if heads is None:
        return None
    first = min(heads.rows)
    if by_mark is None:
        heads.rows |= set(range(first))
    elif first + 1 < len(grid.rows) and not _has_key(grid, heads, first + 1):
        heads.rows.add(first + 1)  # the row of heads, whatever it says now
    return heads


def _marks(grid: Grid, row: int) -> Heads | None:
    heads = Heads(rows={row})
    for column, value in enumerate(grid.rows[row]):
        if isinstance(value, str) and (name := find_by_mark(value)) is not None:
            heads.add(name, column)
    return heads if len(heads.columns) > 1 and _tells(heads) else None


def _named(grid: Grid, row: int) -> Heads | None:
    heads = Heads(rows={row})
    for column, value in enumerate(grid.rows[row]):
        if (name := find_by_head(_text(value))) is not None:
            heads.add(name, column)
    return heads if _tells(heads) else None


def _tells(heads: Heads) -> bool:
    """Tell whether these columns say about what somebody answers, and what."""
    about = "code" in heads.columns or "sleutel" in heads.columns
    return about and any(name in heads.columns for name in OPEN)


def _has_key(grid: Grid, heads: Heads, row: int) -> bool:
    column = heads.columns.get("sleutel", -1)
    cells = grid.rows[row]
    return 0 <= column < len(cells) and read_key(_text(cells[column])) is not None


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
