"""The hidden key of a row: which figure it asks for, and what was known when it was made.

It travels with its row when people sort. It holds no secrets and is no protection: it tells
what belongs together, and whether that still is so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from bkl.sheets.columns import LOCKED, OPEN

_FIRST = "bkl1"
_SIZE = 8


class RowKey(NamedTuple):
    """Which figure a row asks for: `periode` is empty for the year as a whole.

    `jaar` is the year, of a school year the first. `belofte` is the mark of what was promised,
    `stand` the marks of what stood in the jaarverslag per open column, and `getoond` those of
    what the locked columns show.
    """

    jaar: int
    id: str
    periode: str
    belofte: str
    stand: Mapping[str, str]
    getoond: Mapping[str, str]

    def write(self) -> str:
        """Return the text of the key, with a mark of its own at the end."""
        told = [_FIRST, str(int(self.jaar)), self.id, self.periode, self.belofte]
        told += [self.stand[name] for name in OPEN]
        text = "|".join([*told, *(self.getoond[name] for name in LOCKED)])
        return f"{text}|{mark_of(text)}"


def mark_of(text: str) -> str:
    """Return a short mark of a text; another text has another mark."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_SIZE]


def read_key(text: str) -> RowKey | None:
    """Return the key that a cell holds; None when it is none, or was changed."""
    body, _, mark = text.strip().rpartition("|")
    parts = body.split("|")
    if len(parts) != 5 + len(OPEN) + len(LOCKED) or parts[0] != _FIRST or mark != mark_of(body):
        return None
    jaar, id_, periode, belofte, *marks = parts[1:]
    if not (jaar.isascii() and jaar.isdigit()):
        return None
    stand = dict(zip(OPEN, marks[: len(OPEN)], strict=True))
    getoond = dict(zip(LOCKED, marks[len(OPEN) :], strict=True))
    return RowKey(int(jaar), id_, periode, belofte, stand, getoond)
