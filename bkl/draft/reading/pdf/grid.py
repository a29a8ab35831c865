"""Ruled tables of a printed page: lines that cross form a grid, and text stands in its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bkl.draft.reading.pdf.canvas import Ruling

_NEAR = 2.5
_MOST_LINES = 1_200
MOST_CELLS = 20_000


class RuledTable(NamedTuple):
    """The lines of a table: `xs` from left, `ys` from the top; `upright` and `level` are ruled."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    upright: tuple[Ruling, ...]
    level: tuple[Ruling, ...]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Return (row, column) of a spot; None outside the table."""
        column = sum(x > one - 1 for one in self.xs) - 1
        row = sum(y < one for one in self.ys) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return (row, column) if inside else None

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """Return the first place of the merged cell that holds a place."""
        y = (self.ys[row] + self.ys[row + 1]) / 2
        while column and not self._is_ruled(self.upright, self.xs[column], y, 0):
            column -= 1
        x = (self.xs[column] + self.xs[column + 1]) / 2
        while row and not self._is_ruled(self.level, self.ys[row], x, 1):
            row -= 1
        return row, column

    def _is_ruled(self, rules: Sequence[Ruling], at: float, along: float, axis: int) -> bool:
        return any(
            abs(one[axis] - at) < _NEAR and one[1 - axis] - 1 < along < one[3 - axis] + 1
            for one in rules
        )


def find_grids(rules: Sequence[Ruling]) -> list[RuledTable]:
    """Return the tables that ruled lines form: at least two columns, or two rows of two."""
    upright = _joined([one for one in rules if one.x1 - one.x0 < one.y1 - one.y0], 0)
    level = _joined([one for one in rules if one.x1 - one.x0 >= one.y1 - one.y0], 1)
    if len(upright) + len(level) > _MOST_LINES:
        return []
    grids = []
    for group in _crossing(upright, level):
        ups = tuple(one for one in group if one in upright)
        levels = tuple(one for one in group if one in level)
        xs = _places([one.x0 for one in ups])
        # a row that goes on over the page has no line above or below it
        ends = [*(one.y0 for one in ups), *(one.y1 for one in ups)]
        ys = _places([*(one.y0 for one in levels), min(ends, default=0), max(ends, default=0)])[
            ::-1
        ]
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) < MOST_CELLS:
            grids.append(RuledTable(tuple(xs), tuple(ys), ups, levels))
    return sorted(grids, key=lambda one: -one.ys[0])


def _joined(rules: Sequence[Ruling], axis: int) -> list[Ruling]:
    """Join pieces of one line, as programs draw a border cell by cell."""
    done: list[Ruling] = []
    for one in sorted(rules, key=lambda rule: (round(rule[axis] / 1.5), rule[1 - axis])):
        last = done[-1] if done else None
        if (
            last is not None
            and abs(last[axis] - one[axis]) < _NEAR
            and one[1 - axis] <= last[3 - axis] + _NEAR
        ):
            ends = list(last)
            ends[3 - axis] = max(last[3 - axis], one[3 - axis])
            done[-1] = Ruling(*ends)
        else:
            done.append(one)
    return done


def _crossing(upright: Sequence[Ruling], level: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Yield groups of lines that cross or touch each other."""
    lines = [*upright, *level]
    group_of = list(range(len(lines)))

    def root(place: int) -> int:
        while group_of[place] != place:
            group_of[place] = group_of[group_of[place]]
            place = group_of[place]
        return place

    for one, up in enumerate(upright):
        for other, flat in enumerate(level, start=len(upright)):
            if (
                flat.x0 - _NEAR <= up.x0 <= flat.x1 + _NEAR
                and up.y0 - _NEAR <= flat.y0 <= up.y1 + _NEAR
            ):
                group_of[root(one)] = root(other)
    groups: dict[int, list[Ruling]] = {}
    for place, line in enumerate(lines):
        groups.setdefault(root(place), []).append(line)
    yield from (group for group in groups.values() if len(group) > 3)


def _places(values: Sequence[float]) -> list[float]:
    done: list[float] = []
    for value in sorted(values):
        if not done or value - done[-1] > 2 * _NEAR:
            done.append(value)
    return done
