"""A figure with `of` before it: `een stuk of tien lezingen`, `een man of dertig`.

Dutch says about how many by naming one of what is counted first. It is turned into the order
that is read everywhere, `ca. dertig man`, of the same length, so that places stay those of the
sentence. A noun behind the figure (`een week of zes lezingen`) may be an alternative: that is left.
"""

from __future__ import annotations

from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.lazy import Lazy

_UNITS = {
    "stuk": "",
    "man": "man",
    "keer": "keer",
    "dag": "dagen",
    "week": "weken",
    "maand": "maanden",
    "minuut": "minuten",
    "kilometer": "kilometer",
    "euro": "euro",
}
"""What may be named first, with its unit. `jaar` may be an age, and `uur` a time of day."""
_OR_SO = Lazy(
    rf"(?<!\w)(?:een|'n|zo'n)\s+(?P<maat>{'|'.join(_UNITS)})\s+of\s+"
    r"(?P<getal>\d{1,3}(?:\.\d{3})+|\d+|[a-zà-ÿ]+)(?![\w/]|[.,:]\d|\s*[%‰€])"
)
_NO_NOUN = Lazy(
    r"\s*(?:$|[.,;:()*])|\s+(?:per|van|voor|bij|op|met|in|door|uit|onder|tijdens|aan)\s"
)


def turned(text: str, low: str) -> tuple[str, str] | None:
    """Return a phrase and its lower case with `ca.` before the figure, None without one `of`."""
    found = list(_OR_SO.finditer(low)) if " of " in low else []
    if len(found) != 1:
        return None
    one = found[0]
    number, unit = one["getal"], _UNITS[one["maat"]]
    if not number[0].isdigit() and (telwoord.word_value(number) or 0) < 2:
        return None
    if unit and not _NO_NOUN.match(low, one.end()):
        return None
    said = f"ca. {number} {unit}".ljust(len(one[0]))
    start, end = one.span()
    return text[:start] + said + text[end:], low[:start] + said + low[end:]
