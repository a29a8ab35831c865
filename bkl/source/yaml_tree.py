"""Read YAML into plain values with a place for every key and value.

The walker consumes parser events without recursion, so no nesting can exhaust the stack,
and interprets nothing: what `4.000` or `no` means is for the reader of that field.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, Protocol, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Route
from bkl.source import complaints
from bkl.source.commas import mend_comma
from bkl.source.decode import decode
from bkl.source.limits import MAX_DEPTH
from bkl.source.source_text import SourceText
from bkl.source.syntax import explain
from bkl.source.tree import Layout, PlainValue, Style, Tree

__all__ = ["PlainValue", "Style", "Tree", "read_tree"]

_Parser: Callable[[str], object] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ODD_KEYS = frozenset(("", "<<"))


class _Mark(Protocol):
    index: int


class _Event(Protocol):
    """Any parser event; which attributes are there depends on its class."""

    start_mark: _Mark
    end_mark: _Mark
    value: str
    anchor: str | None
    tag: str | None
    style: str | None


_Frame = tuple[dict[str, PlainValue] | None, list[PlainValue], str | None, int]
"""A collection still open: its pairs or its items, the key being filled, its number."""


class _Unreadable(Exception):
    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def read_tree(name: str, data: bytes) -> Tree:
    """Return the tree of one YAML file; what is wrong with it stands in `findings`.

    Never raises for any `data`. The value is None when the file cannot be used at all.
    """
    source, refused = decode(name, data)
    if refused is not None:
        return Tree(source, None, Layout(), [refused])
    walker = _Walker(source)
    try:
        value: PlainValue | None = walker.read()
    except _Unreadable as stop:
        walker.findings.append(stop.finding)
        value = None
    except yaml.YAMLError as error:
        walker.findings.append(explain(source, error))
        value = None
    return Tree(source, value, walker.layout, walker.findings)


class _Walker:
    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.layout = Layout()
        self.findings: list[Finding] = []
        self.stack: list[_Frame] = []
        self.roots: list[PlainValue] = []

    def read(self) -> dict[str, PlainValue]:
        """Return the one document, which must be a mapping."""
        parser = _Parser(self.source.text)
        self.next = cast("Callable[[], _Event]", getattr(parser, "get_event"))  # noqa: B009
        self.next()
        if type(self.next()) is StreamEndEvent:
            self.refuse(complaints.empty_file(self.source))
        self.walk()
        event = self.next()
        if type(event) is DocumentStartEvent:
            start, end = event.start_mark.index, event.end_mark.index
            self.findings.append(complaints.second_document(self.source, start, end))
        root = self.roots[0]
        if not isinstance(root, dict):
            self.refuse(complaints.no_mapping(self.source, root, self.layout.starts[0]))
        return root

    def walk(self) -> None:
        """Consume the events of one document, up to and including its end."""
        next_event, stack, after = self.next, self.stack, self.layout.after
        starts, ends = self.layout.starts, self.layout.ends
        pairs: dict[str, PlainValue] | None = None
        items, key, node = self.roots, None, -1
        while True:
            event = next_event()
            kind: object = type(event)
            if kind is ScalarEvent:
                starts.append(event.start_mark.index)
                ends.append(event.end_mark.index)
                value = event.value
                if event.tag is not None or event.anchor is not None or event.style == '"':
                    self.inspect(event)
                if pairs is None:
                    items.append(value)
                elif key is None:
                    if value not in pairs and value not in _ODD_KEYS or self.is_sound(event, pairs):
                        key = value
                elif not value and starts[-1] == ends[-2]:
                    mend_comma(self.source, self.layout, pairs, self.route(), self.findings)
                    key = None
                else:
                    pairs[key], key = value, None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((pairs, items, key, node))
                fresh = self.open(event, pairs is not None and key is None)
                if pairs is not None and key is not None:
                    pairs[key] = fresh
                ...
