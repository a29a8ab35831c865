"""How a mijlpaal stood on its own day: what came to light later does not change that day."""

from __future__ import annotations

from dataclasses import replace

from bkl.domein.dossier.entries import IndicatorEntry, Mijlpaal, RealisatieEntry
from bkl.domein.dossier.measuring.amounts import ZERO, can_be_negative, told
from bkl.domein.dossier.measuring.metingen import Figure, Measurements
from bkl.domein.dossier.verdicts import Toets
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.gap.decision import Stand, dated
from bkl.gap.mijlpalen import is_of_the_year
from bkl.gap.weighing import has_figure, weigh_all, weighed

Gezien = tuple[Toets, str | None]
"""A toets, and the figure that it is about as written or computed; None without one."""


def judge_day(
    mijlpaal: Mijlpaal, entry: IndicatorEntry, given: RealisatieEntry | None, stand: Stand
) -> Gezien:
    """Return how a mijlpaal stood on its own day, and the figure of that day.

    Where several figures of that day differ, all of them count. A figure of another day bounds
    what can only grow, and says nothing of what goes up and down.
    """
    if (early := _before_figures(mijlpaal, entry, given, stand)) is not None:
        return early, None
    if given is None:
        return Toets(mijlpaal.doel, "niet gerapporteerd", 6), None
    due = mijlpaal.moment.eind
    at = [one for one in given.standen if one.moment.eind == due]
    if at:
        waarden = [one.waarde for one in at]
        if any(is_of_the_year(one, given, stand) for one in at):
            waarden += given.tegenspraak
        return _weigh(mijlpaal, given, waarden)
    if given.reeks is None or not given.reeks.metingen:
        return _as_told(mijlpaal, entry, given, stand)
    return _between(mijlpaal, given, given.reeks)


def _before_figures(
    mijlpaal: Mijlpaal, entry: IndicatorEntry, given: RealisatieEntry | None, stand: Stand
) -> Toets | None:
    doel = mijlpaal.doel
    if mijlpaal.moment.eind > stand.peildatum:
        return Toets(doel, "nog niet te beoordelen", 5)
    if not entry.leesbaar or (given is not None and not given.leesbaar):
        return Toets(doel, "onleesbaar", 4)
    return Toets(doel, "niet toetsbaar", 4) if doel.bereik is None else None


def _between(mijlpaal: Mijlpaal, given: RealisatieEntry, reeks: Measurements) -> Gezien:
    """Return what figures of other days say of the day of a mijlpaal."""
    try:
        figure = reeks.at(mijlpaal.moment.eind)
    except Onleesbaar:
        figure = Figure(None)
    if figure.waarde is None or figure.waarde.interval is None:
        return _missing(mijlpaal, figure.waarde), None
    if figure.oud is not None:
        return _unknown(mijlpaal, f"{figure.waarde.tekst} ({figure.oud.tekst})")
    return _weigh(mijlpaal, given, [figure.waarde])


def _as_told(
    mijlpaal: Mijlpaal, entry: IndicatorEntry, given: RealisatieEntry, stand: Stand
) -> Gezien:
    """Return what the figure of the peildatum, which has no moment, says of an earlier day."""
    if not has_figure(given):
        return _missing(mijlpaal, given.waarde), None
    waarden = [one for one in (given.waarde, *given.tegenspraak) if one is not None]
    due = mijlpaal.moment.eind
    if due == stand.peildatum:
        return _weigh(mijlpaal, given, waarden)
    if mijlpaal.doel.soort == "gereed":
        days = [one.delen.dag for one in waarden]
        undone = all(one.interval == Interval.exactly(ZERO) for one in waarden)
        if undone or all(day is not None for day in days):
            return _weigh(mijlpaal, given, waarden)
    elif entry.indicator.tijd in ("som", "cumulatief"):
        known = [one.interval for one in waarden if one.interval is not None]
        if not can_be_negative((one.eenheid for one in waarden), known):
            return _weigh(mijlpaal, given, [_at_most(one) for one in waarden])
    return _unknown(mijlpaal, given.tekst)


def _at_most(waarde: Waarde) -> Waarde:
    """Return what a total can have been before the day on which it was this."""
    whole = waarde.interval
    if whole is None:
        return waarde
    before = told(Interval(ZERO, whole.high, False, whole.high_open), waarde.eenheid)
    return replace(before, per=waarde.per, noemer=waarde.noemer, delen=waarde.delen)


def _weigh(mijlpaal: Mijlpaal, given: RealisatieEntry, waarden: list[Waarde]) -> Gezien:
    doel = dated(mijlpaal.doel, mijlpaal.moment.eind) or mijlpaal.doel
    tekst = ", elders ".join(dict.fromkeys(one.tekst for one in waarden))
    weging = None if given.realisatie.andere_definitie else weigh_all(doel, waarden)
    return weighed(doel, weging, tekst), tekst


def _missing(mijlpaal: Mijlpaal, waarde: Waarde | None) -> Toets:
    word = waarde.geen_cijfer if waarde is not None else None
    return Toets(mijlpaal.doel, word or "niet gerapporteerd", 6)


def _unknown(mijlpaal: Mijlpaal, tekst: str | None) -> Gezien:
    nodig = f"nodig: de stand op {mijlpaal.moment.eind:%d-%m-%Y}; opgegeven: {tekst}"
    return Toets(mijlpaal.doel, "niet te bepalen", 8, ("ouder cijfer",), nodig=nodig), tekst
