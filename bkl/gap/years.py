"""Reeksen: one indicator through the years, cut where figures stop being comparable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.eenheid import factor
from bkl.domein.records import NamedTuple

_YEAR = Lazy(r"[-_ ]?\d+")

Jaren = Mapping[int, tuple[Dossier, Mapping[str, Vergelijking]]]
"""What was planned and what came of it, by year."""


class Punt(NamedTuple):
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


class Reeks(NamedTuple):
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


def follow(jaren: Jaren, id_: str) -> Reeks:
    """Return the series of an indicator of the last year back through the years that are there.

    An indicator is the same when a later plan says so (`vervolg_van`), else by its id.
    """
    found: list[tuple[int, Vergelijking]] = []
    wanted = id_
    for year in sorted(jaren, reverse=True):
        vergelijking = jaren[year][1].get(wanted)
        if vergelijking is not None:
            found.append((year, vergelijking))
            wanted = vergelijking.entry.indicator.vervolg_van or vergelijking.entry.id
    return Reeks(tuple(_points(reversed(found))))


def _points(years: Iterable[tuple[int, Vergelijking]]) -> Iterator[Punt]:
    """Yield the years, each compared with the one before; a source with the last one named."""
    before: Vergelijking | None = None
    sources: Mapping[str, str] = {}
    for jaar, vergelijking in years:
        named = _sources(vergelijking)
        breuk = None
        if before is not None:
            breuk = _break(before, vergelijking) or _other_source(sources, named)
        yield Punt(jaar, vergelijking, breuk)
        before, sources = vergelijking, named or sources


def _break(earlier: Vergelijking, later: Vergelijking) -> str | None:
    """Return why two years do not compare: another unit, whole or definition."""
    then, now = earlier.entry, later.entry
    if now.indicator.trendbreuk:
        return now.indicator.trendbreuk
    one, other = then.eenheid, now.eenheid
    if one and other and factor(one, other) != 1:
        return f"andere eenheid: eerst {one}, nu {other}"
    if then.doel and now.doel and then.doel.per != now.doel.per:
        return f"andere noemer: eerst {_per(then.doel)}, nu {_per(now.doel)}"
    old, new = then.indicator.definitie, now.indicator.definitie
    if old != new and old and new:
        return "andere definitie"
    return None


def _other_source(then: Mapping[str, str], now: Mapping[str, str]) -> str | None:
    if not then or not now or then.keys() & now.keys():
        return None
    return f"andere bron: eerst {', '.join(then.values())}, nu {', '.join(now.values())}"


def _per(doel: Doel) -> str:
    return "zonder" if doel.per is None else f"per {write_number(doel.per)}"


def _sources(vergelijking: Vergelijking) -> dict[str, str]:
    """Return the sources of a figure as written, by name without the year that goes with it."""
    given = vergelijking.realisatie
    if given is None or given.waarde is None or given.waarde.interval is None:
        return {}
    names = (bron.sleutel for bron in given.realisatie.bron)
    return {_YEAR.sub("", name).casefold(): name for name in names}


class Vervolg(NamedTuple):
    """What another year says of a promise.

    `gevonden` is None when that year has no werkplan here (`bekend` is then False), or when
    its werkplan does not hold the promise: then nobody answers for it any more.
    """

    jaar: int
    bekend: bool
    gevonden: Vergelijking | None = None


def successors(jaren: Jaren, vergelijkingen: Iterable[Vergelijking]) -> dict[str, Vervolg]:
    """Return, by indicator id, where each postponed promise went."""
    found = {}
    for vergelijking in vergelijkingen:
        jaar = vergelijking.jaar
        if jaar is None:
            continue
        if jaar not in jaren:
            found[vergelijking.entry.id] = Vervolg(jaar, bekend=False)
            continue
        id_ = vergelijking.entry.id
        later = jaren[jaar][1]
        named = (one for one in later.values() if one.entry.indicator.vervolg_van == id_)
        same = later.get(id_)
        if same is not None and same.entry.indicator.vervolg_van not in (None, id_):
            same = None
        found[id_] = Vervolg(jaar, bekend=True, gevonden=next(named, None) or same)
    return found


def predecessors(
    jaren: Jaren, jaar: int, vergelijkingen: Iterable[Vergelijking]
) -> dict[str, Vervolg]:
    """Return, by indicator id, what the last earlier year says of what it continues."""
    earlier = sorted((year for year in jaren if year < jaar), reverse=True)
    found = {}
    for vergelijking in vergelijkingen:
        vorige = vergelijking.entry.indicator.vervolg_van
        if vorige is None:
            continue
        holder = next((year for year in earlier if vorige in jaren[year][1]), None)
        if holder is None:
            year = earlier[0] if earlier else jaar - 1
            found[vergelijking.entry.id] = Vervolg(year, bekend=bool(earlier))
        else:
            seen = jaren[holder][1][vorige]
            found[vergelijking.entry.id] = Vervolg(holder, bekend=True, gevonden=seen)
    return found
