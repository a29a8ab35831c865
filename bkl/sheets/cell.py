"""One cell of a workbook or CSV file: evidence for a figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bkl.sheets.grid import Grid, Spot, Unreadable, cell_name
from bkl.sheets.phrases import read_figure
from bkl.sheets.reading import read_grids


def read_cell(path: Path, blad: str | None, row: int, column: int) -> str:
    """Return what a cell says, as a Dutch phrase; empty for an empty cell or one outside.

    Rows and columns count from 0; without `blad` the first sheet is meant. Numbers are exact,
    and one that is shown as per cent or in euros says so: `62%`, `€ 450`. Raises Unreadable, in
    Dutch, for a file, sheet or cell that cannot be read, Formaatfout when calamine is missing,
    and OSError.
    """
    return find_cell(read_grids(path), path.name, blad, (row, column))


def find_cell(grids: Sequence[Grid], name: str, blad: str | None, spot: Spot) -> str:
    """Return what a cell says in sheets that were read already; `name` is that of the file."""
    wanted = [grid for grid in grids if blad is None or grid.blad.casefold() == blad.casefold()]
    if not wanted:
        raise Unreadable(
            f"In `{name}` staat geen blad `{blad}`.",
            f"Kies uit: {', '.join(f'`{grid.blad}`' for grid in grids if grid.blad)}.",
        )
    grid, (row, column) = wanted[0], spot
    inside = row < len(grid.rows) and column < len(grid.rows[row])
    value, note = grid.rows[row][column] if inside else "", grid.note(row, column)
    read = read_figure(value, note)
    if read.fout:
        raise Unreadable(f"{cell_name(row, column)}: {read.fout}", read.herstel)
    return read.tekst
