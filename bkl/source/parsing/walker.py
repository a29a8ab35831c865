"""The walker: from parser events to plain values and their places, without recursion."""

from __future__ import annotations

from typing import NoReturn
from unicodedata import is_normalized, normalize

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
from bkl.source.limits import MAX_DEPTH, MAX_FINDINGS
from bkl.source.parsing import complaints
from bkl.source.parsing.commas import mend_comma
from bkl.source.text.events import Event, is_event, new_parser
from bkl.source.text.source_text import SourceText, Span
from bkl.source.text.tree import Layout, PlainValue

_INSPECTED = frozenset(('"', ">", "|"))
_ODD_KEYS = frozenset(("", "<<"))

_Frame = tuple[dict[str, PlainValue] | None, list[PlainValue], str | None, int]
"""A collection still open: its pairs or its items, the key being filled, its number."""


class Walker:
    """Builds the value and the layout of one document."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.layout = Layout()
        self.findings: list[Finding] = []
        self.roots: list[PlainValue] = []
        self.stack: list[_Frame] = [(None, self.roots, None, 0)]

    def read(self) -> dict[str, PlainValue]:
        """Return the one document, which must be a mapping."""
        text = self.source.text
        # an accent apart from its letter is the same letter, in a name too
        self.composed = "\\" not in text and (text.isascii() or is_normalized("NFC", text))
        self.next = new_parser(self.source.text).get_event
        self.next()
        if is_event(self.next(), StreamEndEvent):
            self.refuse(complaints.empty_file(self.source))
        self.walk()
        event = self.next()
        if is_event(event, DocumentStartEvent):
            self.report(complaints.second_document(self.source, event.start_mark.index))
        root = self.roots[0]
        if not isinstance(root, dict):
            self.refuse(complaints.no_mapping(self.source, root, self.layout.starts[0]))
        return root

    def walk(self) -> None:  # noqa: C901 - the hot loop: a call per event would cost half
        """Consume the events of one document, up to and including its end."""
        next_event, stack, after = self.next, self.stack, self.layout.after
        starts, ends, composed = self.layout.starts, self.layout.ends, self.composed
        pairs, items, key, node = stack.pop()
        value: PlainValue
        while True:
            event = next_event()
            kind: object = type(event)
            if kind is ScalarEvent:
                starts.append(event.start_mark.index)
                ends.append(event.end_mark.index)
                value = event.value if composed else normalize("NFC", event.value)
                if event.tag is not None or event.anchor is not None or event.style in _INSPECTED:
                    self.inspect(event, value)
                if pairs is not None:
                    if key is None:
                        odd = value in pairs or value in _ODD_KEYS
                        key = self.accept_key(pairs, value, node) if odd else value
                        continue
                    if not value and starts[-1] == ends[-2]:
                        self.mend(pairs)
                        key = None
                        continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                ends[node], after[node] = event.end_mark.index, len(starts)
                value = items if pairs is None else pairs
                pairs, items, key, node = stack.pop()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                stack.append((pairs, items, key, node))
                node = self.open(event)
                pairs, items, key = {} if kind is MappingStartEvent else None, [], None
                continue
            else:
                return self.leave(event)
            if pairs is None:
                items.append(value)
            elif key is not None:
                pairs[key] = value
                key = None

    def open(self, event: Event) -> int:
        """Enter a collection, whose parent is on top of the stack; return its number."""
        pairs, _, key, _ = self.stack[-1]
        start, end = event.start_mark.index, event.end_mark.index
        if pairs is not None and key is None:
            self.refuse(complaints.collection_as_key(self.source, start, self.route()[:-1]))
        if len(self.stack) > MAX_DEPTH:
            self.refuse(complaints.too_deep(self.source, start))
        if event.tag is not None or event.anchor is not None:
            self.report(complaints.anchor_or_tag(self.source, start, self.route()))
        self.layout.starts.append(start)
        self.layout.ends.append(end)
        return len(self.layout.starts) - 1

    def leave(self, event: Event) -> None:
        """Accept the end of the document; after an alias nothing can be read."""
        if is_event(event, AliasEvent):
            span = (event.start_mark.index, event.end_mark.index)
            self.refuse(complaints.alias(self.source, span, self.route()))

    def inspect(self, event: Event, value: str) -> None:
        """Report an anchor or tag, control characters by way of escapes, and `doel: >3`."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None or event.anchor is not None:
            self.report(complaints.anchor_or_tag(self.source, start, self.route()))
        elif not value.replace("\n", "").isprintable():
            if found := complaints.CONTROL.search(value):
                self.report(
                    complaints.escaped_control(self.source, found[0], start, end, self.route())
                )
        elif not value and complaints.FIGURE.match(self.source.text, start):
            self.report(complaints.figure_as_block(self.source, start, self.route()))

    def accept_key(self, pairs: dict[str, PlainValue], key: str, node: int) -> str | None:
        """Return an odd key that is sound after all, else leave its pair out and report it."""
        layout, source = self.layout, self.source
        start = layout.starts[-1]
        span = (start, layout.ends[-1])
        if key not in pairs and source.text[start : start + 1] in ("'", '"'):
            return key
        route = (*self.route(), key)
        if key == "<<" and key not in pairs:
            self.refuse(complaints.merge_key(source, start, route))
        del layout.starts[-1], layout.ends[-1]
        if key in pairs:
            first = self.first_use(pairs, key, node)
            self.report(complaints.duplicate_key(source, route, span, first))
        else:
            self.report(complaints.empty_key(source, start, route))
        self.skip_value()
        return None

    def first_use(self, pairs: dict[str, PlainValue], key: str, node: int) -> Span:
        """Return where `key` stands in the collection `node`, which is still open."""
        layout, number = self.layout, node + 1
        for other in pairs:
            if other == key:
                break
            number = layout.after.get(number + 1, number + 2)
        return layout.starts[number], layout.ends[number]

    def mend(self, pairs: dict[str, PlainValue]) -> None:
        """Undo a key without a value between braces; there is no key afterwards."""
        mend_comma(self.source, self.layout, pairs, self.route(), self.findings)
        self.stop_if_hopeless()

    def skip_value(self) -> None:
        """Consume the events of one value."""
        depth = 0
        while True:
            event = self.next()
            kind: object = type(event)
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                depth += 1
                if len(self.stack) + depth > MAX_DEPTH:
                    self.refuse(complaints.too_deep(self.source, event.start_mark.index))
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                depth -= 1
            if depth == 0:
                return

    def route(self) -> Route:
        """Return the route of the collection that is being filled."""
        return tuple(len(items) if key is None else key for _, items, key, _ in self.stack[1:])

    def report(self, finding: Finding) -> None:
        """Note a finding after which reading can go on."""
        self.findings.append(finding)
        self.stop_if_hopeless()

    def stop_if_hopeless(self) -> None:
        """Give up on a file with more faults than anyone mends in one go."""
        if len(self.findings) >= MAX_FINDINGS:
            self.refuse(complaints.too_many(self.source, self.findings[-1]))

    def refuse(self, finding: Finding) -> NoReturn:
        """Stop reading: what follows cannot be understood."""
        raise complaints.UnreadableError(finding)
