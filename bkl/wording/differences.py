"""How a difference looks in Dutch: numbers, spans and units as people write them."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Literal

from bkl.domein.dossier.verdicts import Toets, Vergelijking
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.meaning.write import write_quantity
from bkl.domein.notatie.values.getal import write_number, write_rounded
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import EURO, is_percentage, same_unit

_MAX_DIGITS = 6


def format_verschil(toets: Toets) -> str | None:
    """Return the signed difference with its unit, as `−5 lezingen` or `−80 tot −1`.

    `geen` when there is no difference; percentages differ in `procentpunt`. Where only one end
    is known: `boven het doel`, of a band `boven de ondergrens`, `−150 leden tot onbekend`.
    None when the figures give no difference, and for a doel that is either done or not.
    """
    verschil = toets.verschil
    if verschil is None:
        return None
    if verschil.low == verschil.high == 0:
        return "geen"
    doel, waarde = toets.doel, toets.waarde
    if doel is not None and waarde is not None and doel.richting in ("hoger", "lager"):
        # a difference from one threshold is open exactly where the figure itself is
        verschil = Interval(verschil.low, verschil.high, waarde.low_open, waarde.high_open)
    return _one_sided(toets, verschil) or _with_unit(toets, verschil, signed=True)


def format_tekort(toets: Toets) -> str | None:
    """Return what is still missing, as `5 lezingen` or `0 tot 3.550`; `geen` when nothing is.

    None when the figures give no tekort, and for a doel that is either done or not.
    """
    tekort = toets.tekort
    if tekort is None:
        return None
    if tekort.low == tekort.high == 0:
        return "geen"
    if tekort.low == 0 and tekort.high is None:
        return "onbekend"
    return _with_unit(toets, tekort, signed=False)


def waarde_of(toets: Toets) -> Waarde | None:
    """Return the figure that was given, None for a toets that stands beside the verdict."""
    given = toets.realisatie if isinstance(toets, Vergelijking) else None
    return given.waarde if given is not None else None


def minus(text: str) -> str:
    """Return a number with a minus sign in the place of a hyphen."""
    return text.replace("-", "−")


Side = Literal["nearest", "down", "up"]
"""Where a number is rounded to; the bounds of what is not certain go outward."""


def to_side(value: Fraction, digits: int, side: Side) -> Fraction:
    """Return a number rounded to `digits` decimals, halves away from nought."""
    scaled = value * 10**digits
    if side == "nearest":
        whole = floor(abs(scaled) + Fraction(1, 2)) * (-1 if scaled < 0 else 1)
    else:
        whole = floor(scaled) if side == "down" else ceil(scaled)
    return Fraction(whole, 10**digits)


def written(interval: Interval, *, signed: bool = False) -> list[str | None]:
    """Return both ends as people write them: one number exactly, a span rounded outward."""
    if interval.low == interval.high:
        return [number(interval.low, signed=signed)] * 2
    low = number(interval.low, signed=signed, side="down")
    return [low, number(interval.high, signed=signed, side="up")]


def number(value: Fraction | None, *, signed: bool = False, side: Side = "nearest") -> str | None:
    """Return a number as people write it: exact when short, else with one decimal or more."""
    if value is None:
        return None
    plus = "+" if signed and value > 0 else ""
    if (value * 100).denominator == 1:
        return plus + minus(write_number(value))
    digits = next((d for d in range(1, _MAX_DIGITS) if round(value, d) != 0), _MAX_DIGITS)
    return plus + minus(write_rounded(to_side(value, digits, side), digits))


def span(interval: Interval, ends: list[str | None], dash: str) -> str:
    """Return written ends as one phrase: `20 tot 99`, `meer dan 4.000`."""
    low, high = ends
    if low is not None and high is not None:
        return low if low == high else f"{low}{dash}{high}"
    if low is not None:
        return f"{'meer dan' if interval.low_open else 'ten minste'} {low}"
    if high is not None:
        return f"{'minder dan' if interval.high_open else 'ten hoogste'} {high}"
    return "onbekend"


def euro(number: str) -> str:
    """Return a sum of money, with two decimals or none."""
    sign = number[0] if number[0] in "+−" else ""
    cents = "0" if number[-2:-1] == "," else ""
    return f"{sign}€ {number[len(sign) :]}{cents}"


def _one_sided(toets: Toets, verschil: Interval) -> str | None:
    """Return a difference of which one end is unknown, where a bound alone would puzzle."""
    low, high = verschil.low, verschil.high
    if (low is None) == (high is None):
        return None
    end, is_open = (low, verschil.low_open) if low is not None else (high, verschil.high_open)
    if end == 0:
        side = "boven" if low is not None else "onder"
        band = toets.doel is not None and toets.doel.bovengrens is not None
        what = "de ondergrens" if band else "het doel"
        return f"{side} {what}" if is_open else f"op of {side} {what}"
    if end is None or (end > 0) == (low is not None):
        return None
    known = _with_unit(toets, Interval.exactly(end), signed=True)
    return f"{known} tot onbekend" if low is not None else f"onbekend tot {known}"


def _with_unit(toets: Toets, value: Interval, *, signed: bool) -> str:
    ends = written(value, signed=signed)
    eenheid, per = (toets.doel.eenheid, toets.doel.per) if toets.doel else (None, None)
    if eenheid == EURO:
        ends = [None if end is None else euro(end) for end in ends]
        return span(value, ends, " tot ")
    unit = "procentpunt" if is_percentage(eenheid) else _unit_for(toets, value)
    return write_quantity(span(value, ends, " tot "), unit, per)


def _unit_for(toets: Toets, value: Interval) -> str | None:
    """Return the unit in the number (lezing or lezingen) that fits, None when not written so."""
    doel, waarde = toets.doel, waarde_of(toets)
    if doel is None or doel.eenheid is None:
        return None
    one = value.low == value.high and value.low in (1, -1)
    if (doel.drempel == 1) == one:
        return doel.eenheid
    # a figure that leaves its unit unsaid has that of the doel, in the number of the doel
    if waarde is None or waarde.eenheid is None or waarde.eenheid not in waarde.tekst:
        return None
    whole = waarde.interval
    fits = (whole is not None and whole.low == whole.high == 1) == one
    return waarde.eenheid if fits and same_unit(waarde.eenheid, doel.eenheid) else None
