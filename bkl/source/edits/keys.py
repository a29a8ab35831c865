"""Keys in a YAML mapping: added where they usually stand, or taken away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from bkl.diagnostics.position import Route
from bkl.source.edits.pen import Pen
from bkl.source.edits.scalars import write_scalar
from bkl.source.edits.wanted import Shape, Wanted
from bkl.source.edits.written import block_lines, flow_text
from bkl.source.text.tree import Node


def remove(pen: Pen, route: Route, key: str) -> None:
    """Take a key away with its value; a comment is never lost."""
    parent, node = pen.node(route), pen.node((*route, key))
    pen.expect_sound((*route, key), deep=True)
    keys = list(parent.value) if isinstance(parent.value, dict) else []
    if len(keys) == 1 or node.key is None:
        raise pen.refuse(f"`{key}` is hier het enige.", "Haal de hele regel zelf weg.", node.start)
    number = keys.index(key)
    if pen.in_flow((*route, key)):
        if number + 1 < len(keys):
            after = pen.node((*route, keys[number + 1])).key
            start, end = node.key[0], after[0] if after else node.end
        else:
            start, end = pen.node((*route, keys[number - 1])).end, node.end
    else:
        first = node.key[0]
        start = first - pen.column(first)
        end = pen.source.line_end(node.end) + 1
        if pen.text[start:first].strip():
            raise pen.refuse("dit staat niet op een eigen regel.", "Haal het zelf weg.", first)
        if end > len(pen.text):
            start, end = max(start - 1, 0), len(pen.text)
    pen.expect_no_comment(start, end)
    pen.cut(start, end, "")


def open_mapping(pen: Pen, shape: Shape, route: Route, wanted: Mapping[str, Wanted]) -> None:
    """Make a mapping of a short form or of nothing."""
    node = pen.node(route)
    new = {key: value for key, value in wanted.items() if value is not None}
    short = shape.short(route)
    if node.value and (short is None or node.key is None):
        raise pen.refuse(
            "hier staat een tekst waar sleutels horen.", "Herstel dat eerst.", node.start
        )
    flow = pen.in_flow(route)
    if not node.value:
        if node.key is None or node.style != "plain":
            raise pen.refuse("hier staat niets.", "Vul het zelf in.", node.start)
        indent = pen.column(node.key[0]) + 2
        if flow:
            pen.cut(node.start, node.start, f" {flow_text(new)}")
            return
        at = pen.source.line_end(node.start)
        pen.cut(at, at, "".join(f"\n{line}" for line in block_lines(new, indent)))
        return
    assert short is not None and node.key is not None  # noqa: PT018, S101 - refused above
    text = new.pop(short, node.value)
    if not isinstance(text, str):
        raise pen.refuse("hier hoort een tekst.", "Verander dit zelf.", node.start)
    if not new:
        pen.rewrite(route, node, text)
        return
    pen.expect_sound(route, deep=True)
    if flow:
        kept = pen.text[node.start : node.end]
        if text != node.value:
            kept = write_scalar(text, node.style, flow=True)
        pen.cut(node.start, node.end, f"{{{short}: {kept}, {flow_text(new)[1:]}")
        return
    if node.style == "block":
        raise pen.refuse("hier staat een tekstblok.", f"Zet er zelf `{short}:` voor.", node.start)
    _spread(pen, node, short, text, new)


def _spread(pen: Pen, node: Node, short: str, text: str, new: Mapping[str, Wanted]) -> None:
    """Put the text of a short form on a line of its own, with the other keys below it."""
    assert node.key is not None  # noqa: S101 - by the caller
    indent = pen.column(node.key[0]) + 2
    colon = pen.text.index(":", node.key[1]) + 1
    if "\n" in pen.text[colon : node.end]:
        raise pen.refuse(
            "deze tekst staat op meer regels.", f"Zet er zelf `{short}:` voor.", node.start
        )
    pen.cut(colon, node.start, f"\n{' ' * indent}{short}: ")
    if text != node.value:
        pen.cut(node.start, node.end, write_scalar(text, node.style, indent=indent))
    at = pen.source.line_end(node.end)
    pen.cut(at, at, "".join(f"\n{line}" for line in block_lines(new, indent)))


def add_in_flow(pen: Pen, route: Route, new: Mapping[str, Wanted]) -> None:
    """Add keys between braces, behind the last."""
    node = pen.node(route)
    assert isinstance(node.value, dict)  # noqa: S101 - by the caller
    if node.value:
        last = pen.node((*route, next(reversed(node.value))))
        pen.cut(last.end, last.end, f", {flow_text(new)[1:-1]}")
    elif pen.in_flow(route) or node.key is None:
        pen.expect_no_comment(node.start, node.end)
        pen.cut(node.start, node.end, flow_text(new))
    else:
        colon = pen.text.index(":", node.key[1]) + 1
        pen.expect_no_comment(colon, node.end)
        pen.cut(colon, node.end, "")
        at, indent = pen.source.line_end(node.end), pen.column(node.key[0]) + 2
        pen.cut(at, at, "".join(f"\n{line}" for line in block_lines(new, indent)))


def add_in_block(pen: Pen, shape: Shape, route: Route, new: Mapping[str, Wanted]) -> None:
    """Add keys on lines of their own, each behind the key that usually precedes it."""
    node = pen.node(route)
    assert isinstance(node.value, dict)  # noqa: S101 - by the caller
    there = list(node.value)
    first = pen.node((*route, there[0])).key
    assert first is not None  # noqa: S101 - a key of a mapping has a place
    indent = pen.column(first[0])
    usual = {key: number for number, key in enumerate(shape.order(route))}
    for before, keys in _groups(there, list(new), usual).items():
        lines = [line for key in keys for line in block_lines({key: new[key]}, indent)]
        if before is None:
            lead = "\n" + " " * indent
            pen.cut(first[0], first[0], "\n".join(lines).lstrip(" ") + lead)
            continue
        child = pen.node((*route, before))
        if child.style == "block" and _keeps_blanks(pen, child):
            raise pen.refuse(
                "dit tekstblok bewaart de lege regels erachter.",
                "Voeg dit zelf toe, in uw editor.",
                child.start,
            )
        at = _end_of_entry(pen, child, indent)
        pen.cut(at, at, "".join(f"\n{line}" for line in lines))


def _keeps_blanks(pen: Pen, node: Node) -> bool:
    return "+" in pen.text[node.start : node.start + 3]


def _end_of_entry(pen: Pen, node: Node, indent: int) -> int:
    """Return the end of the last line of a value, with the comments below that are its own."""
    at = pen.source.line_end(node.end)
    while at < len(pen.text):
        end = pen.source.line_end(at + 1)
        line = pen.text[at + 1 : end]
        bare = line.lstrip(" ")
        if not bare.startswith("#") or len(line) - len(bare) <= indent:
            break
        at = end
    return at


def _groups(
    there: Sequence[str], new: Sequence[str], usual: Mapping[str, int]
) -> dict[str | None, list[str]]:
    """Return which new keys come behind which key that is there; None: before the first.

    A key without a usual place comes last.
    """
    places = sorted((usual[key], key) for key in there if key in usual)
    far = len(usual)
    groups: dict[str | None, list[str]] = {}
    for key in sorted(new, key=lambda key: usual.get(key, far)):
        place = usual.get(key)
        if place is None or not places:
            before: str | None = there[-1]
        else:
            # behind the nearest of those that usually come earlier, wherever it stands
            at = bisect_left(places, (place, ""))
            before = places[at - 1][1] if at else None
        groups.setdefault(before, []).append(key)
    return groups
