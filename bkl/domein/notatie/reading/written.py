"""A phrase as it was written: how long it may be, and its signs and spaces made ordinary."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar

LEESMARGE = Fraction(1, 10)
"""How far `ca.` reaches when the plan agreed no margin."""
MAX_LENGTH = 200


_SPACED = Lazy("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_LOOKALIKES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ") | {
    ord("’"): "'",
    ord("‘"): "'",
    ord("\u2212"): "-",
    ord("\u2011"): "-",
}


def expect_length(tekst: str) -> None:
    """Refuse a text that is too long to be one quantity."""
    if len(tekst) > MAX_LENGTH:
        reden = f"Deze zin is langer dan {MAX_LENGTH} tekens."
        cure = "Schrijf alleen de hoeveelheid met haar eenheid."
        raise Onleesbaar(reden, cure, MAX_LENGTH, len(tekst))


def fold(tekst: str) -> tuple[str, str]:
    """Return the phrase as one writes it, and in lower case; both of the same length."""
    if tekst.isascii():
        return tekst, tekst.lower()
    text = unicodedata.normalize("NFC", tekst)
    low = _SPACED.sub(".", text).translate(_LOOKALIKES)
    lowered = low.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in low)
    return text, lowered
