"""How figures and verdicts look in Dutch: shared by the terminal and the reports."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.eenheid import EURO
from bkl.domein.getal import write_rounded
from bkl.domein.interval import Interval
from bkl.domein.oordeeltekst import (
    gehaald_tekst,
    ontwikkeling_teken,
    ontwikkeling_tekst,
    oordeel_tekst,
    symbool,
    teken,
)
from bkl.domein.schrijfwijze import write_quantity
from bkl.domein.vergelijking import Toets, Vergelijking
from bkl.domein.verschiltekst import (
    euro,
    format_tekort,
    format_verschil,
    is_gereed,
    minus,
    number,
    span,
    waarde_of,
)

__all__ = [
    "beloofd",
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


def format_interval(interval: Interval, eenheid: str | None = None) -> str:
    """Return `4.000`, `20 tot 99 mensen`, `ten minste 450`, `meer dan 4.000` or `€ 12,50`."""
    ends = [number(end) for end in (interval.low, interval.high)]
    if eenheid == EURO:
        return span(interval, [None if end is None else euro(end) for end in ends], " tot ")
    return write_quantity(span(interval, ends, " tot "), eenheid)


def format_procent(toets: Toets) -> str | None:
    """Return the progress as `67 %`, `20–99 %` or `ten minste 112 %`.

    None when it is undefined, and for a doel that is either done or not.
    Whole per cents, with decimals only where rounding would land on or cross 0 or 100 and
    so contradict the verdict: 99,6 % when just not reached.
    """
    procent = toets.procent
    if procent is None or is_gereed(toets):
        return None
    digits = max(_digits_needed(end) for end in (procent.low, procent.high))
    ends = [
        None if end is None else minus(write_rounded(end, digits))
        for end in (procent.low, procent.high)
    ]
    dash = "–" if procent.low is not None and procent.low >= 0 else " tot "
    return f"{span(procent, ends, dash)} %"


def beloofd(vergelijking: Vergelijking) -> str | None:
    """Return what the year is judged by, as written; without figure what a person judges by."""
    doel = vergelijking.doel
    return vergelijking.doel_tekst or (doel.toelichting if doel else None)


def format_gegeven(toets: Vergelijking) -> str | None:
    """Return the figure as written; a share as `64,6 % (31 van 48)`, so that n is seen."""
    waarde = waarde_of(toets)
    if waarde is None or waarde.noemer is None or waarde.interval is None:
        return toets.gegeven
    if "(" in waarde.tekst or waarde.interval.low is None:
        return waarde.tekst
    return f"{minus(write_rounded(waarde.interval.low, 1))} % ({waarde.tekst.strip()})"


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
