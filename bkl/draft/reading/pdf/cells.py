"""The cells of printed tables: which text stands in which, and words that were cut to fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.draft.reading.pdf.grid import RuledTable
from bkl.draft.reading.pdf.pieces import Piece, Printed, Usual, text_of

BULLETS = "•◦▪■□●○–\uf0b7\uf0a7\uf0d8-"
_FULL = 0.75
"""With less room, as a part of its size, a line that is one word may have been cut."""
_SPACE = 0.32
"""About how wide a space is: a line that had room for one, and has none, was cut."""
_ROOMY = 9.0


def ruled_rows(
    grid: RuledTable, pieces: Sequence[Piece], usual: Usual, table: int
) -> Iterator[Printed]:
    """Yield the rows of a ruled table; a merged cell has its text in its first column."""
    wide, high = len(grid.xs) - 1, len(grid.ys) - 1
    owners = {
        (row, column): grid.owner(row, column) for row in range(high) for column in range(wide)
    }
    held: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        place = grid.place(piece.x + 1, piece.y + 1)
        if place is not None:
            held.setdefault(owners[place], []).append(piece)
    sides = {
        place: max(column for one, column in owners if owners[one, column] == place) + 1
        for place in held
    }
    texts = {
        place: cell_text(_lines(found), usual, (grid.xs[place[1]], grid.xs[sides[place]]))
        for place, found in held.items()
    }
    for row in range(high):
        cells = tuple(
            texts.get(owners[row, column], "") if owners[row, column][1] == column else ""
            for column in range(wide)
        )
        if any(owners[row, column][0] == row for column in range(wide)) and any(cells):
            bold = all(
                piece.bold for column in range(wide) for piece in held.get((row, column), ())
            )
            yield Printed("", usual.body, bold, False, cells, table)


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the lines of a cell, each from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.y):
        if lines and abs(lines[-1][0].y - piece.y) < 0.45 * max(piece.size, 1.0):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda one: one.x) for line in lines]


def cell_text(
    lines: Sequence[Sequence[Piece]], usual: Usual, sides: tuple[float, float] | None = None
) -> str:
    """Return the text of a cell: lines that were broken to fit are one again.

    `sides` are where a ruled cell begins and ends: a word that fills it alone goes on below.
    """
    text, room = "", _ROOMY
    for pieces in lines:
        words = text_of(pieces)
        line = words.strip()
        above, room = room, _ROOMY if sides is None else _room_behind(pieces, words, sides)
        if not text:
            text = line
        elif above < _FULL and _is_one_word(text, line, above, usual):
            text += line
        elif text.endswith("-") and line[:1].islower():
            text = text[:-1] + line
        elif line[:1] in BULLETS or text.endswith((".", ";", ":")):
            text = f"{text}\n{line}"
        else:
            text = f"{text} {line}"
    return text


def _is_one_word(text: str, line: str, room: float, usual: Usual) -> bool:
    """Tell whether the last word of a text goes on in the line below: it was cut to fit."""
    if not line[:1].islower():
        return False
    first = text.rsplit(maxsplit=1)[-1].lower()
    second = line.split(maxsplit=1)[0].lower().rstrip(".,;:)")
    if first + second in usual.words or not usual.spaced:
        return first + second in usual.words
    return room > _SPACE or not (usual.is_word(first) or usual.is_word(second))


def _room_behind(pieces: Sequence[Piece], line: str, sides: tuple[float, float]) -> float:
    """Return how much room a line of one word leaves in its cell, as a part of its size."""
    last = pieces[-1]
    if " " in line.lstrip() or not line[-1:].isalpha() or not last.end:
        return _ROOMY
    return (sides[1] - (pieces[0].x - sides[0]) - last.end) / last.size
