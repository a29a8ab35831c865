"""Vervolg: where a promise that was moved to another year stands, and where one came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bkl.domein.dossier.verdicts import Vergelijking
from bkl.gap.years import Jaren


@dataclass(frozen=True, slots=True)
class Vervolg:
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
