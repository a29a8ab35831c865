"""Metingen: how figures of several moments become the one figure of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from bkl.domein.dossier.entries import NIET_GEMETEN, Gemeten, IndicatorEntry, Meting, Pad, Periode
from bkl.domein.dossier.reader import Lezer
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.notatie.eenheid import is_percentage, same_unit
from bkl.domein.notatie.interval import Interval
from bkl.domein.notatie.moment import read_moment
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


_BELOW_NOUGHT = ("€", "euro", "graad", "graden", "°C", "punt", "punten", "procentpunt")
"""Units in which a part can be less than nought: a loss, a frost, a fall."""


def can_be_negative(eenheid: str | None, known: Iterable[Interval]) -> bool:
    """Tell whether a part of a total may be negative: by its unit, or since one of them is.

    What is counted (people, things) and time never are.
    """
    if eenheid is not None and any(same_unit(eenheid, unit) for unit in _BELOW_NOUGHT):
        return True
    return any(part.low is not None and part.low < 0 for part in known)


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


Metingen = tuple[Meting, ...]


@dataclass(frozen=True, slots=True)
class Metinglezer:
    """Reads the moments of one realisatie; `entry` is None for an unknown indicator."""

    lezer: Lezer
    pad: Pad
    entry: IndicatorEntry | None
    figure: Callable[[str], Waarde]
    periode: Periode

    def read(self, told: Realisatie) -> Gemeten:
        """Return the figure at the peildatum that follows from the moments, and the others."""
        mijlpalen = self._list("mijlpalen", told.mijlpalen)
        metingen = self._list("metingen", told.metingen)
        tijd = self.entry.indicator.tijd if self.entry else None
        if tijd is None and len(metingen) > 1:
            self.lezer.refuse(
                (*self.pad, "metingen"),
                f"Bij {self.pad[-1]} zegt het werkplan niet hoe metingen samen één cijfer zijn.",
                "Zet in het werkplan `tijd: som`, `tijd: stand` of `tijd: cumulatief`.",
            )
            return NIET_GEMETEN
        now, standen, totaal = None, metingen, None
        if tijd == "som" and metingen:
            now, standen, totaal = self._sum(metingen)
        if now is None:
            # what is added has no figure of the year without a part of the year
            apart = mijlpalen if tijd == "som" else metingen or mijlpalen
            day, unknown = self.periode.peildatum, self._without_figure(metingen)
            due = latest(apart, day) or latest(unknown, day)
            now = due.waarde if due else None
        dated = sorted((*standen, *mijlpalen), key=lambda meting: meting.moment.eind)
        return Gemeten(now, tuple(m for m in dated if m.waarde.interval is not None), totaal)

    def _without_figure(self, metingen: Metingen) -> Metingen:
        begin = self.periode.begin
        return tuple(m for m in metingen if m.waarde.interval is None and m.moment.begin >= begin)

    def _list(self, key: str, told: dict[str, str]) -> Metingen:
        found = []
        for moment, tekst in told.items():
            waarde = self.lezer.read((*self.pad, key, moment), tekst, self.figure)
            if waarde is not None:
                found.append(Meting(read_moment(moment), waarde))
        return tuple(sorted(found, key=lambda meting: meting.moment.eind))

    def _sum(self, metingen: Metingen) -> tuple[Waarde | None, Metingen, Waarde | None]:
        """Return (figure of the year, running totals, total of all years).

        The year counts from its first day to its last; a doel of several years from the first
        meting. What was counted in another year is never taken for the figure of this one.
        """
        year, day = self.periode.begin, self.periode.eind
        first = min(year, *(meting.moment.begin for meting in metingen))
        try:
            whole = running_totals(metingen, first)
            if self._is_long():
                return total_at(whole, metingen, day), whole, None
            own = [meting for meting in metingen if meting.moment.begin >= year]
            totals = running_totals(own, year)
        except Onleesbaar as fout:
            self.lezer.refuse((*self.pad, "metingen"), fout.reden, fout.herstel)
            return None, (), None
        has_own = self.entry is not None and self.entry.jaardoelen
        totaal = total_at(whole, metingen, day) if has_own else None
        return total_at(totals, own, day), totals, totaal

    def _is_long(self) -> bool:
        """Tell whether the doel is reached over several years, without a doel for each."""
        entry = self.entry
        if entry is None or entry.jaardoelen:
            return False
        deadline = entry.deadline
        further = deadline is not None and deadline.year > self.periode.begin.year
        return bool(entry.mijlpalen) or further
