"""Metingen: how figures of several moments become the one figure of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from bkl.domein.dossier.steps import Meting
from bkl.domein.notatie.eenheid import is_percentage, same_unit
from bkl.domein.notatie.interval import Interval
from bkl.domein.notatie.unreadable import Onleesbaar
from bkl.domein.notatie.waarde import Waarde
from bkl.domein.notatie.write import write_waarde
from bkl.domein.woorden import Waardesoort

_DAY = timedelta(days=1)
_ZERO = Fraction(0)


def running_totals(metingen: Sequence[Meting], start: date) -> tuple[Meting, ...]:
    """Return, for figures per period, what they add up to at the end of each period.

    `start` is the day from which the total counts. A period that is missing, or of which the
    figure is not known, makes the total a lower bound: it is never taken for nought. Raises
    Onleesbaar (with an empty span) when the figures cannot be added.
    """
    ordered = sorted(metingen, key=lambda meting: (meting.moment.eind, meting.moment.begin))
    totals: list[Meting] = []
    whole: Waarde | None = None
    covered, complete = start - _DAY, True
    for meting in ordered:
        _expect_apart(meting, covered, first=not totals)
        complete = complete and _follows(meting, covered)
        covered = max(covered, meting.moment.eind)
        if meting.waarde.interval is None:
            complete = False
            continue
        whole = meting.waarde if whole is None else _added(whole, meting)
        totals.append(Meting(meting.moment, _bounded(whole, complete=complete)))
    return tuple(totals)


def total_at(totals: Sequence[Meting], metingen: Sequence[Meting], day: date) -> Waarde | None:
    """Return the running total on `day`: a lower bound when the last periods are missing."""
    due = [total for total in totals if total.moment.eind <= day]
    if not due:
        return None
    last = due[-1]
    ends = [meting.moment for meting in metingen if meting.moment.eind <= day]
    known = max(moment.eind for moment in ends)
    tail_missing = known > last.moment.eind or (known < day and all(m.is_periode for m in ends))
    return _bounded(last.waarde, complete=False) if tail_missing else last.waarde


def latest(standen: Sequence[Meting], day: date) -> Meting | None:
    """Return the last figure with a moment on or before `day`."""
    due = [stand for stand in standen if stand.moment.eind <= day]
    return due[-1] if due else None


def _expect_apart(meting: Meting, covered: date, *, first: bool) -> None:
    if not first and meting.moment.begin <= covered and meting.moment.is_periode:
        raise Onleesbaar(
            f"De periode `{meting.moment.tekst}` overlapt een andere meting; dan telt iets dubbel.",
            "Geef elke periode één keer, of zet in het werkplan `tijd: stand`.",
            0,
            0,
        )


def _follows(meting: Meting, covered: date) -> bool:
    """Tell whether nothing lies between this period and what was covered before."""
    return not meting.moment.is_periode or meting.moment.begin <= covered + _DAY


def _added(whole: Waarde, meting: Meting) -> Waarde:
    part = meting.waarde
    if is_percentage(whole.eenheid) or whole.per is not None or part.per is not None:
        raise Onleesbaar(
            "Percentages en verhoudingen zijn niet op te tellen.",
            "Zet in het werkplan `tijd: stand` bij deze indicator.",
            0,
            0,
        )
    known = whole.eenheid is not None and part.eenheid is not None
    if known and not same_unit(whole.eenheid or "", part.eenheid or ""):
        raise Onleesbaar(
            f"`{part.tekst}` heeft een andere eenheid dan de metingen ervoor.",
            "Schrijf alle metingen in dezelfde eenheid.",
            0,
            0,
        )
    if whole.interval is None or part.interval is None:
        return whole
    interval = whole.interval.plus(part.interval)
    soort: Waardesoort = "exact" if interval.low == interval.high else "bandbreedte"
    return Waarde("", soort, interval, whole.eenheid or part.eenheid)


def _bounded(waarde: Waarde, *, complete: bool) -> Waarde:
    """Return the total with its text; open upward when something is missing."""
    interval = waarde.interval
    if interval is None:
        return waarde
    if not complete or interval.high is None:
        low = _ZERO if interval.low is None else interval.low
        open_ = Interval(low, None, interval.low_open)
        waarde = Waarde("", "ondergrens", open_, waarde.eenheid)
    return replace(waarde, tekst=write_waarde(waarde))
