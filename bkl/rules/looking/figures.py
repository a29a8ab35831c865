"""Which figures the data give for an indicator: what a text may say without contradicting them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import same_unit
from bkl.rules.looking.texts import Getal

_ZERO = Fraction(0)


class Figures:
    """What the data give for some indicators, so that many figures in a text can be looked up."""

    def __init__(self, about: Iterable[Vergelijking]) -> None:
        self._by_unit: dict[str, list[tuple[int, Vergelijking]]] = {}
        for index, one in enumerate(about):
            self._by_unit.setdefault(one.entry.eenheid or "", []).append((index, one))
        self._alike: dict[str, Alike | None] = {}

    def alike(self, unit: str) -> Alike | None:
        """Return what is given in this unit, None when no indicator has it."""
        if unit not in self._alike:
            units = [own for own in self._by_unit if same_unit(unit, own)]
            found = sorted((pair for own in units for pair in self._by_unit[own]), key=_index)
            self._alike[unit] = Alike([one for _, one in found]) if found else None
        return self._alike[unit]


class Alike:
    """The figures of indicators with one unit; `first` is the first of these indicators."""

    def __init__(self, about: list[Vergelijking]) -> None:
        self.first = about[0]
        self._given = _Union(part for one in about for part in _intervals(one))
        apart = (part for one in about for part in (one.tekort, one.verschil))
        self._missing = _Union(part for part in apart if part is not None)

    def fits(self, number: Getal) -> bool:
        """Tell whether a figure in a text can be one that the data give.

        `vijf lezingen gingen niet door` is what is missing of the six that were promised.
        """
        if self._given.overlaps(number.interval):
            return True
        return number.is_verschil and self._missing.overlaps(number.interval)


class _Union:
    """Intervals ordered by where they begin, each with the furthest end up to there."""

    def __init__(self, parts: Iterable[Interval]) -> None:
        ordered = sorted({_ends(part) for part in parts})
        self._lows = [low for low, _ in ordered]
        self._highs = list(accumulate((high for _, high in ordered), max))

    def overlaps(self, other: Interval) -> bool:
        """Tell whether some interval has a number in common with `other`."""
        low, high = _ends(other)
        index = bisect_right(self._lows, high) - 1
        return index >= 0 and low <= self._highs[index]


_End = tuple[int, Fraction, int]


def _ends(part: Interval) -> tuple[_End, _End]:
    """Return both ends so that a low one is at most a high one where they share a number."""
    low = (-1, _ZERO, 0) if part.low is None else (0, part.low, int(part.low_open))
    high = (1, _ZERO, 0) if part.high is None else (0, part.high, -int(part.high_open))
    return low, high


def _index(pair: tuple[int, Vergelijking]) -> int:
    return pair[0]


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
