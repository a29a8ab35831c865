"""Dutch as it is written: counts, dates and sentences."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from bkl.domein.notatie.values.dates import MAANDEN
from bkl.domein.notatie.values.getal import write_number
from bkl.render.text.escape import one_line

_ENDS = (".", "!", "?", "…")


def aantal(value: int) -> str:
    """Write a count: `1.204`."""
    return write_number(Fraction(value))


def datum(value: date | str) -> str:
    """Write a date out: `31 december 2021`; a text is a date as ISO 8601 writes it."""
    if isinstance(value, str):
        value = date.fromisoformat(value)
    return f"{value.day} {MAANDEN[value.month - 1]} {value.year}"


def zin(value: str) -> str:
    """End a text as a sentence, with a full stop where it has no end yet."""
    return one_line(value) + punt(value)


def punt(value: str) -> str:
    """Return the full stop that a text still needs at its end, if any."""
    return "" if one_line(value).rstrip("”’\"')").endswith(_ENDS) else "."


def hoofdletter(value: str) -> str:
    """Begin a text with a capital."""
    return value[:1].upper() + value[1:]


def purpose(doc: str | None) -> str:
    """Return what a report is for, as the first line of its module says after its name."""
    before, colon, after = (doc or "").partition("\n")[0].partition(": ")
    return hoofdletter(after if colon else before)
