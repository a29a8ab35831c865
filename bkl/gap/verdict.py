"""The decision table of design §4: which verdict the figures really support."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from bkl.domein.doel import Doel
from bkl.domein.dossier import IndicatorEntry, RealisatieEntry
from bkl.domein.eenheid import factor
from bkl.domein.interval import Interval
from bkl.domein.vergelijking import Vergelijking
from bkl.domein.woorden import Oordeel, Uitvoering, Vlag
from bkl.gap.weighing import Weging, needed, weigh


def judge(
    entry: IndicatorEntry, given: RealisatieEntry | None, marge: Fraction | None, peildatum: date
) -> Vergelijking:
    """Return the verdict on one indicator: the first row of the table that applies.

    `marge` is the agreed margin of the plan (None when none was agreed), `peildatum` the day
    on which the account was made up.
    """
    weging = None if given is None else _weigh(entry, given)
    oordeel, rij = _decide(entry, given, weging, peildatum)
    nodig = None
    if oordeel == "niet te bepalen" and rij == 10 and entry.doel and given:
        nodig = f"nodig: {needed(entry.doel)}; opgegeven: {figures_text(given)}"
    base = Vergelijking(
        entry,
        given,
        oordeel,
        rij,
        _uitvoering(given),
        vlaggen=_flags(entry, given, weging if rij >= 9 else None, marge),
        nodig=nodig,
        jaar=given.realisatie.uitgesteld_naar if given and rij in (2, 3) else None,
    )
    if weging is None:
        return base
    return replace(
        base,
        waarde=weging.waarde,
        verschil=weging.verschil,
        tekort=weging.tekort,
        procent=weging.procent,
    )


def figures_text(given: RealisatieEntry) -> str:
    """Return the figure as written, with the figures that contradict it."""
    parts = [given.realisatie.realisatie or ""]
    parts += [f"elders {ander.realisatie}" for ander in given.realisatie.tegenspraak]
    return ", ".join(part for part in parts if part)


def is_qualitative(entry: IndicatorEntry) -> bool:
    """Tell whether a person judges this indicator: it has no figure for its doel."""
    if entry.doel is not None:
        return entry.doel.soort == "kwalitatief"
    return entry.leesbaar and entry.indicator.eenheid is None


def _decide(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    weging: Weging | None,
    peildatum: date,
) -> tuple[Oordeel, int]:
    if given is not None and given.realisatie.uitvoering == "vervallen":
        return "vervallen", 1
    if given is not None and given.realisatie.uitvoering == "uitgesteld":
        return ("uitgesteld", 2) if given.realisatie.akkoord else ("niet gehaald", 3)
    kwalitatief = is_qualitative(entry)
    if not kwalitatief and (entry.doel is None or entry.doel.bereik is None):
        return "niet toetsbaar", 4
    deadline = entry.indicator.deadline
    if deadline is not None and deadline > peildatum:
        return "nog niet te beoordelen", 5
    missing = _missing(given, kwalitatief)
    if given is None or missing is not None:
        return missing or "niet gerapporteerd", 6
    if kwalitatief:
        return given.realisatie.oordeel or "niet te bepalen", 7
    if weging is None:
        return "niet vergelijkbaar", 8
    return weging.oordeel, weging.rij


def _missing(given: RealisatieEntry | None, kwalitatief: bool) -> Oordeel | None:
    """Return the verdict of row 6, None when there is something to judge."""
    if given is None:
        return "niet gerapporteerd"
    if given.waarde is not None and given.waarde.geen_cijfer is not None:
        return given.waarde.geen_cijfer
    told = given.realisatie
    if kwalitatief:
        grounds = (told.oordeel, told.onderbouwing, told.toelichting, told.realisatie)
        return None if any(part is not None for part in grounds) else "niet gerapporteerd"
    return None if _has_figure(given) else "niet gerapporteerd"


def _has_figure(given: RealisatieEntry) -> bool:
    return given.waarde is not None and given.waarde.interval is not None


def _uitvoering(given: RealisatieEntry | None) -> Uitvoering | None:
    if given is None:
        return None
    return given.realisatie.uitvoering or ("uitgevoerd" if _has_figure(given) else None)


def _flags(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    weging: Weging | None,
    marge: Fraction | None,
) -> tuple[Vlag, ...]:
    flags: list[Vlag] = list(weging.vlaggen) if weging else []
    if given is not None and given.tegenspraak:
        flags.append("tegenspraak")
    if weging and marge is None and entry.doel is not None and entry.doel.soort == "richtgetal":
        flags.append("marge niet afgesproken")
    return tuple(flags)


def _weigh(entry: IndicatorEntry, given: RealisatieEntry) -> Weging | None:
    """Weigh the figures; None when there are none, or none that compares with the doel."""
    doel = entry.doel
    if doel is None or doel.bereik is None or given.realisatie.andere_definitie:
        return None
    waarde = _in_unit_of(doel, given)
    return None if waarde is None else weigh(doel, doel.bereik, waarde)


def _in_unit_of(doel: Doel, given: RealisatieEntry) -> Interval | None:
    """Return the hull of all figures in the unit of the doel, None if one has another unit."""
    whole: Interval | None = None
    for waarde in (given.waarde, *given.tegenspraak):
        if waarde is None or waarde.interval is None:
            continue
        if waarde.per is not None and waarde.per != doel.per:
            return None
        if (waarde.soort == "gereed") != (doel.soort == "gereed"):
            return None
        scale: Fraction | None = Fraction(1)
        if waarde.eenheid is not None and doel.eenheid is not None:
            scale = factor(waarde.eenheid, doel.eenheid)
        if scale is None:
            return None
        interval = waarde.interval if scale == 1 else waarde.interval.scaled(scale)
        whole = interval if whole is None else whole.hull(interval)
    return whole
