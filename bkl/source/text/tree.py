"""A YAML file as plain values, with the place of every key and value."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field
from typing import Literal

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Part, Position, Route
from bkl.domein.records import NamedTuple, dataclass
from bkl.source.text.source_text import SourceText, Span
from bkl.source.text.spans import source_offsets

PlainValue = str | list["PlainValue"] | dict[str, "PlainValue"]
"""Every scalar is its raw text; an empty or absent value is the empty text."""

Style = Literal[
    "plain", "single", "double", "block", "flow-collection", "block-collection", "absent"
]

_QUOTES: dict[str, Style] = {"'": "single", '"': "double", "|": "block", ">": "block"}


@dataclass(slots=True)
class Layout:
    """Where each node stands, by its number: keys and values in the order of the file.

    Flat arrays, since a file has hundreds of thousands of nodes and few are ever located.
    `after` maps a collection to the number of the node that follows its contents.
    """

    starts: array[int] = field(default_factory=lambda: array("L"))
    ends: array[int] = field(default_factory=lambda: array("L"))
    after: dict[int, int] = field(default_factory=dict)


class Node(NamedTuple):
    """One value in the text, as offsets; `key` is None for the top and for items of a list.

    `end` is where the last character of the contents ends: blank lines and comments that
    follow a block are not part of it.
    """

    key: Span | None
    start: int
    end: int
    value: PlainValue
    style: Style


class _Spot(NamedTuple):
    key: int
    node: int
    value: PlainValue


class Tree:
    """One file: its text, its plain value (None when unreadable) and what was wrong with it."""

    def __init__(
        self, source: SourceText, value: PlainValue | None, layout: Layout, findings: list[Finding]
    ) -> None:
        self.name = source.name
        self.text = source.text
        self.value = value
        self.findings = findings
        self.source = source
        self._layout = layout
        self._children: dict[int, dict[str | int, _Spot]] = {}
        self._scalars: array[int] | None = None
        self._offsets: dict[int, Sequence[int]] = {}

    def locate(
        self, route: Route, part: Part = "value", span: tuple[int, int] | None = None
    ) -> Position:
        """Return where `route` stands; never raises.

        A missing step gives the key of the nearest parent that is there, or that parent
        itself when it is a scalar (the short form of what the route asks for). A mapping
        also stands for the list that holds only it. `span`
        counts characters of the scalar's value. An empty value stands at its key.
        """
        spot, missing = self._find(route)
        if spot is None:
            return self.source.position(0, len(self.source.line(1)))
        scalar = isinstance(spot.value, str)
        if spot.key != spot.node and (part == "key" or not spot.value or missing > scalar):
            return self._stretch(spot.key)
        if isinstance(spot.value, str):
            return self._locate_scalar(spot.node, spot.value, span)
        return self._locate_collection(spot.node, spot.value)

    def keys(self) -> set[str]:
        """Return every key in the file, at whatever depth."""
        found: set[str] = set()
        below = [self.value]
        while below:
            value = below.pop()
            if isinstance(value, dict):
                found.update(value)
                below += [one for one in value.values() if type(one) is not str]
            elif isinstance(value, list):
                below += value
        return found

    def line_of(self, route: Route) -> int:
        """Return the line on which the key of `route` stands; as in `locate`, at half the cost."""
        spot, missing = self._find(route)
        if spot is None or missing or spot.key == spot.node:
            return self.locate(route, "key").line
        return bisect_right(self.source.line_starts, self._layout.starts[spot.key])

    def style(self, route: Route) -> Style:
        """Return how the value at `route` is written; a short form answers for its parts."""
        spot, missing = self._find(route)
        if spot is None or (missing and not isinstance(spot.value, str)):
            return "absent"
        start = self._layout.starts[spot.node]
        first = self.text[start : start + 1]
        if isinstance(spot.value, str):
            return _QUOTES.get(first, "plain")
        return "flow-collection" if first in ("[", "{") else "block-collection"

    def node(self, route: Route) -> Node | None:
        """Return what stands at exactly this route, None when nothing does."""
        spot, missing = self._find(route)
        if spot is None or missing:
            return None
        starts, ends = self._layout.starts, self._layout.ends
        key = None if not route or spot.key == spot.node else (starts[spot.key], ends[spot.key])
        end = self._content_end(spot)
        return Node(key, starts[spot.node], end, spot.value, self.style(route))

    def _content_end(self, spot: _Spot) -> int:
        """Return where the contents of a value end: for a block, where its last value does."""
        start, end = self._layout.starts[spot.node], self._layout.ends[spot.node]
        first = self.text[start : start + 1]
        if isinstance(spot.value, str):
            return start + len(self.text[start:end].rstrip()) if first in ("|", ">") else end
        if first in ("[", "{"):
            return end
        children = self._children_of(spot)
        return self._content_end(next(reversed(children.values()))) if children else start

    def scalar(self, route: Route) -> str | None:
        """Return the text at `route`, or of the short form that stands for it."""
        spot, _ = self._find(route)
        return spot.value if spot is not None and isinstance(spot.value, str) else None

    def scalar_at(self, offset: int) -> int | None:
        """Return where the key or value starts that a character stands in; None in a comment."""
        layout = self._layout
        if self._scalars is None:
            nodes = range(len(layout.starts))
            written = (at for at in nodes if layout.ends[at] > layout.starts[at])
            self._scalars = array("L", (at for at in written if at not in layout.after))
        index = bisect_right(self._scalars, offset, key=layout.starts.__getitem__) - 1
        node = self._scalars[index] if index >= 0 else 0
        if index < 0 or offset >= layout.ends[node]:
            return None
        start = layout.starts[node]
        # behind the sign of a text block a comment may stand, on its first line only
        comment = self.text[start] in "|>" and self.text.find("\n", start, offset) < 0
        return None if comment else start

    def line_text(self, number: int) -> str:
        """Return line `number`, counting from 1, without its line break."""
        return self.source.line(number)

    def _find(self, route: Route) -> tuple[_Spot | None, bool]:
        """Return the deepest spot on the route and whether steps were left over."""
        if self.value is None or not self._layout.starts:
            return None, True
        spot = _Spot(1 if len(self._layout.starts) > 1 else 0, 0, self.value)
        for step in route:
            child = self._children_of(spot).get(step)
            if child is None and step == 0 and isinstance(spot.value, dict):
                continue  # a single mapping stands for a list of one
            if child is None:
                return spot, True
            spot = child
        return spot, False

    def _children_of(self, spot: _Spot) -> dict[str | int, _Spot]:
        if isinstance(spot.value, str):
            return {}
        known = self._children.get(spot.node)
        if known is not None:
            return known
        after, node = self._layout.after, spot.node + 1
        children: dict[str | int, _Spot] = {}
        if isinstance(spot.value, dict):
            for key, value in spot.value.items():
                children[key] = _Spot(node, node + 1, value)
                node = after.get(node + 1, node + 2)
        else:
            for index, item in enumerate(spot.value):
                children[index] = _Spot(node, node, item)
                node = after.get(node, node + 1)
        self._children[spot.node] = children
        return children

    def _stretch(self, node: int) -> Position:
        return self.source.position(self._layout.starts[node], self._layout.ends[node])

    def _locate_scalar(self, node: int, value: str, span: tuple[int, int] | None) -> Position:
        start, end = self._layout.starts[node], self._layout.ends[node]
        # a value that is not there has no first character, at the end of the file
        if not value or (span is None and self.text[start] not in "|>"):
            return self._stretch(node)
        offsets = self._offsets.get(node)
        if offsets is None:
            offsets = self._offsets[node] = source_offsets(self.text, start, end, value)
        if span is None:
            first = len(value) - len(value.lstrip(" \n"))
            span = (first, len(value))
        low = min(max(span[0], 0), len(offsets) - 1)
        high = min(max(span[1], low + 1), len(offsets))
        return self.source.position(offsets[low], offsets[high - 1] + 1)

    def _locate_collection(
        self, node: int, value: list[PlainValue] | dict[str, PlainValue]
    ) -> Position:
        start = self._layout.starts[node]
        if self.text[start : start + 1] in ("[", "{"):
            return self._stretch(node)
        if isinstance(value, dict) and value:
            return self._stretch(node + 1)
        return self.source.position(start, start + 1)
