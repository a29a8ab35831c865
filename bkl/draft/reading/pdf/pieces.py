"""Pieces of printed text with their places, and what is usual in a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+")
_LITTLE = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "met",
        "in",
        "op",
        "voor",
        "aan",
        "bij",
        "door",
        "naar",
        "om",
        "te",
        "tot",
        "uit",
        "over",
        "onder",
        "tussen",
        "langs",
        "is",
        "zijn",
        "wordt",
        "worden",
        "die",
        "dat",
        "en",
        "of",
        "per",
        "als",
        "niet",
        "meer",
        "elk",
        "alle",
        "naast",
        "na",
        "tijdens",
        "zonder",
        "binnen",
    ]
)


class Piece(NamedTuple):
    """A piece of text: where its base line begins in points from below left, and its size.

    `end` is where it ends, 0 where that is unknown.
    """

    x: float
    y: float
    size: float
    bold: bool
    text: str
    end: float = 0.0


class Usual(NamedTuple):
    """What is usual in a document: the size of its text, its lines, and the words that it has.

    `leading` is how far apart the lines of a paragraph stand. `words` counts those within a line,
    which no edge can have cut. `spaced` tells that a line that was broken ends with a space.
    """

    body: float
    leading: float
    words: Mapping[str, int] = {}
    spaced: bool = False

    def is_word(self, text: str) -> bool:
        """Tell whether this is a word by itself."""
        return text in self.words or text in _LITTLE


@dataclass(slots=True)
class Printed:
    """A line of text or a row of cells; `apart` tells that more room than usual stands above.

    `is_last_part` tells that it stands near the foot of the page, `x` where it begins.
    """

    text: str
    size: float
    bold: bool
    apart: bool
    cells: tuple[str, ...] = ()
    table: int = 0
    is_last_part: bool = False
    x: float = 0.0


def what_is_usual(pages: Sequence[Sequence[Piece]]) -> Usual:
    """Return what is usual in a document."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for piece in page:
            sizes[round(piece.size, 1)] += len(piece.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    gaps = sorted(
        above.y - below.y
        for page in pages
        for above, below in pairwise(page)
        if 0.8 * body < above.y - below.y < 2.2 * body and abs(above.x - below.x) < 1.5 * body
    )
    words = Counter(
        word for page in pages for piece in page for word in _WORD.findall(piece.text.lower())[1:]
    )
    return Usual(
        body,
        gaps[len(gaps) // 5] if len(gaps) > 4 else 1.25 * body,
        words,
        _is_spaced(pages),
    )


def _is_spaced(pages: Sequence[Sequence[Piece]]) -> bool:
    broken = [
        above.text
        for page in pages
        for above, below in pairwise(page)
        if above.y - below.y > 1 and abs(above.x - below.x) < 1
    ]
    return sum(text.endswith(" ") for text in broken) > 0.25 * len(broken)


def text_of(line: Sequence[Piece]) -> str:
    """Return the words of a line; a space where the pieces stand apart."""
    text = ""
    last: Piece | None = None
    for piece in line:
        apart = last is not None and (
            piece.x - last.end > 0.16 * last.size
            if last.end
            else piece.x - last.x > len(last.text) * last.size * 0.7
        )
        text += (
            " " if apart and not text.endswith(" ") and not piece.text.startswith(" ") else ""
        ) + piece.text
        last = piece
    return text
