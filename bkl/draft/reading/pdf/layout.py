"""One printed page: pieces of text in the order in which they were set, made into lines.

Programs set a page cell by cell and column by column. So a piece that stands higher than the
one before it begins a new run, and runs that begin at one height form a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from bkl.draft.reading.pdf.cells import cell_text, ruled_rows
from bkl.draft.reading.pdf.grid import RuledTable
from bkl.draft.reading.pdf.pieces import Piece, Printed, Usual, text_of

_WIDE = 0.6
"""About how wide a letter is, as a part of its height: more than most are."""
_MARK = re.compile(r"[•◦▪■□●○–·\uf0b7\uf0a7\uf0d8-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})[.)]")


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
        return [text_of(line) for line in self.lines]


def page_lines(
    pieces: Sequence[Piece], usual: Usual, grids: Sequence[RuledTable] = ()
) -> list[Printed]:
    """Return the lines and rows of a page in reading order; `grids` are its ruled tables."""
    done: list[Printed] = []
    above: float | None = None
    for number, (grid, part) in enumerate(_segments(_with_marks_before(pieces), grids)):
        if grid is None:
            done += _flowing(part, usual, above, 100 * number)
            above = min((piece.y for piece in part), default=above)
        else:
            done += list(ruled_rows(grid, part, usual, 100 * number + 50))
            above = grid.ys[-1]
    for one in done[-12:]:
        one.is_last_part = True
    return done


def _segments(
    pieces: Sequence[Piece], grids: Sequence[RuledTable]
) -> Iterator[tuple[RuledTable | None, list[Piece]]]:
    """Yield text outside ruled tables, and each table where its first piece was set."""
    inside = {
        place: next((one for one in grids if one.place(piece.x + 1, piece.y + 1)), None)
        for place, piece in enumerate(pieces)
    }
    seen: list[RuledTable] = []
    run: list[Piece] = []
    for place, piece in enumerate(pieces):
        grid = inside[place]
        if grid is None:
            run.append(piece)
        elif grid not in seen:
            seen.append(grid)
            if run:
                yield None, run
                run = []
            yield grid, [one for at, one in enumerate(pieces) if inside[at] is grid]
    if run:
        yield None, run


def _with_marks_before(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with each bullet or number right before the text that it marks.

    Some programs set all marks of a list when its text is done.
    """
    done: list[Piece] = []
    for piece in pieces:
        if not _MARK.fullmatch(piece.text.strip()):
            done.append(piece)
            continue
        at = next(
            (
                place
                for place in range(max(0, len(done) - 400), len(done))
                if abs(done[place].y - piece.y) < 0.3 * piece.size
                and 0 < done[place].x - piece.x < 5 * piece.size
            ),
            len(done),
        )
        done.insert(at, piece)
    return done


def _flowing(
    pieces: Sequence[Piece], usual: Usual, above: float | None, table: int
) -> list[Printed]:
    """Return lines of running text, and rows of what stands side by side without ruled lines."""
    body, leading = usual.body, usual.leading
    runs = _runs(pieces, body)
    rows = list(_rows(runs, body))
    done: list[Printed] = []
    columns: list[float] = []
    for row in rows:
        if len(row) > 1 or (columns and _in_column(row[0], columns, body)):
            if len(row) > 1 and (
                not columns or len(row) > len(columns) or not _fits(row, columns, body)
            ):
                if not columns or len(row) != len(columns):
                    table += 1
                columns = [run.x for run in row]
            done.append(_row(row, columns, table, usual))
            above = min(run.bottom for run in row)
            continue
        columns = []
        for line in row[0].lines:
            gap = None if above is None else above - line[0].y
            size = max((piece.size for piece in line if piece.text.strip()), default=body)
            apart = gap is None or gap > 1.35 * max(leading, 1.2 * size) or gap < -leading
            bold = all(piece.bold for piece in line if piece.text.strip())
            apart = apart and above is not None
            done.append(Printed(text_of(line), size, bold, apart, x=line[0].x))
            above = line[0].y
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
    return len(text_of(line).strip()) <= 4 and following.x - line[0].x < 5 * body


def _end(piece: Piece) -> float:
    return piece.end or piece.x + len(piece.text) * piece.size * _WIDE


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


def _in_column(run: _Run, columns: Sequence[float], body: float) -> bool:
    return any(abs(run.x - column) < body for column in columns[1:]) and len(run.lines) <= 12


def _fits(row: Sequence[_Run], columns: Sequence[float], body: float) -> bool:
    return all(any(abs(run.x - column) < 2 * body for column in columns) for run in row)


def _row(row: Sequence[_Run], columns: Sequence[float], table: int, usual: Usual) -> Printed:
    cells = [""] * len(columns)
    for run in row:
        place = min(range(len(columns)), key=lambda one: abs(columns[one] - run.x))
        text = cell_text(run.lines, usual)
        cells[place] = f"{cells[place]}\n{text}" if cells[place] else text
    bold = all(piece.bold for run in row for line in run.lines for piece in line)
    return Printed("", usual.body, bold, False, tuple(cells), table)
