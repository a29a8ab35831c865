"""Over the years of one plan: what its reports so far come to together.

A doel of several years is about all of them; a report tells of one. Figures that are added
(`tijd: som`) are summed over the reports; a year without a figure is never taken for nought.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.measuring.amounts import ALLES, ZERO, can_be_negative, told
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.jaren import first_day
from bkl.domein.notatie.vocabulary.eenheid import is_count, same_unit

Verslagen = Mapping[int, Mapping[str, RealisatieEntry]]
"""The results of earlier years of the same plan, by year and indicator id."""


def adds_up(entry: IndicatorEntry) -> bool:
    """Tell whether figures of single years may have to be added for the doel of the plan.

    So it is where the plan says `tijd: som`, and where it says nothing of what is counted or
    of money: then a figure may be of the year, or of all years so far.
    """
    doel, tijd = entry.doel, entry.indicator.tijd
    if entry.planeinde is None or doel is None or doel.bereik is None or doel.soort == "gereed":
        return False
    unit = entry.eenheid
    return tijd == "som" or (tijd is None and _is_amount(unit) and doel.delen.schaal is None)


def _is_amount(unit: str | None) -> bool:
    return is_count(unit) or (unit is not None and same_unit(unit, "€"))


def with_earlier(
    given: RealisatieEntry, entry: IndicatorEntry, jaar: int, years: Sequence[int], past: Verslagen
) -> RealisatieEntry:
    """Return a realisatie of `jaar` with what all `years` before it and itself come to.

    `totaal` is a lower bound when a year gave no figure. Without `tijd` it is anything between
    the figure alone and the sum.
    """
    now = _figure(given)
    if now is None or not years or not adds_up(entry) or _reaches_back(given, jaar):
        return given
    earlier = [_figure(past.get(year, {}).get(entry.id)) for year in years]
    units = {given.waarde.eenheid if given.waarde else None, entry.eenheid}
    can_fall = can_be_negative(units, [part for part in (now, *earlier) if part is not None])
    unknown = ALLES if can_fall else Interval(ZERO, None)
    parts = [now, *(unknown if part is None else part for part in earlier)]
    whole = _sum(parts, uniek=entry.indicator.uniek)
    if entry.indicator.tijd is None:
        whole = whole.hull(now)
    unit = next((unit for unit in units if unit is not None), None)
    total = told(whole, unit)
    # beside a doel of the year itself the total says only how far the end is
    return replace(given, totaal=total, sinds=None if jaar in entry.jaardoelen else years[0])


def _sum(parts: Sequence[Interval], *, uniek: bool) -> Interval:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.plus(part)
    if not uniek:
        return whole
    # the same people may have come in more than one year
    most = max(parts, key=lambda part: part.low or ZERO)
    return Interval(most.low or ZERO, whole.high, most.low_open, whole.high_open)


def _figure(given: RealisatieEntry | None) -> Interval | None:
    """Return what a report says, the hull of figures that contradict each other."""
    if given is None or given.waarde is None or not given.leesbaar:
        return None
    whole = given.waarde.interval
    for other in given.tegenspraak:
        if whole is not None and other.interval is not None:
            whole = whole.hull(other.interval)
    return whole


def _reaches_back(given: RealisatieEntry, jaar: int) -> bool:
    """Tell whether the report itself measured earlier years: then nothing is to be added."""
    parts = given.reeks.metingen if given.reeks is not None and given.met_moment else ()
    return any(one.moment.begin < first_day(jaar) for one in parts)
