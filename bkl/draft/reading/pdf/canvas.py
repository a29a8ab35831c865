"""The content of a PDF page, walked once: where each piece of text ends, and which lines are ruled.

The library joins what stands on one line, also across the cells of a table. So every piece that
stands apart gets a text object of its own before the library reads the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from bkl.draft.reading.pdf.operands import (
    SAME,
    Matrix,
    SignWidths,
    matrix,
    number,
    plain,
    raw,
    times,
)

Operation = tuple[list[object], bytes]

MOST_OPERATIONS = 400_000
MOST_RULES = 3_000
_THIN = 3.0
_APART = 1.4
"""So many times its size a piece must stand apart to be one of its own."""
_KEPT = frozenset((b"Tr", b"gs", b"Do", b"BDC", b"BMC", b"EMC", b"Tc", b"Tw", b"Tz", b"TL", b"Ts"))
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_PAINTS = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_STATES = frozenset((b"q", b"Q", b"cm"))
_DRAWS = frozenset((*_PAINTS, *_STATES, b"m", b"l", b"re", b"h", b"n"))


class Ruling(NamedTuple):
    """A straight ruled line, in points from below left: one side is almost nothing."""

    x0: float
    y0: float
    x1: float
    y1: float


class Canvas(NamedTuple):
    """The operations with text in pieces, where each piece ends (by its start), and the rules."""

    operations: list[Operation]
    ends: dict[tuple[int, int], float]
    rules: list[Ruling]


def spot_key(x: float, y: float) -> tuple[int, int]:
    """Return what tells the beginnings of pieces apart."""
    return round(x * 4), round(y * 4)


def walk(operations: Sequence[Operation], fonts: Mapping[str, object]) -> Canvas:
    """Return the page with each piece of text apart."""
    drawing = _Walker({}, [])
    for operands, operator in operations[:MOST_OPERATIONS]:
        if operator in _DRAWS:
            drawing.take(operands, operator)
    walker = _Walker(fonts, drawing.rules)
    for operands, operator in operations[:MOST_OPERATIONS]:
        if operator not in _DRAWS or operator in _STATES:
            walker.take(operands, operator)
    return Canvas(walker.done, walker.ends, drawing.rules)


class _Walker:
    """Keeps the state that a page description has: matrices, the font, the path so far."""

    def __init__(self, fonts: Mapping[str, object], rules: Sequence[Ruling]) -> None:
        self.upright = sorted(one for one in rules if one.x1 - one.x0 < _THIN)
        self.fonts = {name: SignWidths(font) for name, font in fonts.items()}
        self.done: list[Operation] = []
        self.ends: dict[tuple[int, int], float] = {}
        self.rules: list[Ruling] = []
        self.page, self.kept = SAME, list[tuple[Matrix, str, float]]()
        self.line, self.text = SAME, SAME
        self.font, self.size, self.leading = "", 1.0, 0.0
        self.spacing = self.words = 0.0
        self.stretch = 1.0
        self.path: list[tuple[float, float]] = []
        self.shapes: list[list[tuple[float, float]]] = []
        self.moved, self.last, self.began = True, (0.0, 0.0, 0.0), False

    def take(self, operands: list[object], operator: bytes) -> None:
        if operator in _SHOWS:
            self._show(operands, operator)
        elif operator in (b"Td", b"TD", b"Tm", b"T*", b"BT", b"ET"):
            self._move(operands, operator)
        elif operator in (b"q", b"Q", b"cm", b"Tf"):
            self._state(operands, operator)
        elif operator in _DRAWS:
            self._draw(operands, operator)
        elif operator in _KEPT:
            self._spaced(operands, operator)
            self.done.append((operands, operator))

    def _spaced(self, operands: list[object], operator: bytes) -> None:
        if not operands or operator in (b"gs", b"Do", b"BDC", b"BMC"):
            return
        value = number(operands[0])
        if operator == b"Tc":
            self.spacing = value
        elif operator == b"Tw":
            self.words = value
        elif operator == b"Tz":
            self.stretch = value / 100
        elif operator == b"TL":
            self.leading = value

    def _state(self, operands: list[object], operator: bytes) -> None:
        if operator == b"q":
            self.kept.append((self.page, self.font, self.size))
            del self.kept[:-200]
        elif operator == b"Q" and self.kept:
            self.page, self.font, self.size = self.kept.pop()
        elif operator == b"cm":
            self.page = times(matrix(operands), self.page)
        elif operator == b"Tf" and len(operands) > 1:
            self.font, self.size = str(operands[0]), number(operands[1])
        self.done.append((operands, operator))

    def _move(self, operands: list[object], operator: bytes) -> None:
        if operator in (b"BT", b"ET"):
            self.line = self.text = SAME
            self.done.append((operands, operator))
            self.began = operator == b"BT"
            self.moved = True
            return
        if operator == b"Tm":
            self.line = matrix(operands)
        elif operator == b"T*":
            self.line = times((1, 0, 0, 1, 0, -self.leading), self.line)
        else:
            x, y = (number(one) for one in (*operands, 0, 0)[:2])
            self.leading = -y if operator == b"TD" else self.leading
            self.line = times((1, 0, 0, 1, x, y), self.line)
        self.text, self.moved = self.line, True

    def _show(self, operands: list[object], operator: bytes) -> None:
        if operator in (b"'", b'"'):
            self._move([], b"T*")
            operands = operands[-1:]
        here = times(self.text, self.page)
        size = abs(self.size) * (abs(here[3]) or abs(here[1]) or 1.0)
        if self.moved:
            end, base, began = self.last
            near = abs(here[5] - base) < 0.1 * size and -0.3 * size < here[4] - end < _APART * size
            if not near or self._ruled(end, here[4], here[5]):
                if not self.began:
                    self.done += [([], b"ET"), ([], b"BT")]
                began = here[4]
            self.done.append((list(self.text), b"Tm"))
            self.moved = self.began = False
        else:
            began = self.last[2]
        shown = operands[0] if operands else b""
        parts = cast("list[object]", shown) if isinstance(shown, list) else [shown]
        self.done.append(([[plain(one) for one in parts]], b"TJ"))
        self.text = times((1, 0, 0, 1, self._advance(operands), 0), self.text)
        end = times(self.text, self.page)[4]
        self.last = (end, here[5], began)
        self.ends[spot_key(began, here[5])] = end

    def _ruled(self, end: float, begin: float, base: float) -> bool:
        """Tell whether a ruled line stands between two pieces on one line."""
        if begin - end < 1.0:
            return False
        first = bisect_left(self.upright, (end - 1.0,))
        last = bisect_left(self.upright, (begin + 1.0,))
        return any(one.y0 < base < one.y1 for one in self.upright[first:last])

    def _advance(self, operands: list[object]) -> float:
        shown = operands[0] if operands else b""
        parts = cast("list[object]", shown) if isinstance(shown, list) else [shown]
        widths = self.fonts.get(self.font)
        total = 0.0
        for part in parts:
            if isinstance(part, (int, float)) or not isinstance(part, (str, bytes)):
                total -= number(part) / 1000 * self.size
                continue
            codes = raw(part)
            count, width = widths.of(codes) if widths else (len(codes), 0.5 * len(codes))
            total += width * self.size + count * self.spacing
            total += codes.count(b" ") * self.words if widths and not widths.wide else 0.0
        return total * self.stretch

    def _draw(self, operands: list[object], operator: bytes) -> None:
        if operator in (b"m", b"l") and len(operands) > 1:
            if operator == b"m":
                self.path = []
                self.shapes.append(self.path)
            self.path.append((number(operands[0]), number(operands[1])))
        elif operator == b"re" and len(operands) > 3:
            x, y, wide, high = (number(one) for one in operands[:4])
            self.shapes.append([(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)])
        elif operator == b"h" and self.path:
            self.path.append(self.path[0])
        elif operator == b"n" or operator in _PAINTS:
            if operator != b"n" and len(self.rules) < MOST_RULES:
                self.rules += self._ruled_lines(is_line=operator in (b"S", b"s"))
            self.shapes, self.path = [], []

    def _ruled_lines(self, *, is_line: bool) -> Iterator[Ruling]:
        for shape in self.shapes[:MOST_RULES]:
            spots = [times((1, 0, 0, 1, x, y), self.page)[4:] for x, y in shape[:200]]
            pieces = pairwise(spots) if is_line else [spots]
            for piece in pieces:
                if len(piece) < 2:
                    continue
                (x0, x1), (y0, y1) = (
                    (min(one[axis] for one in piece), max(one[axis] for one in piece))
                    for axis in (0, 1)
                )
                if min(x1 - x0, y1 - y0) < _THIN < max(x1 - x0, y1 - y0):
                    yield Ruling(x0, y0, x1, y1)
