"""The cells of one indicator: by the parts of a year, or by the years of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.notatie.values.periods import Tijdvak, periods_of
from bkl.domein.records import dataclass
from bkl.domein.woorden import Periodesoort
from bkl.gap.decision import Stand
from bkl.gap.periods.due import Vaktoets, due_of, promised
from bkl.gap.periods.figures import Vakcijfer, cijfer_of, of_period, so_far
from bkl.gap.years import Reeks

Fase = Literal["voorbij", "loopt", "komt"]
"""Whether a period is over on the peildatum, goes on, or is still to come."""


@dataclass(frozen=True, slots=True, eq=False)
class Vakcel:
    """One indicator in one period; `bereikt` is of the period alone, `samen` of all so far.

    Both are None where nothing is known, and `samen` also where figures do not add up.
    """

    vak: Tijdvak
    fase: Fase
    bereikt: Vakcijfer | None = None
    samen: Vakcijfer | None = None
    toetsen: tuple[Vaktoets, ...] = ()


def fase_of(vak: Tijdvak, peildatum: date) -> Fase:
    """Tell how a period lies to the day on which the account was made up."""
    if vak.eind <= peildatum:
        return "voorbij"
    return "loopt" if vak.begin <= peildatum else "komt"


class Parts:
    """The periods of the year of the account."""

    def __init__(self, dossier: Dossier, soort: Periodesoort) -> None:
        self.stand = Stand(dossier.jaar, dossier.peildatum, dossier.werkplan.marge)
        self.vakken = periods_of(dossier.jaar, soort)

    def cells(self, vergelijking: Vergelijking) -> Iterator[Vakcel]:
        """Yield a cell for each period."""
        given = vergelijking.realisatie
        reading = given if given is not None and given.leesbaar else None
        toetsen = list(due_of(vergelijking, self.stand))
        for vak in self.vakken:
            due = tuple(one for one in toetsen if vak.holds(one.dag))
            fase = fase_of(vak, self.stand.peildatum)
            if fase == "komt":
                yield Vakcel(vak, fase, toetsen=due)
                continue
            day = min(vak.eind, self.stand.peildatum)
            yield Vakcel(vak, fase, of_period(reading, vak, day), so_far(reading, day), due)


class Years:
    """The years of a plan so far, each with the verdict of its own report, and those to come."""

    def __init__(self, dossier: Dossier, reeksen: Mapping[str, Reeks], vanaf: int | None) -> None:
        plan = dossier.werkplan.werkplan
        self.dossier, self.reeksen = dossier, reeksen
        first = plan.eerste if vanaf is None else min(vanaf, dossier.jaar)
        self.vakken = tuple(
            periods_of(plan.jaar(year), "jaar")[0] for year in range(first, plan.laatste + 1)
        )

    def cells(self, vergelijking: Vergelijking) -> Iterator[Vakcel]:
        """Yield a cell for each year."""
        id_, peildatum = vergelijking.entry.id, self.dossier.peildatum
        reeks = self.reeksen.get(id_, Reeks(()))
        known = {punt.jaar: punt.vergelijking for punt in reeks.punten}
        known[self.dossier.jaar] = vergelijking
        for vak in self.vakken:
            year = self.dossier.werkplan.werkplan.jaar(vak.begin.year)
            found = known.get(year)
            if year > self.dossier.jaar:
                yield Vakcel(vak, "komt", toetsen=tuple(promised(vergelijking, year, vak)))
                continue
            fase = fase_of(vak, peildatum)
            given = found.realisatie if found is not None else None
            own = given.waarde if given is not None else None
            elsewhere = of_period(vergelijking.realisatie, vak, min(vak.eind, peildatum))
            stand = Stand(year, min(last_day(year), peildatum), self.dossier.werkplan.marge)
            toetsen = due_of(found, stand) if found is not None else ()
            due = tuple(one for one in toetsen if vak.holds(one.dag))
            total = given.totaal if given is not None and given.sinds is not None else None
            yield Vakcel(vak, fase, cijfer_of(own) or elsewhere, cijfer_of(total), due)
