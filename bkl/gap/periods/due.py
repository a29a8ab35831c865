"""What is due in which period: every doel with its day, and how it stood on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bkl.domein.dossier.verdicts import Toets, Vergelijking
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.notatie.values.periods import Tijdvak
from bkl.domein.woorden import Tijdigheid
from bkl.gap.decision import Stand
from bkl.gap.periods.on_the_day import judge_day


class Vaktoets(NamedTuple):
    """A doel that is due in a period, held against the figure of its day.

    `wat` says which doel, `dag` when it is due, `gegeven` the figure. `tijdigheid` tells of a
    mijlpaal whether it was reached at all, be it later.
    """

    wat: str
    dag: date
    toets: Toets
    gegeven: str | None = None
    tijdigheid: Tijdigheid | None = None


def promised(vergelijking: Vergelijking, year: int, vak: Tijdvak) -> Iterator[Vaktoets]:
    """Yield what is due in a year that is still to come; what is done stays done."""
    entry = vergelijking.entry
    steps = [(one.doel, f"mijlpaal {one.moment.tekst}", one.moment.eind) for one in entry.mijlpalen]
    if (yearly := entry.jaardoelen.get(year)) is not None:
        steps.append((yearly, f"jaardoel {year}", vak.eind))
    elif entry.doel is not None and entry.indicator.doel is not None:
        # a doel without a day is one for each year
        steps.append((entry.doel, "doel", vergelijking.uiterlijk or entry.deadline or vak.eind))
    early = vergelijking if (vergelijking.rij, vergelijking.oordeel) == (5, "gehaald") else None
    for doel, wat, day in steps:
        if not vak.holds(day) or doel.soort == "kwalitatief":
            continue
        if early is not None and wat == "doel" and early.maatstaf is None:
            yield Vaktoets(wat, day, early, early.gegeven)
        else:
            yield Vaktoets(wat, day, Toets(doel, "nog niet te beoordelen", 5))


def due_of(vergelijking: Vergelijking, stand: Stand) -> Iterator[Vaktoets]:
    """Yield every doel of an indicator with the day on which it is due."""
    entry, given = vergelijking.entry, vergelijking.realisatie
    later = {part.naam: part.tijdigheid for part in vergelijking.mijlpalen}
    for mijlpaal in entry.mijlpalen:
        naam = mijlpaal.moment.tekst
        toets, gegeven = judge_day(mijlpaal, entry, given, stand)
        if toets.rij == 6 and vergelijking.rij <= 3:
            # who let go of a promise answers no longer for the steps towards it
            toets = Toets(toets.doel, vergelijking.oordeel, vergelijking.rij)
        yield Vaktoets(f"mijlpaal {naam}", mijlpaal.moment.eind, toets, gegeven, later.get(naam))
    yield from _of_the_year(vergelijking, stand.jaar)


def _of_the_year(vergelijking: Vergelijking, jaar: int) -> Iterator[Vaktoets]:
    """Yield what the year is judged by, with the verdict that it has everywhere else."""
    entry, indicator = vergelijking.entry, vergelijking.entry.indicator
    by_mijlpaal = any(part.telt for part in vergelijking.mijlpalen)
    toets = vergelijking.einddoel if by_mijlpaal else vergelijking
    if toets is None or toets.doel is None or toets.doel.soort == "kwalitatief":
        return
    only_mijlpalen = entry.mijlpalen and indicator.doel is None
    maatstaf = None if by_mijlpaal else vergelijking.maatstaf
    if only_mijlpalen and maatstaf is None:
        return
    day = last_day(jaar)
    if maatstaf is None or not maatstaf.startswith("jaardoel"):
        day = indicator.meetmoment or vergelijking.uiterlijk or entry.deadline or day
    yield _as_known(Vaktoets(maatstaf or "doel", day, toets, vergelijking.gegeven))


def _as_known(one: Vaktoets) -> Vaktoets:
    """Return a toets without a difference while its day is still to come."""
    toets = one.toets
    if toets.rij != 5 or toets.oordeel == "gehaald":
        return one
    return one._replace(toets=Toets(toets.doel, toets.oordeel, toets.rij), gegeven=None)
