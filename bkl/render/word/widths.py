"""How wide the columns of tables are: worked out from what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from bkl.render.text.headings import plain_text
from bkl.render.text.signs import Counts
from bkl.render.word.letters import longest_piece, width_of
from bkl.render.word.runs import kept

FULL = 9525
"""Width of the text on A4 in twentieths of a point: 168 mm."""
MARGIN = 100
"""Room between two columns."""
_ROOM = 24
"""How much a word may be wider than it was taken to be."""
_MARK = "::"
"""As wide as the number of a note behind a word."""
_LEAST, _CHART, _BREAKS = 950, 1500, 1500
"""The least width of a column, with a chart, and that from which on words may be hyphenated."""
_WORD = re.compile(r"(?:[^\s/–-]|\u00a0)+-?")
_TEXT = ("text", "code_inline")
_BOLD = ("oordeel", "groot", "telling")
_STEPS, _SAMPLE, _SHARP = 32, 80, 4
"""In how many steps room is handed out, by how many rows, and how much the highest cell of a
row counts before the others."""

Row = Sequence[Token]


class _Cell(NamedTuple):
    """The width of its longest word, and of each of its lines when nothing breaks them."""

    longest: int
    lines: tuple[int, ...]


def column_widths(tables: Sequence[Sequence[Row]]) -> list[list[int]]:
    """Return for each table the width of its columns, together `FULL` at most.

    Tables with the same head get the same widths, those with which their rows take the fewest
    lines; a small table is as wide as its text. No column is narrower than its longest word, or
    the longest piece of one that may be hyphenated.
    """
    measured = [[_measure(row, head=not at) for at, row in enumerate(rows)] for rows in tables]
    heads = [tuple(map(plain_text, rows[0])) for rows in tables]
    least = [_least(rows) for rows in measured]
    found: dict[tuple[str, ...], list[int]] = {}
    for head in dict.fromkeys(heads):
        alike = [place for place, one in enumerate(heads) if one == head]
        # a word that few of them have does not widen the others
        low = [
            sorted(ways)[2 * (len(ways) - 1) // 3]
            for ways in zip(*(least[place] for place in alike), strict=True)
        ]
        found[head] = _share([row for place in alike for row in measured[place]], _fit(low))
    return [_adapt(found[head], low) for head, low in zip(heads, least, strict=True)]


def _least(rows: Sequence[Sequence[_Cell]]) -> list[int]:
    return [max(cell.longest for cell in column) for column in zip(*rows, strict=True)]


def _fit(least: Sequence[int]) -> list[int]:
    """Return the widths, the largest of them cut down until all fit on the page."""
    left = FULL
    for many, low in zip(range(len(least), 0, -1), sorted(least), strict=True):
        if low * many > left:
            return [min(one, left // many) for one in least]
        left -= low
    return list(least)


def _share(rows: Sequence[Sequence[_Cell]], least: Sequence[int]) -> list[int]:
    """Return the widths with which the rows are lowest, starting from the least ones.

    Each step widens the column that lowers them most. A row is as high as its highest cell,
    said smoothly, so that two equally high ones are both worth some room.
    """
    whole = [
        max(low, *(line for cell in column for line in cell.lines))
        for low, column in zip(least, zip(*rows, strict=True), strict=True)
    ]
    if sum(whole) <= FULL:
        return whole
    some = rows[:: len(rows) // _SAMPLE + 1]
    widths = list(least)
    step = max(1, (FULL - sum(widths)) // _STEPS)
    while sum(widths) + step <= FULL:
        gains = [0.0] * len(widths)
        for row in some:
            high = [
                sum(max(1.0, line / width) for line in cell.lines)
                for cell, width in zip(row, widths, strict=True)
            ]
            norm = sum(one**_SHARP for one in high) ** (1 / _SHARP - 1)
            for place, one in enumerate(high):
                if max(row[place].lines) > widths[place]:
                    gains[place] += norm * one**_SHARP / widths[place]
        best = gains.index(max(gains))
        widths[best] += step
    widths[widths.index(max(widths))] += FULL - sum(widths)
    return widths


def _adapt(widths: Sequence[int], least: Sequence[int]) -> list[int]:
    """Return the widths with room for the longest words of one table, taken from the others."""
    if all(width >= low for width, low in zip(widths, least, strict=True)):
        return list(widths)
    low = _fit(least)
    wanted = [max(pair) for pair in zip(widths, low, strict=True)]
    over = sum(wanted) - FULL
    spare = sum(wanted) - sum(low)
    if over <= 0 or not spare:
        return wanted
    return [
        width - -(-over * (width - least) // spare)
        for width, least in zip(wanted, low, strict=True)
    ]


def _measure(row: Row, *, head: bool) -> list[_Cell]:
    return [_cell(cell, bold=head or not place) for place, cell in enumerate(row)]


def _cell(cell: Token, *, bold: bool) -> _Cell:
    inside = cell.children or ()
    longest = max(
        (
            _unbroken(word, heavy=heavy)
            for heavy, words in _pieces(inside, bold=bold)
            for word in _WORD.findall(words)
        ),
        default=0,
    )
    drawn = any(child.type == "grafiek" for child in inside)
    lines = [MARGIN + _ROOM + width_of(line, bold=bold) for line in _lines(cell)]
    return _Cell(max(_LEAST, MARGIN + _ROOM + longest, _CHART if drawn else 0), tuple(lines))


def _unbroken(word: str, *, heavy: bool) -> int:
    """Return how wide a word at least is; a long one breaks, unless it is bold."""
    whole = width_of(word, bold=heavy)
    if heavy or whole <= _BREAKS:
        return whole
    return min(whole, max(_BREAKS, width_of(longest_piece(word), bold=False)))


def _pieces(inside: Sequence[Token], *, bold: bool) -> Iterator[tuple[bool, str]]:
    """Yield whether the text is bold, and the text, cut where that turns."""
    heavy, strong, said = bold, bold, ""
    for child in inside:
        if child.type in ("strong_open", "strong_close"):
            strong = bold or child.nesting == 1
        words = _words(child)
        turned = heavy != (strong or child.type in _BOLD)
        if turned and words and words != _MARK:
            yield heavy, said
            heavy, said = not heavy, ""
        said += words
    yield heavy, said


def _words(child: Token) -> str:
    """Return the text of a piece, in which what stays on one line of counts is one word."""
    shown = child.meta.get("shown")
    if isinstance(shown, Counts):
        return " ".join(map(kept, shown.tellen))
    if child.type in ("softbreak", "hardbreak"):
        return " "
    if child.type == "footnote_ref":
        return _MARK
    return child.content if child.type in _TEXT or shown is not None else ""


def _lines(cell: Token) -> list[str]:
    """Return the lines that a cell has of itself."""
    lines = [""]
    for child in cell.children or ():
        if child.type == "hardbreak":
            lines.append("")
        elif child.type in _TEXT or "shown" in child.meta:
            lines[-1] += child.content
    return lines
