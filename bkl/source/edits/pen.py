"""The pen: collects the cuts for one file, and refuses where one would do damage."""

from __future__ import annotations

from bkl.diagnostics.position import Position, Route
from bkl.source.edits.cuts import Cut
from bkl.source.edits.scalars import write_scalar
from bkl.source.edits.wanted import EditRefusedError
from bkl.source.text.tree import Node, Tree


class Pen:
    """Knows the text of one file and what must change in it."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.source, self.text = tree.source, tree.text
        self.cuts: list[Cut] = []

    def first_place(self) -> Position:
        """Return where the first change would be."""
        start = min((cut.start for cut in self.cuts), default=0)
        return self.source.position(start, start + 1)

    def refuse(self, message: str, cure: str, at: int) -> EditRefusedError:
        """Return the refusal for something at an offset."""
        position = self.source.position(at, at + 1)
        return EditRefusedError(f"Regel {position.line}: {message}", cure, position)

    def cut(self, start: int, end: int, new: str) -> None:
        """Note a change."""
        if self.text[start:end] != new:
            self.cuts.append(Cut(start, end, new))

    def expect_sound(self, route: Route, *, deep: bool) -> None:
        """Refuse to write where reading found a fault, such as an anchor."""
        for finding in self.tree.findings:
            place = finding.place.route
            if place and (place == route or (deep and place[: len(route)] == route)):
                line = finding.position.line if finding.position else 1
                raise EditRefusedError(
                    f"Regel {line}: {finding.message}",
                    finding.cure,
                    finding.position or Position(1, 1),
                )

    def node(self, route: Route) -> Node:
        """Return what stands at a route that is there."""
        node = self.tree.node(route)
        if node is None:
            raise KeyError(route)
        return node

    def in_flow(self, route: Route) -> bool:
        """Tell whether a value stands between braces or brackets."""
        return any(self.tree.style(route[:end]) == "flow-collection" for end in range(len(route)))

    def column(self, offset: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return self.source.position(offset, offset + 1).column - 1

    def rewrite(self, route: Route, node: Node, value: str) -> None:
        """Replace one text by another, in the same kind of quotes."""
        if node.value == value:
            return
        flow = self.in_flow(route)
        if not node.value and node.style == "plain":
            if flow or node.key is None:
                raise self.refuse(
                    "hier staat geen waarde.", "Vul die zelf in, in uw editor.", node.start
                )
            indent = self.column(node.key[0])
            self.cut(node.start, node.start, " " + write_scalar(value, indent=indent))
            return
        indent = self.column(node.key[0] if node.key else max(node.start - 2, 0))
        header = self.text[node.start : self.source.line_end(node.start)]
        if node.style == "block" and "#" in header:
            raise self.refuse(
                "achter het teken van dit tekstblok staat een opmerking.",
                "Verander deze tekst zelf, in uw editor.",
                node.start,
            )
        self.cut(node.start, node.end, write_scalar(value, node.style, flow=flow, indent=indent))

    def expect_no_comment(self, start: int, end: int) -> None:
        """Refuse to take away a stretch in which a comment stands."""
        at = self.text.find("#", start, end)
        while at >= 0:
            if self.tree.scalar_at(at) is None:
                raise self.refuse(
                    "hier staat een opmerking, die zou verdwijnen.",
                    "Verander dit zelf, in uw editor.",
                    at,
                )
            at = self.text.find("#", at + 1, end)
