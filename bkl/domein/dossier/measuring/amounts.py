"""Amounts: computed figures with their text, and whether a part of one can be below nought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.meaning.write import write_waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import same_unit

ZERO = Fraction(0)
ALLES = Interval(None, None)
"""Any figure whatever."""
_BELOW_NOUGHT = ("€", "euro", "graad", "graden", "°C", "punt", "punten", "procentpunt")
"""Units in which a part can be less than nought: a loss, a frost, a fall."""


def can_be_negative(units: Iterable[str | None], known: Iterable[Interval]) -> bool:
    """Tell whether a part of a total may be negative: by its unit, or since one of them is.

    What is counted (people, things) and time never are.
    """
    if any(unit is not None and _goes_below(unit) for unit in set(units)):
        return True
    return any(part.low is not None and part.low < 0 for part in known)


def _goes_below(unit: str) -> bool:
    return any(same_unit(unit, known) for known in _BELOW_NOUGHT)


def told(interval: Interval, eenheid: str | None) -> Waarde:
    """Return a computed figure with its text."""
    if interval.low is not None and interval.low == interval.high:
        waarde = Waarde("", "exact", interval, eenheid)
    elif interval.high is None:
        waarde = Waarde("", "ondergrens", interval, eenheid)
    else:
        waarde = Waarde("", "bandbreedte", interval, eenheid)
    known = "niet te zeggen" if interval == ALLES else write_waarde(waarde)
    return replace(waarde, tekst=known)
