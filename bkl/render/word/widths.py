"""How wide the columns of a table are: worked out from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from bkl.render.text.headings import plain_text

FULL = 9525
"""Width of the text on A4 in twentieths of a point: 168 mm."""
MARGIN = 100
"""Room between two columns."""
_LETTERS = {"fijlrt .,:;()'’": 74, "mw": 186}
_SMALL, _CAPITAL = 128, 156
"""About the width of the letters in a table, in twentieths of a point: those of a wide
typeface, since a computer without the one that is asked for shows another."""
_LEAST, _CHART = 950, 1500
_WORD = re.compile(r"[^\s/–-]+-?")


def column_widths(rows: Sequence[Sequence[Token]]) -> list[int]:
    """Return the width of each column, together `FULL` at most.

    No column is narrower than its longest word, unless that leaves too little for the others:
    then Word hyphenates it. What is left is shared out by how much text there is. A small table
    is as wide as its text.
    """
    columns = list(zip(*rows, strict=True))
    share = FULL * 19 // 20 // len(columns)
    least = [min(share, _least(column)) for column in columns]
    lines = [[_length(line) for cell in column for line in _lines(cell)] for column in columns]
    whole = [max(low, *map(int, own)) for low, own in zip(least, lines, strict=True)]
    if sum(whole) <= FULL:
        return whole
    spare = [
        sum(max(0, line - low) for line in own) // len(own) + 1
        for low, own in zip(least, lines, strict=True)
    ]
    rest = FULL - sum(least)
    return [low + rest * part // sum(spare) for low, part in zip(least, spare, strict=True)]


def _least(column: Sequence[Token]) -> int:
    words = [word for cell in column for word in _WORD.findall(plain_text(cell))]
    longest = max(map(_length, words), default=0)
    drawn = any(child.type == "grafiek" for cell in column for child in cell.children or ())
    return max(_LEAST, longest, _CHART if drawn else 0)


def _lines(cell: Token) -> list[str]:
    """Return the lines that a cell has of itself."""
    lines = [""]
    for child in cell.children or ():
        if child.type == "hardbreak":
            lines.append("")
        elif child.type in ("text", "code_inline") or "shown" in child.meta:
            lines[-1] += child.content
    return lines


def _length(words: str) -> int:
    return MARGIN + sum(map(_letter, words))


def _letter(letter: str) -> int:
    if letter.isupper():
        return _CAPITAL
    return next((width for letters, width in _LETTERS.items() if letter in letters), _SMALL)
