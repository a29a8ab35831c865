"""Lanes: the same scale in every row of a table, so that rows compare at a glance.

A share of the doel, a share of the promises, a count, or a place in the year. What is certain
is solid, what is possible hatched, and what has no known end runs off the scale with an arrow.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from bkl.domein.dossier.verdicts import Telling, Vergelijking
from bkl.domein.notatie.values.jaren import first_day, last_day
from bkl.render.charts.layout import (
    EDGE,
    WIDTH,
    Aandeel,
    Soort,
    Staaf,
    Tijdlijn,
    Warmte,
    bar_of,
    hatched,
    placed,
    span,
)
from bkl.render.text.escape import one_line
from bkl.wording.figures import format_procent, gehaald_tekst

_LOW, _HIGH = Fraction(-25), Fraction(150)
"""Ends of the scale of shares, in per cent of the doel."""
_STEPS = ("geen", "iets", "deel", "veel", "vol")
"""How a cell of the heat map is called by the share that was surely reached, in quarters."""
_YEAR_END = WIDTH - 24
"""Where the year ends on a timeline; behind it lie later years."""


def build_aandeel(vergelijking: Vergelijking) -> Aandeel | None:
    """Return the share of a doel on the scale that all share; an empty lane without a figure.

    None where a share says nothing: done or not, no doel, or a formula that gives none.
    """
    doel, procent = vergelijking.doel, vergelijking.procent
    if doel is None or doel.drempel is None or doel.soort == "gereed":
        return None
    nought, goal = _share(Fraction(0)), _share(Fraction(100))
    if procent is None:
        if vergelijking.waarde is not None:
            return None
        title = f"Van het doel ‘{doel.tekst}’ is geen cijfer bekend."
        begin = doel.nulmeting is not None
        return Aandeel(one_line(title), nought, goal, None, None, "", begin=begin)
    low = _LOW if procent.low is None else procent.low
    high = _HIGH if procent.high is None else procent.high
    near, far = _share(low), _share(high)
    sure = min(near, far) if low > 0 else max(near, far) if high < 0 else nought
    return Aandeel(
        one_line(f"Van het doel ‘{doel.tekst}’ is {format_procent(vergelijking)} bereikt."),
        nought,
        goal,
        span(nought, sure),
        span(near, far) if far > near else None,
        hatched(near, far),
        rechts=procent.high is None or procent.high > _HIGH,
        links=procent.low is None or procent.low < _LOW,
        begin=doel.nulmeting is not None,
        tekens=bar_of(max(low, Fraction(0)) / 100, max(high, Fraction(0)) / 100),
    )


def build_warmte(telling: Telling) -> Warmte | None:
    """Return how much of the promises was surely reached, None where there are none."""
    if not telling.n:
        return None
    zeker, mogelijk = (Fraction(count, telling.n) for count in telling.gehaald)
    step = 0 if not zeker else min(4, int((zeker - Fraction(1, 10**9)) * 4) + 1)
    low, high = (placed(float(share) * (WIDTH - 2)) for share in (zeker, mogelijk))
    return Warmte(
        f"{gehaald_tekst(telling).capitalize()}.",
        _STEPS[step],
        low,
        span(low, high) if high > low else None,
        hatched(low, high, 1, 9),
        bar_of(zeker, mogelijk),
    )


def build_staaf(minder: int, meer: int, most: int) -> Staaf:
    """Return a bar for a reason: how often less was reached, and how often more."""
    unit = (WIDTH - 10) / max(1, most)
    first = placed(minder * unit)
    start = first + (2 if minder and meer else 0)
    cells = [round(count * 10 / max(1, most)) for count in (minder, meer)]
    return Staaf(
        f"Minder of anders: {minder}. Meer dan beloofd: {meer}.",
        first,
        (start, placed(meer * unit)) if meer else None,
        hatched(start, start + meer * unit),
        "█" * cells[0] + "▒" * cells[1],
    )


def build_tijdlijn(jaar: int, dag: date, nu: date, soort: Soort, words: str) -> Tijdlijn:
    """Return a moment in its year; what lies in a later year stands behind the end."""
    return Tijdlijn(one_line(words), _day(jaar, dag), _day(jaar, nu), placed(_YEAR_END), soort)


def _share(value: Fraction) -> float:
    inside = min(max(value, _LOW), _HIGH)
    return placed(EDGE + float((inside - _LOW) / (_HIGH - _LOW)) * (WIDTH - 2 * EDGE))


def _day(jaar: int, dag: date) -> float:
    first, last = first_day(jaar), last_day(jaar)
    if dag > last:
        return placed(WIDTH - 8)
    share = max(0, (dag - first).days) / (last - first).days
    return placed(EDGE + share * (_YEAR_END - EDGE))
