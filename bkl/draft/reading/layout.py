"""One printed page: pieces of text in the order in which they were set, made into lines.

Programs set a page cell by cell and column by column. So a piece that stands higher than the
one before it begins a new run, and runs that begin at one height form a row of a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

_WIDE = 0.6
"""About how wide a letter is, as a part of its height: more than most are."""


class Piece(NamedTuple):
    """A piece of text: where its base line begins in points from below left, and its size."""

    x: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass(slots=True)
class Printed:
    """A line of text or a row of cells; `apart` tells that more room than usual stands above.

    `is_last_part` tells that it stands near the foot of the page.
    """

    text: str
    size: float
    bold: bool
    apart: bool
    cells: tuple[str, ...] = ()
    table: int = 0
    is_last_part: bool = False


@dataclass(slots=True)
class _Run:
    """Lines that follow each other downward."""

    lines: list[list[Piece]] = field(default_factory=list)

    @property
    def x(self) -> float:
        return min(line[0].x for line in self.lines)

    @property
    def top(self) -> float:
        return self.lines[0][0].y

    @property
    def bottom(self) -> float:
        return self.lines[-1][0].y

    def words(self) -> list[str]:
        return [_text(line) for line in self.lines]


def page_lines(pieces: Sequence[Piece], body: float) -> list[Printed]:
    """Return the lines and rows of a page in reading order."""
    runs = _runs(pieces, body)
    rows = list(_rows(runs, body))
    leading = _leading(runs, body)
    done: list[Printed] = []
    table = 0
    above: float | None = None
    columns: list[float] = []
    for row in rows:
        if len(row) > 1 or (columns and _in_column(row[0], columns, body)):
            if len(row) > 1 and (
                not columns or len(row) > len(columns) or not _fits(row, columns, body)
            ):
                if not columns or len(row) != len(columns):
                    table += 1
                columns = [run.x for run in row]
            done.append(_row(row, columns, table, body))
            above = min(run.bottom for run in row)
            continue
        columns = []
        for line in row[0].lines:
            gap = None if above is None else above - line[0].y
            size = max((piece.size for piece in line if piece.text.strip()), default=body)
            apart = gap is None or gap > 1.35 * max(leading, 1.2 * size) or gap < -leading
            bold = all(piece.bold for piece in line if piece.text.strip())
            done.append(Printed(_text(line), size, bold, apart and above is not None))
            above = line[0].y
    for one in done[-12:]:
        one.is_last_part = True
    return done


def _runs(pieces: Sequence[Piece], body: float) -> list[_Run]:
    runs: list[_Run] = []
    for piece in pieces:
        run = runs[-1] if runs else None
        if run is None:
            runs.append(_Run([[piece]]))
            continue
        last = run.lines[-1]
        drop = last[0].y - piece.y
        near = max(0.35 * max(piece.size, last[-1].size), 1.0)
        if abs(drop) <= near or (abs(drop) <= 0.6 * body and piece.size < 0.8 * last[0].size):
            if (
                piece.x - _end(last[-1]) > 2.0 * body
                and piece.x > last[-1].x
                and not _is_mark(last, piece, body)
            ):
                runs.append(_Run([[piece]]))
            elif piece.size < 0.78 * last[0].size and piece.text.strip().isdigit():
                continue  # the raised number of a footnote
            elif piece.x < last[0].x - body:
                runs.append(_Run([[piece]]))
            else:
                last.append(piece)
        elif 0 < drop < 12 * body and -2.5 * body < piece.x - run.x < 14 * body:
            run.lines.append([piece])
        else:
            runs.append(_Run([[piece]]))
    return runs


def _is_mark(line: Sequence[Piece], following: Piece, body: float) -> bool:
    """Tell whether a line so far is the bullet or number of an item that goes on near it."""
    return len(_text(line).strip()) <= 4 and following.x - line[0].x < 5 * body


def _end(piece: Piece) -> float:
    return piece.x + len(piece.text) * piece.size * _WIDE


def _rows(runs: Sequence[_Run], body: float) -> Iterator[list[_Run]]:
    """Yield runs that stand side by side as cells of one row; others by themselves."""
    group: list[_Run] = []
    for run in runs:
        if group and _beside(group, run, body):
            group.append(run)
            continue
        cut = _cut_place(group, run, body)
        if cut is not None:
            # what stands right above a table was set in one run with its first cell
            whole = group[0]
            yield [_Run(whole.lines[:cut])]
            group = [_Run(whole.lines[cut:]), run]
            continue
        yield from _settle(group)
        group = [run]
    yield from _settle(group)


def _cut_place(group: Sequence[_Run], run: _Run, body: float) -> int | None:
    """Return at which line of the run before it another run begins beside it."""
    if len(group) != 1 or run.x < group[0].x + 1.5 * body:
        return None
    for index, line in enumerate(group[0].lines):
        if index and abs(line[0].y - run.top) < 0.5 * body:
            return index
    return None


def _beside(group: Sequence[_Run], run: _Run, body: float) -> bool:
    low = min(one.bottom for one in group)
    overlaps = run.top >= low - 0.5 * body and abs(run.top - group[0].top) < 2.6 * body
    right = run.x > group[-1].x + 1.5 * body
    return overlaps and right and not _is_under_heading(group, run, body)


def _is_under_heading(group: Sequence[_Run], run: _Run, body: float) -> bool:
    """Tell whether the only run so far is a heading with the first cell of a table below it."""
    lines = group[0].lines
    cut = _cut_place(group, run, body)
    if cut is None or abs(lines[0][0].y - run.top) < 0.5 * body:
        return False
    above, below = lines[cut - 1][0], lines[cut][0]
    return abs(above.size - below.size) > 0.5 or above.y - below.y > 1.6 * body


def _settle(group: list[_Run]) -> Iterator[list[_Run]]:
    """Take columns of running text apart; what is left of a group is one row."""
    if not group:
        return
    lines = [line for run in group for line in run.words()]
    flowing = len(group) in (2, 3) and min(len(run.lines) for run in group) > 12
    if flowing and median(len(line) for line in lines) > 25:
        for run in group:
            yield [run]
    else:
        yield group


def _leading(runs: Sequence[_Run], body: float) -> float:
    gaps = [
        above[0].y - below[0].y
        for run in runs
        for above, below in zip(run.lines, run.lines[1:], strict=False)
    ]
    usual = [gap for gap in gaps if 0.8 * body < gap < 2.2 * body]
    return median(usual) if usual else 1.25 * body


def _in_column(run: _Run, columns: Sequence[float], body: float) -> bool:
    return any(abs(run.x - column) < body for column in columns[1:]) and len(run.lines) <= 12


def _fits(row: Sequence[_Run], columns: Sequence[float], body: float) -> bool:
    return all(any(abs(run.x - column) < 2 * body for column in columns) for run in row)


def _row(row: Sequence[_Run], columns: Sequence[float], table: int, body: float) -> Printed:
    cells = [""] * len(columns)
    for run in row:
        place = min(range(len(columns)), key=lambda one: abs(columns[one] - run.x))
        text = _cell(run)
        cells[place] = f"{cells[place]}\n{text}" if cells[place] else text
    bold = all(piece.bold for run in row for line in run.lines for piece in line)
    return Printed("", body, bold, False, tuple(cells), table)


def _cell(run: _Run) -> str:
    """Return the text of a cell: lines that were broken to fit are one again."""
    text = ""
    for words in run.words():
        line = words.strip()
        if not text:
            text = line
        elif text.endswith("-") and line[:1].islower():
            text = text[:-1] + line
        elif line[:1] in "•-–▪" or text.endswith((".", ";", ":")):
            text = f"{text}\n{line}"
        else:
            text = f"{text} {line}"
    return text


def _text(line: Sequence[Piece]) -> str:
    """Return the words of a line; a space where the pieces stand apart."""
    text = ""
    last: Piece | None = None
    for piece in line:
        apart = last is not None and piece.x - last.x > len(last.text) * last.size * 0.7
        text += (
            " " if apart and not text.endswith(" ") and not piece.text.startswith(" ") else ""
        ) + piece.text
        last = piece
    return text
