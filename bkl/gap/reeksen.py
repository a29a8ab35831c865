"""Reeksen: one indicator through the years, cut where figures stop being comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bkl.domein.dossier import Dossier
from bkl.domein.eenheid import factor
from bkl.domein.interval import Interval
from bkl.domein.posten import IndicatorEntry
from bkl.domein.vergelijking import Vergelijking

Jaren = Mapping[int, tuple[Dossier, Mapping[str, Vergelijking]]]
"""What was planned and what came of it, by year."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One year of a series; `waarde` is in the unit of the doel of that year.

    `breuk` says why this year does not compare with the one before it, None when it does.
    """

    jaar: int
    vergelijking: Vergelijking
    breuk: str | None = None

    @property
    def waarde(self) -> Interval | None:
        """The figure of the year, also when there was no doel to hold it against."""
        if self.vergelijking.waarde is not None:
            return self.vergelijking.waarde
        given = self.vergelijking.realisatie
        return given.waarde.interval if given and given.waarde else None


@dataclass(frozen=True, slots=True)
class Reeks:
    """The years in which an indicator stood in the plan, the oldest first."""

    punten: tuple[Punt, ...]

    @property
    def stukken(self) -> list[tuple[Punt, ...]]:
        """The parts between breaks; only within a part may figures be compared."""
        parts: list[list[Punt]] = []
        for punt in self.punten:
            if punt.breuk is not None or not parts:
                parts.append([])
            parts[-1].append(punt)
        return [tuple(part) for part in parts]


def follow(jaren: Jaren, jaar: int, id_: str) -> Reeks:
    """Return the series of an indicator of `jaar` back through the years that are there.

    An indicator is the same when a later plan says so (`vervolg_van`), else by its id.
    """
    punten: list[Punt] = []
    later: IndicatorEntry | None = None
    wanted: Sequence[str] = (id_,)
    for year in sorted((year for year in jaren if year <= jaar), reverse=True):
        vergelijkingen = jaren[year][1]
        found = next((vergelijkingen[name] for name in wanted if name in vergelijkingen), None)
        if found is None:
            continue
        if later is not None:
            last = punten[-1]
            punten[-1] = Punt(last.jaar, last.vergelijking, _break(found.entry, later))
        punten.append(Punt(year, found))
        later = found.entry
        vorige = later.indicator.vervolg_van
        wanted = (vorige,) if vorige else (later.id,)
    return Reeks(tuple(reversed(punten)))


def _break(earlier: IndicatorEntry, later: IndicatorEntry) -> str | None:
    if later.indicator.trendbreuk:
        return later.indicator.trendbreuk
    one, other = earlier.eenheid, later.eenheid
    if one and other and factor(one, other) != 1:
        return f"andere eenheid: eerst {one}, nu {other}"
    old, new = earlier.indicator.definitie, later.indicator.definitie
    if old != new and old and new:
        return "andere definitie"
    return None
