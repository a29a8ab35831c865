"""Exact numbers as decimals: what no decimal can hold becomes a bound just outside it."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from bkl.domein.notatie.values.interval import Interval
from bkl.portfolio.columns import DECIMALEN

_SCALE = 10**DECIMALEN
_LIMIT = 10**18
"""No bound may be larger: a hundred million of them together still fit in the type."""


class Grens(NamedTuple):
    """One end of an interval: as decimal text, None for endless; and whether that is exact."""

    tekst: str | None
    open: bool
    exact: bool


def lower(interval: Interval | None) -> Grens:
    """Return the low end; a value without a decimal of that length is rounded down."""
    if interval is None or interval.low is None:
        return Grens(None, open=False, exact=True)
    return _bound(interval.low, interval.low_open, up=False)


def upper(interval: Interval | None) -> Grens:
    """Return the high end; a value without a decimal of that length is rounded up."""
    if interval is None or interval.high is None:
        return Grens(None, open=False, exact=True)
    return _bound(interval.high, interval.high_open, up=True)


def decimal(value: Fraction | None) -> str | None:
    """Return one value, None where no decimal is exactly that."""
    if value is None:
        return None
    found = _bound(value, False, up=False)
    return found.tekst if found.exact else None


def _bound(value: Fraction, is_open: bool, *, up: bool) -> Grens:
    number, part = value.numerator, value.denominator
    if not -_LIMIT * part < number < _LIMIT * part:
        # further off than the column reaches: nothing is claimed
        return Grens(None, open=False, exact=False)
    if part == 1:
        return Grens(str(number), is_open, True)
    scaled, rest = divmod(number * _SCALE, part)
    exact = rest == 0
    scaled += up and not exact
    whole, decimals = divmod(abs(scaled), _SCALE)
    sign = "-" if scaled < 0 else ""
    text = f"{sign}{whole}.{decimals:0{DECIMALEN}}" if decimals else f"{sign}{whole}"
    return Grens(text, open=is_open and exact, exact=exact)
