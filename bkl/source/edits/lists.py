"""Lists in a YAML file: item by item, so that comments between them stay."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.diagnostics.position import Route
from bkl.source.edits.pen import Pen
from bkl.source.edits.scalars import write_scalar
from bkl.source.edits.written import flow_text
from bkl.source.text.tree import Node


def to_text(pen: Pen, route: Route, node: Node, value: str) -> None:
    """Replace a list by one text: a list of one, so that its place and comments stay."""
    if not isinstance(node.value, list):
        raise pen.refuse(
            "hier staat een blok met sleutels.",
            "Dat vervangt bkl niet door een tekst: verander het zelf, in uw editor.",
            node.start,
        )
    pen.expect_no_comment(node.start, node.end)
    if node.style == "flow-collection" or node.key is None:
        flow = pen.in_flow(route)
        indent = pen.column(node.key[0]) if node.key else 0
        pen.cut(node.start, node.end, write_scalar(value, flow=flow, indent=indent))
        return
    colon = pen.text.index(":", node.key[1]) + 1
    pen.expect_no_comment(colon, node.start)
    written = write_scalar(value, indent=pen.column(node.key[0]))
    pen.cut(colon, node.end, " " + written)


def to_list(pen: Pen, route: Route, node: Node, values: Sequence[str]) -> None:
    """Replace one text by a list."""
    flow = pen.in_flow(route)
    if node.style == "block" or node.key is None:
        raise pen.refuse(
            "hier staat een tekstblok.", "Maak er zelf een lijst van, in uw editor.", node.start
        )
    if flow or not node.value:
        lead = "" if node.value else " "
        pen.cut(node.start, node.end, lead + flow_text(list(values)))
        return
    column = pen.column(node.key[0]) + 2
    colon = pen.text.index(":", node.key[1]) + 1
    first, *rest = values
    pen.cut(colon, node.start, f"\n{' ' * column}- ")
    if first != node.value:
        pen.cut(node.start, node.end, write_scalar(first, node.style, indent=column))
    lines = "".join(f"\n{' ' * column}- {write_scalar(v, indent=column)}" for v in rest)
    at = pen.source.line_end(node.end)
    pen.cut(at, at, lines)


def relist(pen: Pen, route: Route, node: Node, values: Sequence[str]) -> None:
    """Change a list item by item, so that comments between them stay."""
    assert isinstance(node.value, list)  # noqa: S101 - by the caller
    items = [pen.node((*route, number)) for number in range(len(node.value))]
    for number, (item, value) in enumerate(zip(items, values, strict=False)):
        if not isinstance(item.value, str):
            raise pen.refuse("deze lijst bevat geen teksten.", "Verander haar zelf.", item.start)
        pen.rewrite((*route, number), item, value)
    more, last = values[len(items) :], items[-1] if items else None
    if last is None or node.style == "flow-collection":
        if len(values) != len(items):
            pen.expect_no_comment(node.start, node.end)
            pen.cuts = [c for c in pen.cuts if not node.start <= c.start < node.end]
            pen.cut(node.start, node.end, flow_text(list(values)))
        return
    column = pen.column(node.start)
    lines = "".join(f"\n{' ' * column}- {write_scalar(v, indent=column)}" for v in more)
    if lines:
        at = pen.source.line_end(last.end)
        pen.cut(at, at, lines)
    for number in range(len(values), len(items)):
        start = pen.source.line_end(items[number - 1].end)
        end = pen.source.line_end(items[number].end)
        pen.expect_no_comment(start, end)
        pen.cut(start, end, "")
