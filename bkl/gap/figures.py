"""The figures of one realisatie, brought into the unit of a doel and weighed against it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.verdicts import Toets
from bkl.domein.notatie.doel import Doel
from bkl.domein.notatie.eenheid import factor
from bkl.domein.notatie.interval import Interval
from bkl.domein.notatie.waarde import Waarde
from bkl.gap.weighing import Weging, needed, weigh


def has_figure(given: RealisatieEntry) -> bool:
    """Tell whether a figure was given for the year, be it only by another source."""
    if given.waarde is not None:
        return given.waarde.interval is not None
    return any(ander.interval is not None for ander in given.tegenspraak)


def figures_text(given: RealisatieEntry) -> str:
    """Return the figure as written, with the figures that contradict it."""
    parts = [given.tekst or ""]
    parts += [f"elders {ander.tekst}" for ander in given.tegenspraak]
    return ", ".join(part for part in parts if part)


def weigh_year(doel: Doel | None, given: RealisatieEntry) -> Weging | None:
    """Weigh the figures of the year; None when there are none, or none that compares."""
    if given.realisatie.andere_definitie:
        return None
    return weigh_all(doel, (given.waarde, *given.tegenspraak))


def weigh_end(doel: Doel | None, entry: IndicatorEntry, given: RealisatieEntry) -> Weging | None:
    """Weigh what was reached so far against a doel of later years.

    Figures that are added count over all years; the figure of one year says nothing then.
    """
    if entry.jaardoelen and entry.indicator.tijd == "som":
        return weigh_all(doel, (given.totaal,))
    return weigh_year(doel, given)


def weigh_all(doel: Doel | None, waarden: Iterable[Waarde | None]) -> Weging | None:
    """Weigh the hull of some figures against a doel; None when they do not compare with it."""
    if doel is None or doel.bereik is None:
        return None
    waarde = in_unit_of(doel, waarden)
    return None if waarde is None else weigh(doel, doel.bereik, waarde)


def weighed(doel: Doel, weging: Weging | None, tekst: str) -> Toets:
    """Return rows 8 to 13 of the table for a figure that was given as `tekst`."""
    if weging is None:
        return Toets(doel, "niet vergelijkbaar", 8)
    nodig = f"nodig: {needed(doel)}; opgegeven: {tekst}" if weging.rij == 10 else None
    return Toets(
        doel,
        weging.oordeel,
        weging.rij,
        weging.vlaggen,
        weging.waarde,
        weging.verschil,
        weging.tekort,
        weging.procent,
        nodig,
    )


def in_unit_of(doel: Doel, waarden: Iterable[Waarde | None]) -> Interval | None:
    """Return the hull of figures in the unit of the doel, None if one has another unit."""
    whole: Interval | None = None
    for waarde in waarden:
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
