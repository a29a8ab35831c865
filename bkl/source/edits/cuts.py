"""Cuts: stretches of a text that get other characters, made on the bytes of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from bkl.domein.records import NamedTuple
from bkl.source.text.source_text import SourceText

_BREAK = re.compile(rb"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"


class Cut(NamedTuple):
    """The characters from `start` up to `end` become `new`, which has line feeds only."""

    start: int
    end: int
    new: str


def make_cuts(source: SourceText, data: bytes, cuts: Iterable[Cut]) -> bytes:
    """Return `data` with the cuts made, every other byte as it was.

    Offsets count characters of `source`, which was read from `data`. New lines end as the line
    ends at which they are put in. Cuts at one place follow each other in the given order.
    """
    ordered = sorted(cuts, key=lambda cut: (cut.start, cut.end))
    breaks = list(_BREAK.finditer(data))
    starts = [len(_BOM) if data.startswith(_BOM) else 0, *(found.end() for found in breaks)]
    usual = breaks[0][0] if breaks else b"\n"

    def line_of(offset: int) -> int:
        return bisect_right(source.line_starts, offset) - 1

    def raw(offset: int) -> int:
        number = line_of(offset)
        before = source.text[source.line_starts[number] : offset]
        return starts[number] + len(before.encode())

    pieces: list[bytes] = []
    done = 0
    for cut in ordered:
        number = line_of(cut.start)
        newline = breaks[number][0] if number < len(breaks) else usual
        start, end = raw(cut.start), raw(cut.end)
        if start < done:
            raise ValueError("cuts overlap")
        pieces += (data[done:start], cut.new.replace("\n", newline.decode()).encode())
        done = end
    return b"".join((*pieces, data[done:]))
