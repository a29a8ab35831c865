"""A sheet that is one table: a header row with filters, and under it the rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, TypeVar

from bkl.domein.records import dataclass
from bkl.render.book.workbook import HEAD, LINE, Workbook, for_paper, plain_text, row_height

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Cell = str | Fraction | int | date | None
"""What a cell can hold. A text is always a text; None and an empty text are an empty cell."""
_SIGNS = ("=", "+", "-", "@")
"""How a formula begins; a text that begins so stays a text, also when somebody edits it."""
_WHOLE, _BROKEN, _DAY = "#,##0", "#,##0.0#####", "dd-mm-yyyy"
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its head, its width in characters, and what it shows of a row."""

    kop: str
    breed: int
    of: Callable[[T], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table: its name in the file, that of its sheet, and the title above it on paper.

    `vast` is how many columns stay in view when scrolling.
    """

    sleutel: str
    blad: str
    titel: str
    columns: Sequence[Column[T]]
    rows: Sequence[T]
    vast: int = 1


def add_table(book: Workbook, table: Table[T]) -> Worksheet:
    """Add a sheet with just this table; without rows it says so below the heads."""
    sheet = book.sheet(sheet_name(table.blad))
    put_table(book, sheet, table, 0)
    sheet.freeze_panes(1, table.vast)
    for_paper(sheet, table.titel, 0, sum(column.breed for column in table.columns))
    return sheet


def put_table(book: Workbook, sheet: Worksheet, table: Table[T], top: int) -> int:
    """Write the table from row `top` on; return the row below it."""
    head = book.style(bold=True, bg_color=HEAD, border=1, border_color=LINE)
    last = top + max(1, len(table.rows))
    heads = _unique([one.kop for one in table.columns])
    columns = [{"header": kop, "header_format": head} for kop in heads]
    name = f"Tabel_{table.sleutel}"
    sheet.add_table(
        top,
        0,
        last,
        len(columns) - 1,
        {"columns": columns, "name": name, "style": "Table Style Light 1", "banded_rows": False},
    )
    widths = [column.breed for column in table.columns]
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    # a filter button takes the room of three characters
    roomy = (max(1, width - 3) for width in widths)
    sheet.set_row(top, row_height(zip(heads, roomy, strict=True)))
    for row, one in enumerate(table.rows, top + 1):
        cells = [column.of(one) for column in table.columns]
        for number, cell in enumerate(cells):
            put(book, sheet, row, number, cell)
        texts = (cell if isinstance(cell, str) else "" for cell in cells)
        sheet.set_row(row, row_height(zip(texts, widths, strict=True)))
    return last + 1


def sheet_name(text: str) -> str:
    """Return a text as Excel allows it as the name of a sheet."""
    return _NO_NAME.sub(" ", text).strip(" '")[:31] or "Blad"


def _unique(heads: Sequence[str]) -> list[str]:
    """Return heads of one table, none of which says the same as another: words may be own ones."""
    found: dict[str, str] = {}
    for head in heads:
        text = first = " ".join(plain_text(head).split())[:200]
        number = 2
        while text.casefold() in found:
            text, number = f"{first} {number}", number + 1
        found[text.casefold()] = text
    return list(found.values())


def put(book: Workbook, sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Write one cell: a number as a number, a day as a day, all else as text."""
    line: dict[str, object] = {"border": 1, "border_color": LINE}
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, book.style(**line))
    elif isinstance(cell, str):
        quoted = {"quote_prefix": True} if cell.lstrip().startswith(_SIGNS) else {}
        sheet.write_string(row, column, plain_text(cell), book.style(**line, **quoted))
    elif isinstance(cell, date):
        day = datetime(cell.year, cell.month, cell.day)
        sheet.write_datetime(row, column, day, book.style(**line, num_format=_DAY))
    else:
        shape = _WHOLE if cell == int(cell) else _BROKEN
        sheet.write_number(row, column, float(cell), book.style(**line, num_format=shape))
