"""The verdict of the year on one indicator."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.verdicts import Toets, Vergelijking
from bkl.domein.woorden import Uitvoering, Vlag
from bkl.gap.decision import Keuze, Stand, Uitstel, dated, decide
from bkl.gap.weighing import has_figure

KLEINE_GROEP = 20
"""Below this many people or things, one of them is worth more than five percentage points."""
_AS_TOLD = Uitstel()


def judge(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    stand: Stand,
) -> Vergelijking:
    """Return the verdict on one indicator by its doel alone: the first row that applies."""
    keuze = Keuze(
        dated(entry.doel, entry.deadline),
        open=(entry.deadline or stand.jaareinde) > stand.peildatum,
        dag=entry.peildag(min(stand.peildatum, stand.jaareinde)),
    )
    uitstel = _AS_TOLD
    if given is not None and given.realisatie.uitvoering is not None:
        told = given.realisatie
        uitstel = Uitstel(told.uitvoering, told.uitgesteld_naar, told.akkoord is not None)
    return conclude(entry, given, stand, uitstel, decide(entry, given, keuze, uitstel))


def conclude(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    stand: Stand,
    uitstel: Uitstel,
    toets: Toets,
    extra: Sequence[Vlag] = (),
) -> Vergelijking:
    """Return the verdict that a toets comes to; `extra` are remarks on time and changes."""
    return Vergelijking(
        toets.doel,
        toets.oordeel,
        toets.rij,
        _flags_of(toets, given, stand, extra),
        toets.waarde,
        toets.verschil,
        toets.tekort,
        toets.procent,
        toets.nodig,
        entry=entry,
        realisatie=given,
        uitvoering=_uitvoering_of(given, uitstel),
        jaar=uitstel.naar if toets.rij in (2, 3) else None,
    )


def _uitvoering_of(given: RealisatieEntry | None, uitstel: Uitstel) -> Uitvoering | None:
    """Return what happened: as told, and done when there is a figure."""
    if uitstel.uitvoering is not None:
        return uitstel.uitvoering
    return "uitgevoerd" if given is not None and has_figure(given) else None


def _flags_of(
    toets: Toets, given: RealisatieEntry | None, stand: Stand, extra: Sequence[Vlag]
) -> tuple[Vlag, ...]:
    """Return the remarks beside a verdict; `extra` are those on time and changes."""
    flags: list[Vlag] = list(toets.vlaggen)
    if given is not None and given.tegenspraak:
        flags.append("tegenspraak")
    doel = toets.doel
    if toets.rij >= 9 and stand.marge is None and doel and doel.soort == "richtgetal":
        flags.append("marge niet afgesproken")
    flags += extra
    if given is None:
        return tuple(flags)
    if given.realisatie.correcties:
        flags.append("gecorrigeerd cijfer")
    noemer = given.waarde.noemer if given.waarde else None
    if noemer is not None and noemer < KLEINE_GROEP:
        flags.append("kleine groep")
    if given.oud is not None and toets.rij == 5:
        flags.append("ouder cijfer")
    return tuple(flags)
