"""The blocks of a document: headings, paragraphs, items and table rows, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

Kind = Literal["kop", "veld", "alinea", "punt", "rij", "noot"]

MOST_CHARACTERS = 4_000_000
"""So much text a document may hold: a plan of two thousand pages."""
MOST_BLOCKS = 60_000

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000\r\n\f\v]+")
_GONE = re.compile(
    r"[\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff\u202a-\u202e\u2066-\u2069]|[\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "ĳ": "ij", "Ĳ": "IJ", "\u2010": "-", "\u2011": "-", "\u2028": " ", "\u2029": " ", "\x85": " ",
}  # fmt: skip
_FOLD = str.maketrans(_LIGATURES)


class Spot(NamedTuple):
    """Where something stands: page and line as far as the file has them."""

    page: int | None = None
    line: int | None = None

    def told(self) -> str:
        """Return the place in Dutch, empty where the file has neither."""
        parts = []
        if self.page is not None:
            parts.append(f"bladzijde {self.page}")
        if self.line is not None:
            parts.append(f"regel {self.line}")
        return ", ".join(parts)


class Block(NamedTuple):
    """One block: `level` is of a heading (1 is highest, 0 unknown) or the depth of a list item.

    `mark` is the number, letter or bullet as written, `cells` what stands in a table row and
    `table` tells rows of different tables apart. `weight` orders headings of unknown level.
    """

    kind: Kind
    text: str
    spot: Spot = Spot()
    level: int = 0
    mark: str = ""
    cells: tuple[str, ...] = ()
    table: int = 0


def tidy(text: str) -> str:
    """Return a text on one line, without invisible signs and ligatures."""
    if not (text.isascii() and text.isprintable()):
        text = _GONE.sub("", text.replace("\u00ad", "").translate(_FOLD))
    return _BLANKS.sub(" ", text).strip()


def plain_text(blocks: Sequence[Block]) -> str:
    """Return all the text of a document, a line for each block."""
    return "\n".join(" | ".join(one.cells) if one.cells else one.text for one in blocks)
