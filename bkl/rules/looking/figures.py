"""Which figures the data give for an indicator: what a text may say without contradicting them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.doel import Doel
from bkl.domein.notatie.interval import Interval
from bkl.domein.notatie.unreadable import Onleesbaar
from bkl.domein.notatie.waarde import Waarde, read_waarde
from bkl.rules.looking.texts import Getal


def fits(number: Getal, vergelijking: Vergelijking) -> bool:
    """Tell whether a figure in a text can be one that the data give for this indicator.

    `vijf lezingen gingen niet door` is what is missing of the six that were promised.
    """
    given = list(_intervals(vergelijking))
    if number.is_verschil:
        parts = (vergelijking.tekort, vergelijking.verschil)
        given += [part for part in parts if part is not None]
    return any(number.interval.overlaps(other) for other in given)


def fits_doel(interval: Interval, entry: IndicatorEntry) -> bool:
    """Tell whether a figure in a text can be one that the plan names for this indicator."""
    return any(interval.overlaps(other) for other in _promised(entry))


def _intervals(vergelijking: Vergelijking) -> Iterator[Interval]:
    yield from _promised(vergelijking.entry)
    if vergelijking.waarde is not None:
        yield vergelijking.waarde
    for deel in (*vergelijking.bijstellingen, *vergelijking.mijlpalen):
        yield from _points([deel.toets.doel] if deel.toets.doel else [])
    given = vergelijking.realisatie
    if given is None:
        return
    told = given.realisatie
    yield from _read(waarde for waarde in (given.waarde, given.totaal, *given.tegenspraak))
    yield from _read(meting.waarde for meting in given.standen)
    phrases = [verwant.realisatie for verwant in told.verwant]
    phrases += [phrase for one in told.correcties for phrase in (one.was, one.wordt)]
    for phrase in (*phrases, *(one.realisatie for one in told.metingen.values())):
        try:
            yield from _read([read_waarde(phrase)])
        except Onleesbaar:
            continue


def _read(waarden: Iterable[Waarde | None]) -> Iterator[Interval]:
    for waarde in waarden:
        if waarde is not None and waarde.interval is not None:
            yield waarde.interval


def _promised(entry: IndicatorEntry) -> Iterator[Interval]:
    doelen = [entry.doel, *(mijlpaal.doel for mijlpaal in entry.mijlpalen)]
    yield from _points(doel for doel in (*doelen, *entry.jaardoelen.values()) if doel is not None)


def _points(doelen: Iterable[Doel]) -> Iterator[Interval]:
    for doel in doelen:
        points: list[Fraction | None] = [doel.drempel, doel.nulmeting, doel.bovengrens]
        for point in points:
            if point is not None:
                yield Interval.exactly(point)
