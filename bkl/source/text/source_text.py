"""The text of one file: lines, positions of characters, and findings about them."""

from __future__ import annotations

from bisect import bisect_right

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Part, Place, Position, Route

Span = tuple[int, int]
"""Offsets in a text: from the first character up to, not including, the second."""

Told = tuple[str, str]
"""What people are told: the message and the cure."""


LONGEST = 1000
"""So many characters of a line are shown with a finding."""


class SourceText:
    """A named text with only line feeds as line breaks.

    Offsets count characters from 0; lines and columns count from 1.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._line_starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """Offset of the first character of each line; computed when first asked."""
        if self._line_starts is None:
            starts = [0]
            find, at = self.text.find, -1
            while (at := find("\n", at + 1)) >= 0:
                starts.append(at + 1)
            self._line_starts = starts
        return self._line_starts

    def line(self, number: int) -> str:
        """Return line `number` without its line break; empty outside the file."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        return self.text[starts[number - 1] : self._end(number)]

    def excerpt(self, position: Position) -> tuple[str, int]:
        """Return the line of a position, and how many of its characters were cut off before.

        A line of any length gives at most `LONGEST` characters, around the position.
        """
        starts, number = self.line_starts, position.line
        if not 1 <= number <= len(starts):
            return "", 0
        first, end = starts[number - 1], self._end(number)
        if end - first <= LONGEST:
            return self.text[first:end], 0
        cut = min(max(0, position.column - 1 - LONGEST // 2), end - first - LONGEST)
        return self.text[first + cut : first + cut + LONGEST], cut

    def _end(self, number: int) -> int:
        starts = self.line_starts
        return starts[number] - 1 if number < len(starts) else len(self.text)

    def position(self, start: int, end: int) -> Position:
        """Return the stretch from offset `start` to `end`, cut off at the end of its line."""
        start = min(max(start, 0), len(self.text))
        number = bisect_right(self.line_starts, start)
        first = self.line_starts[number - 1]
        stop = min(end, self._end(number))
        return Position(number, start - first + 1, max(1, stop - start))

    def offset_at(self, position: Position) -> int:
        """Return the offset where `position` starts."""
        return self.offset(position.line - 1, position.column - 1)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column that count from 0, kept within the text."""
        starts, end = self.line_starts, len(self.text)
        return min(starts[line] + column, end) if line < len(starts) else end

    def finding(
        self,
        kind: Kind,
        told: Told,
        span: Span,
        route: Route = (),
        part: Part = "value",
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """Make a finding about the characters of `span`."""
        position = self.position(*span)
        place = Place(self.name, route, part)
        return Finding(kind, *told, place, position, *self.excerpt(position), related)

    def related(self, message: str, span: Span, route: Route = (), part: Part = "value") -> Related:
        """Make a second place, for the characters of `span`."""
        position = self.position(*span)
        place = Place(self.name, route, part)
        return Related(place, message, position, *self.excerpt(position))

    def line_end(self, offset: int) -> int:
        """Return the offset where the line of `offset` ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end
