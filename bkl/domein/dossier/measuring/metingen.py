"""Metingen: how figures of several moments become the one figure of a day.

`tijd` says how: `som` adds periods, `cumulatief` takes the newest running total, `stand` the newest
figure, `gemiddelde` weighs them. What was not measured is never taken for nought, and a figure
of another day is never taken for the one of the day that is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from bkl.domein.dossier.measuring.agreement import (
    are_shares,
    expect_apart,
    expect_no_total,
    expect_one_unit,
)
from bkl.domein.dossier.measuring.amounts import ALLES, ZERO, can_be_negative, told
from bkl.domein.dossier.measuring.averages import Meting, anything, weighted
from bkl.domein.dossier.measuring.rates import as_rate, per_period
from bkl.domein.model.indicator import Tijd
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.moment import Moment
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import same_unit
from bkl.domein.notatie.vocabulary.rates import Maat
from bkl.domein.records import NamedTuple, dataclass
from bkl.domein.woorden import Richting

_DAY = timedelta(days=1)


class Figure(NamedTuple):
    """The figure of a day; `oud` is its moment when that does not reach the day."""

    waarde: Waarde | None
    oud: Moment | None = None


@dataclass(frozen=True, slots=True)
class Measurements:
    """What was measured, in order of time; `begin` is the day from which figures are added.

    `uniek` tells that the same people may be counted in more than one period, and `eenheid` is
    how the doel writes the unit of many. `maat` is set where the doel is per quarter, month or
    week, and `richting` is then which way is better.
    """

    tijd: Tijd | None
    metingen: tuple[Meting, ...]
    begin: date
    uniek: bool = False
    eenheid: str | None = None
    maat: Maat | None = None
    richting: Richting | None = None

    def at(self, day: date) -> Figure:
        """Return the figure of a day. Raises Onleesbaar when the figures do not combine."""
        if self.maat is not None and self.tijd == "cumulatief":
            raise Onleesbaar(
                f"Een lopend totaal zegt niets over een doel per {self.maat.soort}.",
                f"Schrijf `tijd: som`, en geef elk cijfer per {self.maat.soort}.",
                0,
                0,
            )
        if self.maat is not None and self.tijd in ("som", None):
            return Figure(
                per_period(self.metingen, self.maat, self.richting, self.begin, day)
                or self.unknown(day)
            )
        if self.tijd == "som" and not are_shares(self.metingen):
            return Figure(self._sum(day))
        if self.tijd in ("som", "gemiddelde"):
            return Figure(self._average(day))
        if self.tijd == "cumulatief":
            return Figure(_running(self.metingen, day))
        return _stand(self.metingen, day)

    @property
    def can_fall(self) -> bool:
        """Tell whether a part may be negative: by its unit, or since one of them is."""
        known = (m.waarde.interval for m in self.metingen)
        units = (m.waarde.eenheid for m in self.metingen)
        return can_be_negative(units, (part for part in known if part is not None))

    def coverage(self, day: date) -> Coverage:
        """Return which metingen count up to a day, and whether they leave no gap."""
        inside: list[Meting] = []
        beyond: list[Meting] = []
        complete = True
        covered = self.begin - _DAY
        for meting in self.metingen:
            moment = meting.moment
            if moment.begin > day or moment.eind < self.begin:
                continue
            whole = moment.eind <= day and self.holds(moment)
            complete = complete and (not moment.is_periode or moment.begin <= covered + _DAY)
            covered = max(covered, moment.eind)
            if meting.waarde.interval is None:
                complete = False
            else:
                (inside if whole else beyond).append(meting)
        # single days are a list of what there was; a period leaves the days behind it open
        if covered < day and any(m.moment.is_periode for m in self.metingen):
            complete = False
        return Coverage(tuple(inside), tuple(beyond), complete)

    def holds(self, moment: Moment) -> bool:
        """Tell whether a period lies wholly after the first day; a day always does."""
        return moment.begin >= self.begin or not moment.is_periode

    def _average(self, day: date) -> Waarde | None:
        """Return the weighted figure: anything it can be when a period is missing."""
        inside, beyond, complete = self.coverage(day)
        if not inside and not beyond:
            return self.unknown(day)
        if not complete or beyond:
            return anything((*inside, *beyond))
        return inside[0].waarde if len(inside) == 1 else weighted(inside)

    def unknown(self, day: date) -> Waarde | None:
        """Return why there is no figure up to a day, as it was given last."""
        own = (m for m in reversed(self.metingen) if self.begin <= m.moment.eind <= day)
        return next((m.waarde for m in own), None)

    def _sum(self, day: date) -> Waarde | None:
        """Return what the periods add up to: a lower bound when one is missing."""
        expect_apart(self.metingen)
        expect_no_total(self.metingen)
        inside, beyond, complete = self.coverage(day)
        if not inside and not beyond:
            return self.unknown(day)
        expect_one_unit((*inside, *beyond))
        parts = [meting.waarde.interval or ALLES for meting in inside]
        parts += [self.cut(meting) for meting in beyond]
        whole = _together(parts, uniek=self.uniek)
        if not complete:
            whole = ALLES if self.can_fall else Interval(whole.low or ZERO, None, whole.low_open)
        units = _Units(self.eenheid)
        for meting in (*inside, *beyond):
            units.see(meting.waarde)
        if len(parts) == 1 and inside and complete:
            return inside[0].waarde
        return told(whole, units.of(whole))

    def cut(self, meting: Meting) -> Interval:
        """Return what a period comes to of which an unknown part lies outside: nought or all."""
        whole = meting.waarde.interval or ALLES
        return ALLES if self.can_fall else Interval(ZERO, whole.high, False, whole.high_open)


class Coverage(NamedTuple):
    """The metingen up to a day, those that lie partly outside it, and whether none is missing."""

    inside: tuple[Meting, ...]
    beyond: tuple[Meting, ...]
    complete: bool


def standen_of(reeks: Measurements) -> tuple[Meting, ...]:
    """Return the figure at the end of each meting: what was measured, or what it adds up to."""
    if reeks.tijd not in ("som", "gemiddelde"):
        return tuple(m for m in reeks.metingen if m.waarde.interval is not None)
    if reeks.maat is not None and reeks.tijd == "som":
        return tuple(
            Meting(meting.moment, as_rate(meting.waarde, reeks.maat))
            for meting in reeks.metingen
            if meting.waarde.interval is not None
        )
    if reeks.tijd == "som" and not are_shares(reeks.metingen):
        return _running_totals(reeks)
    return tuple(
        Meting(meting.moment, waarde)
        for meting in reeks.metingen
        if meting.waarde.interval is not None
        and (waarde := reeks.at(meting.moment.eind).waarde) is not None
    )


def fallen(metingen: Sequence[Meting]) -> tuple[Meting, Meting] | None:
    """Return the first two running totals of which the later one is surely less."""
    known = [(m, m.waarde.interval) for m in metingen if m.waarde.interval is not None]
    for (earlier, before), (later, after) in pairwise(known):
        if after.below(before):
            return earlier, later
    return None


def _running_totals(reeks: Measurements) -> tuple[Meting, ...]:
    """Return the totals one after the other, without adding anew for each."""
    expect_apart(reeks.metingen)
    totals: list[Meting] = []
    whole: Interval | None = None
    units = _Units(reeks.eenheid)
    covered, complete, can_fall = reeks.begin - _DAY, True, reeks.can_fall
    expect_one_unit(reeks.metingen)
    for meting in reeks.metingen:
        moment, part = meting.moment, meting.waarde.interval
        if moment.eind < reeks.begin:
            continue
        complete = complete and (not moment.is_periode or moment.begin <= covered + _DAY)
        covered = max(covered, moment.eind)
        if part is None:
            complete = False
            continue
        if not reeks.holds(moment):
            part = reeks.cut(meting)
        whole = part if whole is None else _together((whole, part), uniek=reeks.uniek)
        units.see(meting.waarde)
        bound = whole if complete else Interval(whole.low or ZERO, None, whole.low_open)
        total = ALLES if can_fall and not complete else bound
        totals.append(Meting(moment, told(total, units.of(total))))
    return tuple(totals)


class _Units:
    """The unit of figures that are added, in the number that fits the sum: lezing or lezingen."""

    def __init__(self, many: str | None) -> None:
        self._known: dict[bool, str] = {}
        self._many = many

    def see(self, waarde: Waarde) -> None:
        """Remember how a figure writes its unit."""
        if waarde.eenheid is not None:
            self._known.setdefault(_is_one(waarde.interval), waarde.eenheid)

    def of(self, whole: Interval) -> str | None:
        """Return the unit for a sum, None where no figure names one."""
        one = whole.low == 1 and whole.high in (1, None)
        known = self._known.get(one) or self._known.get(not one)
        if one or False in self._known or known is None or self._many is None:
            return known
        return self._many if same_unit(self._many, known) else known


def _is_one(interval: Interval | None) -> bool:
    return interval is not None and interval.low == interval.high == 1


def _together(parts: Sequence[Interval], *, uniek: bool) -> Interval:
    """Return the sum; the same people may have come more than once: from the largest to all."""
    whole = parts[0]
    most = parts[0]
    for part in parts[1:]:
        whole = whole.plus(part)
        if (part.low or ZERO) > (most.low or ZERO):
            most = part
    if not uniek or len(parts) == 1:
        return whole
    return Interval(most.low or ZERO, whole.high, most.low_open, whole.high_open)


def _running(metingen: Sequence[Meting], day: date) -> Waarde | None:
    """Return the newest running total of a day.

    A total of before the day is a lower bound, and one of after it an upper bound. Totals that
    fall contradict each other: the figure is then anything between the least and the most.
    """
    known = [m for m in metingen if m.waarde.interval is not None]
    before = [m for m in known if m.moment.eind <= day]
    after = next((m.waarde for m in known if m.moment.eind > day), None)
    last = before[-1] if before else None
    if last is not None and last.moment.eind == day and not fallen(before):
        return last.waarde
    if last is None and after is None:
        return next((m.waarde for m in reversed(metingen) if m.moment.eind <= day), None)
    lows = [m.waarde.interval.low for m in before if m.waarde.interval]
    low = ZERO if last is None else (last.waarde.interval or ALLES).low
    high = after.interval.high if after is not None and after.interval else None
    if fallen(before) or (high is not None and low is not None and high < low):
        low = min((end or ZERO for end in lows), default=ZERO)
        high = None
    unit = last.waarde.eenheid if last else after.eenheid if after else None
    return told(Interval(low or ZERO, high), unit)


def _stand(metingen: Sequence[Meting], day: date) -> Figure:
    """Return the newest figure; it reaches the day when its moment holds that day."""
    known = [m for m in metingen if m.waarde.interval is not None]
    holds = [m for m in known if m.moment.begin <= day <= m.moment.eind]
    if holds:
        return Figure(min(holds, key=lambda m: m.moment.eind - m.moment.begin).waarde)
    if known:
        due = [m for m in known if m.moment.eind <= day] or known[:1]
        return Figure(due[-1].waarde, due[-1].moment)
    return Figure(metingen[-1].waarde if metingen else None)
