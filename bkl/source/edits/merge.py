"""Putting keys and values into a YAML file, every other character as it was.

Positions come from the parser's events; nothing is written anew that was not asked for. When
the result, read back, would hold anything else than was asked, nothing is changed at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bkl.diagnostics.position import Position, Route
from bkl.source.edits.cuts import make_cuts
from bkl.source.edits.keys import add_in_block, add_in_flow, open_mapping, remove
from bkl.source.edits.lists import relist, to_list, to_text
from bkl.source.edits.pen import Pen
from bkl.source.edits.wanted import EditRefusedError, Shape, Wanted, composed, outcome
from bkl.source.parsing.yaml_tree import read_tree
from bkl.source.text.tree import Tree


def merge(tree: Tree, data: bytes, wanted: Mapping[str, Wanted], shape: Shape) -> bytes:
    """Return the bytes of the file with `wanted` in it; keys not named stay as they are.

    `tree` was read from `data`. Raises EditRefusedError when that cannot be done safely.
    """
    if not isinstance(tree.value, dict):
        finding = tree.findings[0]
        raise EditRefusedError(finding.message, finding.cure, finding.position or Position(1, 1))
    pen, wanted = Pen(tree), composed(wanted)
    _merge(pen, shape, (), wanted)
    expected = outcome(tree.value, wanted, shape)
    try:
        after = make_cuts(tree.source, data, pen.cuts)
    except ValueError:
        after = b""
    again = read_tree(tree.name, after)
    if again.value != expected or len(again.findings) > len(tree.findings):
        raise EditRefusedError(
            "Dit bestand is zo opgemaakt dat bkl dit hier niet veilig kan veranderen.",
            "Verander het zelf in uw editor, en draai daarna `bkl check`.",
            pen.first_place(),
        )
    return after


def _merge(pen: Pen, shape: Shape, route: Route, wanted: Mapping[str, Wanted]) -> None:
    """Put keys into the mapping at a route that is there."""
    pen.expect_sound(route, deep=False)
    node = pen.node(route)
    if isinstance(node.value, str):
        open_mapping(pen, shape, route, wanted)
        return
    if isinstance(node.value, list):
        raise pen.refuse(
            "hier staat een lijst waar sleutels horen.", "Herstel dat eerst.", node.start
        )
    new: dict[str, Wanted] = {}
    for key, value in wanted.items():
        if key not in node.value:
            new |= {} if value is None else {key: value}
        elif value is None:
            remove(pen, route, key)
        else:
            _change(pen, shape, (*route, key), value)
    if not new:
        return
    if node.style == "flow-collection":
        add_in_flow(pen, route, new)
    else:
        add_in_block(pen, shape, route, new)


def _change(pen: Pen, shape: Shape, route: Route, value: Wanted) -> None:
    """Change the value at a route that is there."""
    node = pen.node(route)
    if isinstance(value, Mapping):
        _merge(pen, shape, route, value)
        return
    pen.expect_sound(route, deep=True)
    if isinstance(value, str) and isinstance(node.value, str):
        pen.rewrite(route, node, value)
    elif isinstance(value, str):
        to_text(pen, route, node, value)
    elif value is not None and isinstance(node.value, list):
        relist(pen, route, node, _texts(value))
    elif value is not None and isinstance(node.value, str):
        to_list(pen, route, node, _texts(value))
    else:
        raise pen.refuse(
            "hier staat een blok met sleutels.",
            "Dat vervangt bkl niet door een tekst: verander het zelf, in uw editor.",
            node.start,
        )


def _texts(value: Wanted) -> Sequence[str]:
    if isinstance(value, str) or value is None or isinstance(value, Mapping):
        raise TypeError("a list of texts is meant")
    return [item for item in value if isinstance(item, str)]
