"""The decision table of design §4: which verdict the figures really support."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from bkl.domein.doel import Doel
from bkl.domein.dossier import IndicatorEntry, RealisatieEntry
from bkl.domein.eenheid import factor
from bkl.domein.getal import write_number
from bkl.domein.interval import Interval
from bkl.domein.notatie import LEESMARGE
from bkl.domein.vergelijking import Vergelijking
from bkl.domein.woorden import Oordeel, Vlag
from bkl.gap import formulas


def judge(
    entry: IndicatorEntry, given: RealisatieEntry | None, marge: Fraction | None, peildatum: date
) -> Vergelijking:
    """Return the verdict on one indicator: the first row of the table that applies.

    `marge` is the agreed margin of the plan (None when none was agreed), `peildatum` the day
    on which the account was made up.
    """
    figures = _figures(entry, given, marge)
    if given is not None:
        stand = given.realisatie.uitvoering
        if stand == "vervallen":
            return replace(figures, oordeel="vervallen", rij=1)
        if stand == "uitgesteld":
            naar = given.realisatie.uitgesteld_naar
            if given.realisatie.akkoord:
                return replace(figures, oordeel="uitgesteld", rij=2, jaar=naar)
            return replace(figures, oordeel="niet gehaald", rij=3, jaar=naar)
    kwalitatief = _is_qualitative(entry)
    doel = entry.doel
    if not kwalitatief and (doel is None or doel.bereik is None):
        return replace(figures, oordeel="niet toetsbaar", rij=4)
    deadline = entry.indicator.deadline
    if deadline is not None and deadline > peildatum:
        return replace(figures, oordeel="nog niet te beoordelen", rij=5)
    missing = _missing(given, kwalitatief)
    if missing is not None or given is None:
        return replace(figures, oordeel=missing or "niet gerapporteerd", rij=6)
    if kwalitatief:
        return replace(figures, oordeel=given.realisatie.oordeel or "niet te bepalen", rij=7)
    if given.realisatie.andere_definitie or figures.waarde is None or doel is None:
        return replace(figures, oordeel="niet vergelijkbaar", rij=8)
    return _compare_sets(figures, doel, figures.waarde)


def figures_text(given: RealisatieEntry) -> str:
    """Return the figure as written, with the figures that contradict it."""
    parts = [given.realisatie.realisatie or ""]
    parts += [f"elders {ander.realisatie}" for ander in given.realisatie.tegenspraak]
    return ", ".join(part for part in parts if part)


def _is_qualitative(entry: IndicatorEntry) -> bool:
    if entry.doel is not None:
        return entry.doel.soort == "kwalitatief"
    return entry.leesbaar and entry.indicator.eenheid is None


def _missing(given: RealisatieEntry | None, kwalitatief: bool) -> Oordeel | None:
    """Return the verdict of row 6, None when there is something to judge."""
    if given is None:
        return "niet gerapporteerd"
    if given.waarde is not None and given.waarde.geen_cijfer is not None:
        return given.waarde.geen_cijfer
    realisatie = given.realisatie
    if kwalitatief:
        told = (realisatie.oordeel, realisatie.onderbouwing, realisatie.toelichting, given.waarde)
        return None if any(part is not None for part in told) else "niet gerapporteerd"
    return None if _intervals(given) else "niet gerapporteerd"


def _intervals(given: RealisatieEntry) -> bool:
    return given.waarde is not None and given.waarde.interval is not None


def _figures(
    entry: IndicatorEntry, given: RealisatieEntry | None, marge: Fraction | None
) -> Vergelijking:
    """Lay the figures side by side; the verdict is still to come."""
    base = Vergelijking(entry, given, "niet gerapporteerd", 6, None)
    if given is None:
        return base
    stand = given.realisatie.uitvoering
    if stand is None and _intervals(given):
        stand = "uitgevoerd"
    vlaggen: tuple[Vlag, ...] = ("tegenspraak",) if given.tegenspraak else ()
    base = replace(base, uitvoering=stand, vlaggen=vlaggen)
    doel = entry.doel
    waarde = None if doel is None else _in_unit_of(doel, given)
    if doel is None or waarde is None or doel.bereik is None or given.realisatie.andere_definitie:
        return base
    if doel.soort == "richtgetal" and marge is None:
        vlaggen = (*vlaggen, "marge niet afgesproken")
    return replace(
        base,
        vlaggen=vlaggen,
        waarde=waarde,
        verschil=formulas.verschil(doel, waarde),
        tekort=formulas.tekort(doel, waarde),
        procent=formulas.procent(doel, waarde),
    )


def _in_unit_of(doel: Doel, given: RealisatieEntry) -> Interval | None:
    """Return the hull of all figures in the unit of the doel, None if one has another unit."""
    whole: Interval | None = None
    for waarde in (given.waarde, *given.tegenspraak):
        if waarde is None or waarde.interval is None:
            continue
        if waarde.per is not None and waarde.per != doel.per:
            return None
        scale: Fraction | None = Fraction(1)
        if waarde.eenheid is not None and doel.eenheid is not None:
            scale = factor(waarde.eenheid, doel.eenheid)
        if scale is None:
            return None
        interval = waarde.interval if scale == 1 else waarde.interval.scaled(scale)
        whole = interval if whole is None else whole.hull(interval)
    return whole


def _compare_sets(figures: Vergelijking, doel: Doel, waarde: Interval) -> Vergelijking:
    bereik = doel.bereik
    if bereik is None:
        raise ValueError("a doel without doelbereik has no verdict by sets")
    if waarde.within(bereik):
        vlaggen = (*_praise(doel, waarde), *figures.vlaggen)
        return replace(figures, oordeel="gehaald", rij=9, vlaggen=vlaggen)
    if waarde.overlaps(bereik):
        given = figures_text(figures.realisatie) if figures.realisatie else ""
        nodig = f"nodig: {needed(doel)}; opgegeven: {given}"
        return replace(figures, oordeel="niet te bepalen", rij=10, nodig=nodig)
    progress = figures.procent
    if progress is not None and formulas.surely_positive(progress):
        return replace(figures, oordeel="deels gehaald", rij=11)
    if progress is not None and formulas.surely_not_positive(progress):
        worse = doel.nulmeting is not None and formulas.surely_negative(progress)
        vlaggen = (*figures.vlaggen, "verslechterd") if worse else figures.vlaggen
        return replace(figures, oordeel="niet gehaald", rij=12, vlaggen=vlaggen)
    vlaggen = (*figures.vlaggen, "mate onbekend") if progress is not None else figures.vlaggen
    return replace(figures, oordeel="niet gehaald", rij=13, vlaggen=vlaggen)


def needed(doel: Doel) -> str:
    """Return the doelbereik in words: `minimaal 4.000`."""
    bereik = doel.bereik
    if bereik is None:
        return doel.tekst
    if doel.soort == "gereed":
        return "ja"
    low = None if bereik.low is None else write_number(bereik.low)
    high = None if bereik.high is None else write_number(bereik.high)
    if low is not None and high is not None:
        return f"precies {low}" if low == high else f"tussen {low} en {high}"
    if low is not None:
        return f"{'meer dan' if bereik.low_open else 'minimaal'} {low}"
    return f"{'minder dan' if bereik.high_open else 'maximaal'} {high}"


def _praise(doel: Doel, waarde: Interval) -> tuple[Vlag, ...]:
    """Return how the doel was met: beyond it, above its band, or only thanks to the margin."""
    tau = doel.drempel
    if tau is None or doel.soort == "gereed":
        return ()
    if doel.soort == "bandbreedte":
        top = doel.bovengrens
        return ("boven bandbreedte",) if top is not None and _above(waarde, top) else ()
    if doel.soort == "richtgetal" and not waarde.within(Interval(tau, None)):
        return ("binnen marge",)
    return ("overtroffen",) if _beyond(doel, tau, waarde) else ()


def _above(waarde: Interval, top: Fraction) -> bool:
    return Interval.exactly(top).below(waarde)


def _beyond(doel: Doel, tau: Fraction, waarde: Interval) -> bool:
    """Tell whether A is certainly beyond τ by more than the margin, and a count by more than 1."""
    marge = doel.marge or LEESMARGE
    step = 1 if doel.eenheid != "%" else 0
    if doel.richting == "hoger":
        return _above(waarde, max(tau * (1 + marge), tau + step))
    if doel.richting == "lager":
        return waarde.below(Interval.exactly(min(tau * (1 - marge), tau - step)))
    return False
