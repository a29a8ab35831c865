"""A phrase as it was written: how long it may be, its signs made ordinary, no bare year."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar

LEESMARGE = Fraction(1, 10)
"""How far `ca.` reaches when the plan agreed no margin."""
MAX_LENGTH = 200


_BARE_YEAR = Lazy(r"(?<![\w.,€])(?:19|20)\d\d(?![\w%‰]|[.,]\d|\s*[%€])")
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


def expect_no_year(low: str, number: Fraction) -> None:
    """Refuse a bare whole number that looks like a year where a quantity should stand."""
    if not 1900 <= number <= 2099 or number.denominator != 1:
        return
    found = _BARE_YEAR.search(low)
    if found is None or found[0] != str(number):
        return
    raise Onleesbaar(
        f"`{number}` is als jaartal te lezen, en als hoeveelheid.",
        f"Is het een hoeveelheid, schrijf dan `{found[0][0]}.{found[0][1:]}` of zet erachter wat u "
        "telt. Is het een jaar, schrijf dan het cijfer van dat jaar.",
        *found.span(),
    )
