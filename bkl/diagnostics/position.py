"""Where something stands: as a route of keys, and as line and column in a file."""

from __future__ import annotations

from typing import Literal

from bkl.domein.records import NamedTuple, dataclass

Route = tuple[str | int, ...]
"""Keys and indices from the top of a document, e.g. ("realisaties", "BD-A3", "bron")."""

Part = Literal["key", "value"]
"""Which half of the last step of a route is meant."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A stretch of one line: `line` and `column` count characters from 1, `length` is >= 1."""

    line: int
    column: int
    length: int = 1


class Place(NamedTuple):
    """A symbolic place: a file, a route in it and, within a scalar, a span of characters.

    `span` is (start, end) in the scalar's text, for a caret under just the words meant.
    """

    file: str
    route: Route = ()
    part: Part = "value"
    span: tuple[int, int] | None = None


class Edit(NamedTuple):
    """A certain cure: `old` is what stands at `place` now, `new` what must stand there.

    `old` is the text without quotes, and is checked before anything is replaced. The
    position is filled in with that of the finding it belongs to.
    """

    place: Place
    old: str
    new: str
    position: Position | None = None
