"""Rows 9 to 13 of the decision table: what two sets, and nothing but the sets, say."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.verdicts import Toets
from bkl.domein.notatie.meaning.directions import alternatives
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.recall import compared
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.reading.written import LEESMARGE
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_count
from bkl.domein.records import dataclass
from bkl.domein.woorden import Oordeel, Vlag
from bkl.gap import formulas

HELE_WEG = Fraction(100)
"""The progress of who is exactly at the threshold, in per cent."""


@dataclass(frozen=True, slots=True)
class Weging:
    """A figure weighed against a doel: the verdict that the sets support, and the formulas."""

    waarde: Interval
    oordeel: Oordeel
    rij: int
    vlaggen: tuple[Vlag, ...]
    verschil: Interval | None
    tekort: Interval | None
    procent: Interval | None


def weigh(doel: Doel, bereik: Interval, waarde: Interval) -> Weging:
    """Weigh A (`waarde`) against S (`bereik`), both in the unit of the doel."""
    progress = formulas.procent(doel, waarde)
    oordeel, rij, vlaggen = _decide(doel, bereik, waarde, progress)
    if doel.soort == "gereed":
        # done or not done is no quantity: there is nothing to subtract
        return Weging(waarde, oordeel, rij, vlaggen, None, None, None)
    verschil = formulas.verschil(doel, waarde)
    tekort = None if verschil is None else formulas.shortfall(doel, verschil)
    if rij == 13:
        # no share of the way was surely covered: only the difference can be told
        progress = None
    return Weging(waarde, oordeel, rij, vlaggen, verschil, tekort, progress)


def needed(doel: Doel) -> str:
    """Return the doelbereik in words: `minimaal 4.000`."""
    bereik = doel.bereik
    if bereik is None:
        return doel.tekst
    if doel.soort == "gereed":
        return "ja"
    low = None if bereik.low is None else _named(doel, bereik.low)
    high = None if bereik.high is None else _named(doel, bereik.high)
    if low is not None and high is not None:
        return f"precies {low}" if low == high else f"tussen {low} en {high}"
    if low is not None:
        return f"{'meer dan' if bereik.low_open else 'minimaal'} {low}"
    return f"{'minder dan' if bereik.high_open else 'maximaal'} {high}"


def _named(doel: Doel, end: Fraction) -> str:
    """Return a number, or the word that it is on the doel's own scale."""
    schaal = doel.delen.schaal
    return schaal[int(end) - 1] if isinstance(schaal, tuple) else write_number(end)


def _decide(
    doel: Doel, bereik: Interval, waarde: Interval, progress: Interval | None
) -> tuple[Oordeel, int, tuple[Vlag, ...]]:
    if waarde.within(bereik):
        return "gehaald", 9, _praise(doel, waarde)
    if waarde.overlaps(bereik):
        return "niet te bepalen", 10, ()
    if progress is not None and formulas.surely_not_positive(progress):
        worse = doel.nulmeting is not None and formulas.surely_negative(progress)
        return "niet gehaald", 12, ("verslechterd",) if worse else ()
    return _short_of(doel, bereik, waarde, progress)


def _short_of(
    doel: Doel, bereik: Interval, waarde: Interval, progress: Interval | None
) -> tuple[Oordeel, int, tuple[Vlag, ...]]:
    """Return row 11 or 13: some of the way surely covered, or a difference and no more."""
    if progress is not None and not formulas.surely_positive(progress):
        return "niet gehaald", 13, ("mate onbekend",)
    if progress is not None and formulas.surely_below(progress, HELE_WEG) and not doel.norm:
        return "deels gehaald", 11, ()
    exact = waarde.low == waarde.high == doel.drempel
    on_the_edge = exact and (bereik.low_open or bereik.high_open)
    return "niet gehaald", 13, ("precies op de grens",) if on_the_edge else ()


def _praise(doel: Doel, waarde: Interval) -> tuple[Vlag, ...]:
    """Return how the doel was met: beyond it, above its band, or only thanks to the margin."""
    tau = doel.drempel
    if tau is None:
        return ()
    if doel.soort == "bandbreedte":
        top = doel.bovengrens
        return ("boven bandbreedte",) if top is not None and _above(waarde, top) else ()
    nominal = Interval(
        tau if doel.richting != "lager" else None, tau if doel.richting != "hoger" else None
    )
    if doel.soort == "richtgetal" and not waarde.within(nominal):
        return ("binnen marge",)
    return ("overtroffen",) if _beyond(doel, tau, waarde) else ()


def _beyond(doel: Doel, tau: Fraction, waarde: Interval) -> bool:
    """Tell whether A is certainly beyond τ by more than the margin, and a count by more than 1."""
    marge = LEESMARGE if doel.marge is None else doel.marge
    step = Fraction(1) if doel.per is None and is_count(doel.eenheid) else formulas.ZERO
    if doel.richting == "hoger":
        return _above(waarde, tau + max(abs(tau) * marge, step))
    if doel.richting == "lager":
        return waarde.below(Interval.exactly(tau - max(abs(tau) * marge, step)))
    return False


def _above(waarde: Interval, top: Fraction) -> bool:
    return Interval.exactly(top).below(waarde)


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
    if given.sinds is not None or (entry.jaardoelen and entry.indicator.tijd == "som"):
        return weigh_all(doel, (given.totaal,))
    return weigh_year(doel, given)


def weigh_all(doel: Doel | None, waarden: Iterable[Waarde | None]) -> Weging | None:
    """Weigh the hull of some figures against a doel; None when they do not compare with it.

    Where nobody said which way is better, the verdict of every way must be the same.
    """
    if doel is None or doel.bereik is None:
        return None
    waarde = in_unit_of(doel, waarden)
    if waarde is None:
        return None
    weging = weigh(doel, doel.bereik, waarde)
    if not doel.delen.vraagt_richting:
        return weging
    ways = [weigh(way, way.bereik, waarde) for way in alternatives(doel) if way.bereik]
    if all(way.oordeel == weging.oordeel for way in ways):
        return weging
    return Weging(waarde, "niet te bepalen", 8, (), weging.verschil, None, None)


def weighed(doel: Doel, weging: Weging | None, tekst: str) -> Toets:
    """Return rows 8 to 13 of the table for a figure that was given as `tekst`."""
    if weging is None:
        return Toets(doel, "niet vergelijkbaar", 8)
    nodig = f"nodig: {needed(doel)}; opgegeven: {tekst}" if weging.rij == 10 else None
    if weging.rij == 8:
        nodig = f"nodig: welke kant op beter is (`richting`); opgegeven: {tekst}"
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
    """Return the hull of figures in the unit of the doel, None if one is another figure."""
    whole: Interval | None = None
    for waarde in waarden:
        if waarde is None or waarde.interval is None:
            continue
        interval = compared(doel, waarde).interval
        if interval is None:
            return None
        whole = interval if whole is None else whole.hull(interval)
    return whole
