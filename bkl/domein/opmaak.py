"""How figures and verdicts look in Dutch: shared by the terminal and the reports."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.eenheid import EURO, is_percentage, same_unit
from bkl.domein.getal import write_number, write_rounded
from bkl.domein.interval import Interval
from bkl.domein.oordeeltekst import (
    gehaald_tekst,
    ontwikkeling_teken,
    ontwikkeling_tekst,
    oordeel_tekst,
    symbool,
    teken,
)
from bkl.domein.vergelijking import Toets, Vergelijking
from bkl.domein.waarde import Waarde

__all__ = [
    "format_gegeven",
    "format_interval",
    "format_procent",
    "format_tekort",
    "format_verschil",
    "gehaald_tekst",
    "ontwikkeling_teken",
    "ontwikkeling_tekst",
    "oordeel_tekst",
    "symbool",
    "teken",
]

_MAX_DIGITS = 6


def format_interval(interval: Interval) -> str:
    """Return `4.000`, `20 tot 99`, `ten minste 450`, `meer dan 4.000` or `minder dan 12`."""
    return _span(interval, [_number(end) for end in (interval.low, interval.high)], " tot ")


def format_verschil(toets: Toets) -> str | None:
    """Return the signed difference with its unit, as `−5 lezingen` or `−80 tot −1`.

    `geen` when there is no difference; percentages differ in `procentpunt`. None when the
    figures give no difference, and for a doel that is either done or not.
    """
    verschil = toets.verschil
    if verschil is None or _is_gereed(toets):
        return None
    if verschil.low == verschil.high == 0:
        return "geen"
    doel, waarde = toets.doel, toets.waarde
    if doel is not None and waarde is not None and doel.richting in ("hoger", "lager"):
        # a difference from one threshold is open exactly where the figure itself is
        verschil = Interval(verschil.low, verschil.high, waarde.low_open, waarde.high_open)
    return _with_unit(toets, verschil, signed=True)


def format_tekort(toets: Toets) -> str | None:
    """Return what is still missing, as `5 lezingen` or `0 tot 3.550`; `geen` when nothing is.

    None when the figures give no tekort, and for a doel that is either done or not.
    """
    tekort = toets.tekort
    if tekort is None or _is_gereed(toets):
        return None
    if tekort.low == tekort.high == 0:
        return "geen"
    return _with_unit(toets, tekort, signed=False)


def format_procent(toets: Toets) -> str | None:
    """Return the progress as `67 %`, `20–99 %` or `ten minste 112 %`.

    None when it is undefined, and for a doel that is either done or not.
    Whole per cents, with decimals only where rounding would land on or cross 0 or 100 and
    so contradict the verdict: 99,6 % when just not reached.
    """
    procent = toets.procent
    if procent is None or _is_gereed(toets):
        return None
    digits = max(_digits_needed(end) for end in (procent.low, procent.high))
    ends = [
        None if end is None else _minus(write_rounded(end, digits))
        for end in (procent.low, procent.high)
    ]
    dash = "–" if procent.low is not None and procent.low >= 0 else " tot "
    return f"{_span(procent, ends, dash)} %"


def format_gegeven(toets: Vergelijking) -> str | None:
    """Return the figure as written; a share as `64,6 % (31 van 48)`, so that n is seen."""
    waarde = _given(toets)
    if waarde is None or waarde.noemer is None or waarde.interval is None:
        return toets.gegeven
    if "(" in waarde.tekst or waarde.interval.low is None:
        return waarde.tekst
    return f"{_minus(write_rounded(waarde.interval.low, 1))} % ({waarde.tekst.strip()})"


def _given(toets: Toets) -> Waarde | None:
    given = toets.realisatie if isinstance(toets, Vergelijking) else None
    return given.waarde if given is not None else None


def _is_gereed(toets: Toets) -> bool:
    doel = toets.doel
    return doel is not None and doel.soort == "gereed"


def _digits_needed(value: Fraction | None) -> int:
    if value is None or value in (0, 100):
        return 0
    for digits in range(_MAX_DIGITS):
        rounded = round(value, digits)
        if all((rounded > mark) - (rounded < mark) == _sign(value - mark) for mark in (0, 100)):
            return digits
    return _MAX_DIGITS


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _minus(text: str) -> str:
    return text.replace("-", "−")


def _number(value: Fraction | None, *, signed: bool = False) -> str | None:
    """Return a number as people write it: exact when short, else with one decimal or more."""
    if value is None:
        return None
    plus = "+" if signed and value > 0 else ""
    if (value * 100).denominator == 1:
        return plus + _minus(write_number(value))
    digits = next((d for d in range(1, _MAX_DIGITS) if round(value, d) != 0), _MAX_DIGITS)
    return plus + _minus(write_rounded(value, digits))


def _span(interval: Interval, ends: list[str | None], dash: str) -> str:
    low, high = ends
    if low is not None and high is not None:
        return low if low == high else f"{low}{dash}{high}"
    if low is not None:
        return f"{'meer dan' if interval.low_open else 'ten minste'} {low}"
    if high is not None:
        return f"{'minder dan' if interval.high_open else 'ten hoogste'} {high}"
    return "onbekend"


def _with_unit(toets: Toets, value: Interval, *, signed: bool) -> str:
    ends = [_number(end, signed=signed) for end in (value.low, value.high)]
    eenheid = toets.doel.eenheid if toets.doel else None
    if eenheid == EURO:
        ends = [None if end is None else _euro(end) for end in ends]
        return _span(value, ends, " tot ")
    unit = "procentpunt" if is_percentage(eenheid) else _unit_for(toets, value)
    return _span(value, ends, " tot ") + (f" {unit}" if unit else "")


def _euro(number: str) -> str:
    sign = number[0] if number[0] in "+−" else ""
    return f"{sign}€ {number[len(sign) :]}"


def _unit_for(toets: Toets, value: Interval) -> str | None:
    """Return the unit in the number (lezing or lezingen) that fits, None when not written so."""
    doel, waarde = toets.doel, _given(toets)
    if doel is None or doel.eenheid is None:
        return None
    one = value.low == value.high and value.low in (1, -1)
    if (doel.drempel == 1) == one:
        return doel.eenheid
    if waarde is None or waarde.eenheid is None or waarde.interval is None:
        return None
    whole = waarde.interval
    fits = (whole.low == whole.high == 1) == one
    return waarde.eenheid if fits and same_unit(waarde.eenheid, doel.eenheid) else None
