"""How figures and verdicts look in Dutch: shared by the terminal and the reports."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.eenheid import EURO, is_percentage, same_unit
from bkl.domein.getal import write_number, write_rounded
from bkl.domein.interval import Interval
from bkl.domein.vergelijking import Telling, Vergelijking
from bkl.domein.woorden import Oordeel

_SYMBOLEN: dict[Oordeel, tuple[str, str]] = {
    "gehaald": ("✓", "+"),
    "deels gehaald": ("◐", "~"),
    "niet gehaald": ("✗", "x"),
    "niet te bepalen": ("?", "?"),
    "niet vergelijkbaar": ("≠", "#"),
    "nog niet te beoordelen": ("◦", "o"),
    "niet gerapporteerd": ("…", "."),
    "nog niet bekend": ("○", "0"),
    "niet gemeten": ("∅", "m"),
    "niet toetsbaar": ("–", "-"),
    "uitgesteld": ("→", ">"),
    "vervallen": ("⊘", "/"),
    "niet van toepassing": ("·", "n"),
}
_MAX_DIGITS = 6


def symbool(oordeel: Oordeel, *, ascii_only: bool = False) -> str:
    """Return the one character that stands for a verdict; it always goes with the word."""
    return _SYMBOLEN[oordeel][1 if ascii_only else 0]


def oordeel_tekst(vergelijking: Vergelijking) -> str:
    """Return the verdict in words: `uitgesteld naar 2022`, `niet gehaald (uitgesteld …)`."""
    naar = f" naar {vergelijking.jaar}" if vergelijking.jaar is not None else ""
    if vergelijking.oordeel == "uitgesteld":
        return f"uitgesteld{naar}"
    if vergelijking.rij == 3:
        return f"niet gehaald (uitgesteld{naar})"
    return vergelijking.oordeel


def gehaald_tekst(telling: Telling) -> str:
    """Return how many were reached: `12 tot 19 van 42 gehaald`, or `12 van 42 gehaald`."""
    zeker, mogelijk = telling.gehaald
    span = f"{zeker}" if zeker == mogelijk else f"{zeker} tot {mogelijk}"
    return f"{span} van {telling.n} gehaald"


def format_interval(interval: Interval) -> str:
    """Return `4.000`, `20 tot 99`, `ten minste 450`, `meer dan 4.000` or `minder dan 12`."""
    return _span(interval, [_number(end) for end in (interval.low, interval.high)], " tot ")


def format_verschil(vergelijking: Vergelijking) -> str | None:
    """Return the signed difference with its unit, as `−5 lezingen` or `−80 tot −1`.

    `geen` when there is no difference; percentages differ in `procentpunt`. None when the
    figures give no difference, and for a doel that is either done or not.
    """
    verschil = vergelijking.verschil
    if verschil is None or _is_gereed(vergelijking):
        return None
    if verschil.low == verschil.high == 0:
        return "geen"
    doel, waarde = vergelijking.entry.doel, vergelijking.waarde
    if doel is not None and waarde is not None and doel.richting in ("hoger", "lager"):
        # a difference from one threshold is open exactly where the figure itself is
        verschil = Interval(verschil.low, verschil.high, waarde.low_open, waarde.high_open)
    return _with_unit(vergelijking, verschil, signed=True)


def format_tekort(vergelijking: Vergelijking) -> str | None:
    """Return what is still missing, as `5 lezingen` or `0 tot 3.550`; `geen` when nothing is.

    None when the figures give no tekort, and for a doel that is either done or not.
    """
    tekort = vergelijking.tekort
    if tekort is None or _is_gereed(vergelijking):
        return None
    if tekort.low == tekort.high == 0:
        return "geen"
    return _with_unit(vergelijking, tekort, signed=False)


def format_procent(vergelijking: Vergelijking) -> str | None:
    """Return the progress as `67 %`, `20–99 %` or `ten minste 112 %`.

    None when it is undefined, and for a doel that is either done or not.
    Whole per cents, with decimals only where rounding would land on or cross 0 or 100 and
    so contradict the verdict: 99,6 % when just not reached.
    """
    procent = vergelijking.procent
    if procent is None or _is_gereed(vergelijking):
        return None
    digits = max(_digits_needed(end) for end in (procent.low, procent.high))
    ends = [
        None if end is None else _minus(write_rounded(end, digits))
        for end in (procent.low, procent.high)
    ]
    dash = "–" if procent.low is not None and procent.low >= 0 else " tot "
    return f"{_span(procent, ends, dash)} %"


def _is_gereed(vergelijking: Vergelijking) -> bool:
    doel = vergelijking.entry.doel
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


def _with_unit(vergelijking: Vergelijking, value: Interval, *, signed: bool) -> str:
    ends = [_number(end, signed=signed) for end in (value.low, value.high)]
    eenheid = vergelijking.entry.eenheid
    if eenheid == EURO:
        ends = [None if end is None else _euro(end) for end in ends]
        return _span(value, ends, " tot ")
    unit = "procentpunt" if is_percentage(eenheid) else _unit_for(vergelijking, value)
    return _span(value, ends, " tot ") + (f" {unit}" if unit else "")


def _euro(number: str) -> str:
    sign = number[0] if number[0] in "+−" else ""
    return f"{sign}€ {number[len(sign) :]}"


def _unit_for(vergelijking: Vergelijking, value: Interval) -> str | None:
    """Return the unit in the number (lezing or lezingen) that fits, None when not written so."""
    doel, given = vergelijking.entry.doel, vergelijking.realisatie
    if doel is None or doel.eenheid is None:
        return None
    waarde = given.waarde if given is not None else None
    one = value.low == value.high and value.low in (1, -1)
    if (doel.drempel == 1) == one:
        return doel.eenheid
    if waarde is None or waarde.eenheid is None or waarde.interval is None:
        return None
    whole = waarde.interval
    fits = (whole.low == whole.high == 1) == one
    return waarde.eenheid if fits and same_unit(waarde.eenheid, doel.eenheid) else None
