"""Comments that let a finding pass: `# bkl: sta <regels> toe: <reden>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bkl.diagnostics.comment import Toestemming
from bkl.diagnostics.position import Position
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source.text.tree import Tree

_OURS = Lazy(
    r"(?:(?<=[ \t])|^)#+[ \t]*bkl(?:[ \t]*:|[ \t]+(?=(?:sta|negeer|toestaan|uit)\b)).*$",
    re.M | re.I,
)
_SHAPE = Lazy(
    r"#+[ \t]*bkl[ \t]*:[ \t]*sta[ \t]+(?P<namen>\w+(?:(?:[ \t]*,[ \t]*|[ \t]+en[ \t]+)\w+)*)"
    r"[ \t]+toe(?:[ \t]*:[ \t]*(?P<reden>.*))?[ \t]*",
    re.I,
)
_NAME = Lazy(r"\b(?!en\b)\w+", re.I)
_LETTERS = Lazy(r"[^\W\d_]{2}")
_ONLY_COMMENT = Lazy(r"[ \t]*(?:#|$)")


def read_toestemmingen(tree: Tree) -> list[Toestemming]:
    """Return the comments meant for bkl, in the order of the file; none when it is unreadable.

    A comment behind a value is about its own line, one on a line of its own about the first
    line below it that is no comment.
    """
    if tree.value is None:
        return []
    found = [match for match in _OURS.finditer(tree.text) if tree.scalar_at(match.start()) is None]
    # from the last to the first, so that what one is about need not be searched for the others
    below: dict[int, int] = {}
    return [_read(tree, match, below) for match in reversed(found)][::-1]


def _read(tree: Tree, match: re.Match[str], below: dict[int, int]) -> Toestemming:
    start, comment = match.start(), match[0].rstrip()
    position = tree.source.position(start, start + len(comment))
    (excerpt, cut), reden = tree.source.excerpt(position), None
    namen: tuple[tuple[str, Position], ...] = ()
    if shape := _SHAPE.fullmatch(comment):
        namen = tuple(_names(tree, start + shape.start("namen"), shape["namen"]))
        # a reason is a word at least: a dot or a dash explains nothing
        reden = shape["reden"] if _LETTERS.search(shape["reden"] or "") else None
    line = _covered(tree, position, below)
    return Toestemming(tree.name, position, excerpt, line, namen, reden, cut)


def _names(tree: Tree, start: int, text: str) -> Iterator[tuple[str, Position]]:
    for name in _NAME.finditer(text):
        yield name[0], tree.source.position(start + name.start(), start + name.end())


def _covered(tree: Tree, position: Position, below: dict[int, int]) -> int:
    """Return the line that a comment is about; its own when nothing follows.

    `below` knows, for the lines of comments further on, what they are about; 0 for nothing.
    """
    line, first = position.line, tree.source.line_starts[position.line - 1]
    if tree.text[first : first + position.column - 1].strip():
        return line
    number, last = line + 1, len(tree.source.line_starts)
    while number <= last and number not in below and _ONLY_COMMENT.match(tree.line_text(number)):
        number += 1
    below[line] = below.get(number, number if number <= last else 0)
    return below[line] or line
