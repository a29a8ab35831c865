"""Periodetabel: each indicator by week, month, quarter or year: doel, figure and verdict.

A figure is of the period itself, and where `tijd` says that figures of periods make one figure
also of all periods so far. Nothing is added that the plan does not add, a period without a
figure is no nought, and what is still to come is no shortfall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.notatie.values.moment import Moment
from bkl.domein.notatie.values.periods import Tijdvak, grain_of
from bkl.domein.records import dataclass
from bkl.domein.woorden import PERIODESOORTEN, Periodesoort
from bkl.gap.periods.cells import Parts, Vakcel, Years
from bkl.gap.periods.due import Vaktoets
from bkl.gap.years import Reeks


@dataclass(frozen=True, slots=True, eq=False)
class Periodereeks:
    """One indicator through the periods."""

    rij: Rij
    cellen: tuple[Vakcel, ...]

    @property
    def gemeten(self) -> int:
        """In how many periods there is a figure."""
        return sum(cel.bereikt is not None for cel in self.cellen)


@dataclass(frozen=True, slots=True, eq=False)
class Periodetabel:
    """The indicators that are followed over time; `zonder` is how many promises are not."""

    soort: Periodesoort
    vakken: tuple[Tijdvak, ...]
    reeksen: tuple[Periodereeks, ...]
    zonder: int

    def regels(self) -> Iterator[tuple[Rij, Vakcel, Vaktoets | None]]:
        """Yield every cell once, and once for each doel that is due in it."""
        for reeks in self.reeksen:
            for cel in reeks.cellen:
                for toets in cel.toetsen or (None,):
                    yield reeks.rij, cel, toets

    @property
    def verloopt(self) -> bool:
        """Tell whether any indicator has figures of more than one period."""
        return any(reeks.gemeten > 1 for reeks in self.reeksen)


def by_years(dossier: Dossier) -> bool:
    """Tell whether a dossier is best shown by year: many years, and no figures within this one."""
    told = dossier.jaarverslag.realisaties.values() if dossier.jaarverslag else ()
    inside = any(one.metingen or one.mijlpalen for one in told)
    return dossier.werkplan.werkplan.lengte > 1 and not inside


def periods_table(
    dossier: Dossier,
    rijen: Iterable[Rij],
    soort: Periodesoort | None = None,
    *,
    reeksen: Mapping[str, Reeks] | None = None,
    vanaf: int | None = None,
    finest: Periodesoort = "week",
) -> Periodetabel:
    """Return the table of the rows, each indicator once.

    Without `soort` the periods are as long as what was measured, and never shorter than
    `finest`. For years the table holds those of the plan, or those from `vanaf` on; `reeksen` are
    the years so far of each indicator by id.
    """
    own = {rij.vergelijking.entry.id: rij for rij in rijen if rij.zelfde_als is None}
    chosen = soort or _grain(own.values(), dossier.jaar, finest)
    table: Parts | Years = (
        Years(dossier, reeksen or {}, vanaf) if chosen == "jaar" else Parts(dossier, chosen)
    )
    followed = [
        Periodereeks(rij, tuple(table.cells(rij.vergelijking)))
        for rij in own.values()
        if _is_followed(rij.vergelijking, years=chosen == "jaar")
    ]
    return Periodetabel(chosen, table.vakken, tuple(followed), len(own) - len(followed))


def _grain(rijen: Iterable[Rij], jaar: int, finest: Periodesoort) -> Periodesoort:
    moments = (moment for rij in rijen for moment in _measured(rij.vergelijking))
    return max(grain_of(moments, jaar), finest, key=PERIODESOORTEN.index)


def _measured(vergelijking: Vergelijking) -> Iterator[Moment]:
    given = vergelijking.realisatie
    if given is not None and given.reeks is not None:
        yield from (meting.moment for meting in given.reeks.metingen)


def _is_followed(vergelijking: Vergelijking, *, years: bool) -> bool:
    """Tell whether an indicator belongs in the table: it has figures or a doel with a moment."""
    entry, given = vergelijking.entry, vergelijking.realisatie
    told = given.realisatie if given is not None else None
    timed = entry.indicator.tijd is not None or entry.mijlpalen
    moments = told is not None and (told.metingen or told.mijlpalen)
    counted = vergelijking.doel is not None and vergelijking.doel.soort != "kwalitatief"
    return bool(timed or moments or (years and (counted or entry.jaardoelen)))
