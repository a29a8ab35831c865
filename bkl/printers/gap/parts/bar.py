"""Bars: what is certain solid in its colour, what is unknown grey, the rest a track."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.dossier.verdicts import Telling, Vergelijking
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.woorden import Oordeel
from bkl.printers.screen import Screen, Tint

TINTS: dict[Oordeel, Tint] = {
    "gehaald": "groen",
    "deels gehaald": "geel",
    "niet gehaald": "rood",
    "niet te bepalen": "blauw",
}


def tint_of(oordeel: Oordeel) -> Tint:
    """Return the colour that goes with a verdict; what is not judged is soft."""
    return TINTS.get(oordeel, "zacht")


def tint_for(vergelijking: Vergelijking) -> Tint:
    """Return the colour of one verdict; a development is neither a success nor a failure."""
    return "zacht" if vergelijking.entry.is_ontwikkeling else tint_of(vergelijking.oordeel)


def progress_bar(procent: Interval, width: int, screen: Screen, tint: Tint) -> str:
    """Return a bar of `width` columns for a progress in per cent, cut off at 0 and 100."""
    low = Fraction(0) if procent.low is None else procent.low
    high = Fraction(100) if procent.high is None else procent.high
    return _bar(low / 100, high / 100, width, screen, tint)


def counts_bar(telling: Telling, width: int, screen: Screen) -> str:
    """Return a bar for how many of N were certainly and possibly reached; blank for no N."""
    zeker, mogelijk = telling.gehaald
    n = telling.n
    if not n:
        return " " * width
    return _bar(Fraction(zeker, n), Fraction(mogelijk, n), width, screen, "groen")


def _bar(low: Fraction, high: Fraction, width: int, screen: Screen, tint: Tint) -> str:
    solid = _filled(low, width)
    light = max(_filled(high, width), min(solid + 1, width) if high > low else solid)
    if high > low and solid == light == width and low < 1:
        solid -= 1
    return (
        screen.paint("█" * solid, tint)
        + screen.paint("▒" * (light - solid), "zacht")
        + screen.paint("░" * (width - light), "zacht")
    )


def _filled(part: Fraction, width: int) -> int:
    """Return how many columns are filled: all only when complete, none only when nothing."""
    if part <= 0:
        return 0
    if part >= 1:
        return width
    return min(max(1, round(part * width)), width - 1)
