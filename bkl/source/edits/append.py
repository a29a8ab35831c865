"""Adding items to a list at the end of a file, each on one line, so that git can merge them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bkl.diagnostics.position import Position
from bkl.source.edits.cuts import Cut, make_cuts
from bkl.source.edits.wanted import EditRefusedError
from bkl.source.edits.written import flow_text
from bkl.source.parsing.yaml_tree import read_tree

Item = Mapping[str, str]


def new_list(key: str, items: Sequence[Item]) -> str:
    """Return the lines of a list with these items."""
    return f"{key}:\n" + "".join(f"  - {flow_text(item)}\n" for item in items)


def append_items(name: str, data: bytes, key: str, items: Sequence[Item]) -> bytes:
    """Return the bytes of a file with the items behind those that its list at `key` has.

    Raises EditRefusedError when the file cannot be read or has another shape.
    """
    tree = read_tree(name, data)
    if not isinstance(tree.value, dict):
        finding = tree.findings[0]
        raise EditRefusedError(finding.message, finding.cure, finding.position or Position(1, 1))
    node, there = tree.node((key,)), tree.value.get(key)
    if node is not None and isinstance(there, list) and node.style == "block-collection":
        at = tree.source.line_end(node.end)
        column = tree.source.position(node.start, node.start + 1).column - 1
        lines = "".join(f"\n{' ' * column}- {flow_text(item)}" for item in items)
        cut = Cut(at, at, lines)
    elif node is None:
        end = len(tree.text)
        lead = "" if tree.text.endswith("\n") else "\n"
        cut, there = Cut(end, end, lead + new_list(key, items)), []
    else:
        raise EditRefusedError(
            f"`{key}` is hier geen lijst met een regel per akkoord.",
            "Zet elk akkoord op een eigen regel die begint met een streepje.",
            tree.source.position(node.start, node.end),
        )
    after = make_cuts(tree.source, data, (cut,))
    again = read_tree(name, after)
    if again.value != {**tree.value, key: [*there, *map(dict, items)]}:
        raise EditRefusedError(
            "Dit bestand is zo opgemaakt dat bkl er niets aan kan toevoegen.",
            "Controleer het met `bkl check`.",
            Position(1, 1),
        )
    return after
