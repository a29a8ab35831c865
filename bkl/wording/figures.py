"""How figures and verdicts look in Dutch: shared by the terminal and the reports."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial

from bkl.domein.dossier.verdicts import Toets, Vergelijking
from bkl.domein.notatie.meaning.doel import Doel, read_doel
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.meaning.write import write_quantity
from bkl.domein.notatie.values.getal import write_rounded
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import EURO, is_percentage, tidy_unit
from bkl.wording.differences import (
    Side,
    euro,
    format_tekort,
    format_verschil,
    minus,
    span,
    to_side,
    waarde_of,
    written,
)
from bkl.wording.verdicts import (
    gehaald_tekst,
    ontwikkeling_teken,
    ontwikkeling_tekst,
    oordeel_tekst,
    symbool,
    teken,
)

__all__ = [
    "beloofd",
    "doel_met_eenheid",
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
    ends = written(interval)
    if eenheid == EURO:
        return span(interval, [None if end is None else euro(end) for end in ends], " tot ")
    return write_quantity(span(interval, ends, " tot "), eenheid)


def format_procent(toets: Toets) -> str | None:
    """Return the progress as `67 %`, `20–99 %` or `ten minste 112 %`.

    None when it is undefined, and for a doel that is either done or not.
    Whole per cents, with decimals only where rounding would land on or cross 0 or 100 and
    so contradict the verdict: 99,6 % when just not reached. Bounds are rounded outward: what
    is at least 66,7 % is at least 66 %, never at least 67 %.
    """
    procent = toets.procent
    if procent is None:
        return None
    exact = procent.low == procent.high
    digits = max(_digits_needed(end, "nearest" if exact else side) for end, side in _sides(procent))
    ends = [
        None if end is None else minus(write_rounded(to_side(end, digits, side), digits))
        for end, side in ((end, "nearest" if exact else side) for end, side in _sides(procent))
    ]
    dash = "–" if procent.low is not None and procent.low >= 0 else " tot "
    return f"{span(procent, ends, dash)} %"


def beloofd(vergelijking: Vergelijking) -> str | None:
    """Return what the year is judged by, as written; without figure what a person judges by."""
    doel, tekst = vergelijking.doel, vergelijking.doel_tekst
    if doel is None or tekst is None:
        return doel.toelichting if doel else None
    return doel_met_eenheid(tekst, doel, vergelijking.entry.indicator.eenheid)


def doel_met_eenheid(tekst: str, doel: Doel | None, eenheid: str | None) -> str:
    """Return the phrase of a doel; without unit it gets the one that the plan names apart."""
    if doel is None or tekst != doel.tekst or doel.per is not None or doel.drempel in (None, 1):
        return tekst
    return _with_unit(tekst, eenheid, partial(read_doel, richting=doel.richting))


def format_gegeven(toets: Vergelijking) -> str | None:
    """Return the figure as written; a share as `64,6 % (31 van 48)`, so that n is seen.

    A phrase without unit gets the one that the plan names apart.
    """
    waarde = waarde_of(toets)
    if waarde is None or waarde.noemer is None or waarde.interval is None:
        tekst = toets.gegeven
        if waarde is None or tekst is None or tekst != waarde.tekst or waarde.per is not None:
            return tekst
        a = waarde.interval
        if a is None or a.low == a.high == 1 or waarde.soort == "gereed":
            return tekst
        return _with_unit(tekst, toets.entry.indicator.eenheid, read_waarde)
    return share_tekst(waarde.tekst, waarde, toets.doel)


def share_tekst(tekst: str, waarde: Waarde, doel: Doel | None) -> str:
    """Return the text of a figure, a share of a whole as `64,6 % (31 van 48)`."""
    interval = waarde.interval
    if waarde.noemer is None or interval is None or interval.low is None or "(" in tekst:
        return tekst
    digits = _digits_of_share(interval.low, doel)
    return f"{minus(write_rounded(interval.low, digits))} % ({tekst.strip()})"


def _digits_of_share(value: Fraction, doel: Doel | None) -> int:
    """Return how many decimals a share needs to stand on its own side of the doel: one or more."""
    bereik = doel.bereik if doel is not None and is_percentage(doel.eenheid) else None
    marks = [] if doel is None or bereik is None else [bereik.low, bereik.high, doel.drempel]
    return next(
        (
            digits
            for digits in range(1, _MAX_DIGITS)
            if all(
                _sign(round(value, digits) - mark) == _sign(value - mark)
                for mark in marks
                if mark is not None
            )
        ),
        _MAX_DIGITS,
    )


def _with_unit(tekst: str, eenheid: str | None, read: Callable[[str], Doel | Waarde]) -> str:
    """Return a phrase with a unit behind it, unless it names its own.

    Not meant for what is exactly one: `1 lezingen` is no Dutch.
    """
    unit = tidy_unit(eenheid)
    if unit is None:
        return tekst
    try:
        named = read(tekst).eenheid
    except Onleesbaar:
        # a sum of long numbers can be longer than what is read
        return tekst
    if named is not None:
        return tekst
    return write_quantity(tekst.strip(), f"euro{unit[1:]}" if unit[:1] == EURO else unit)


def _sides(interval: Interval) -> tuple[tuple[Fraction | None, Side], tuple[Fraction | None, Side]]:
    return (interval.low, "down"), (interval.high, "up")


def _digits_needed(value: Fraction | None, side: Side) -> int:
    if value is None:
        return 0
    for digits in range(_MAX_DIGITS):
        rounded = to_side(value, digits, side)
        if all((rounded > mark) - (rounded < mark) == _sign(value - mark) for mark in (0, 100)):
            return digits
    return _MAX_DIGITS


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
