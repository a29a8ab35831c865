"""What the operands of a page description say: numbers, matrices, codes, and how wide they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does `one` first and then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i,
        c * h + d * j, e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


class SignWidths:
    """How wide the signs of a font are, as parts of its size."""

    def __init__(self, font: object) -> None:
        self.wide = False
        self.known: dict[int, float] = {}
        self.other = 0.5
        entries = resolved(font)
        if not isinstance(entries, dict):
            return
        below = resolved(entries.get("/DescendantFonts"))
        if isinstance(below, list) and below:
            self.wide = True
            self._wide(resolved(below[0]))
        else:
            first = number(resolved(entries.get("/FirstChar")))
            widths = resolved(entries.get("/Widths"))
            if isinstance(widths, list):
                self.known = {
                    int(first) + place: number(resolved(one)) / 1000
                    for place, one in enumerate(widths[:4096])
                }

    def _wide(self, font: object) -> None:
        if not isinstance(font, dict):
            return
        self.other = number(resolved(font.get("/DW", 1000))) / 1000
        listed = resolved(font.get("/W"))
        rest = iter(listed[:65_536] if isinstance(listed, list) else [])
        for first in rest:
            then = resolved(next(rest, None))
            start = int(number(resolved(first)))
            if isinstance(then, list):
                for place, one in enumerate(then):
                    self.known[start + place] = number(resolved(one)) / 1000
            else:
                width = number(resolved(next(rest, 0))) / 1000
                last = min(int(number(then)), start + 65_535)
                self.known.update(dict.fromkeys(range(start, last + 1), width))

    def of(self, codes: bytes) -> tuple[int, float]:
        """Return how many signs these codes are, and how wide together."""
        if self.wide:
            signs: Sequence[int] = [
                high << 8 | low for high, low in zip(codes[::2], codes[1::2], strict=False)
            ]
        else:
            signs = codes
        return len(signs), sum(self.known.get(sign, self.other) for sign in signs)


def resolved(value: object) -> object:
    """Return what a reference of a PDF stands for."""
    get = getattr(value, "get_object", None)
    return cast("object", get()) if callable(get) else value


def plain(part: object) -> object:
    """Return the codes of a text, or the number that moves it."""
    return raw(part) if isinstance(part, (str, bytes)) else number(part)


def raw(value: str | bytes) -> bytes:
    """Return the codes of a text as they stand in the file."""
    if isinstance(value, bytes):
        return value
    original = getattr(value, "original_bytes", None)
    return original if isinstance(original, bytes) else value.encode("latin-1", "replace")


def number(value: object) -> float:
    """Return a number of a PDF; 0 for what is none."""
    return float(value) if isinstance(value, (int, float)) else _read(value)


_NUMBER = re.compile(r"[-+]?\d*\.?\d+")


def _read(value: object) -> float:
    found = _NUMBER.match(str(value))
    return float(found[0]) if found else 0.0


def matrix(operands: Sequence[object]) -> Matrix:
    """Return the matrix of six operands; the one that changes nothing when there are fewer."""
    if len(operands) < 6:
        return SAME
    a, b, c, d, e, f = (number(one) for one in operands[:6])
    return a, b, c, d, e, f
