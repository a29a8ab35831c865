"""Tijd: the milestones and the postponements of a year, each at its place in that year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bkl.domein.dossier.verdicts import Deeltoets, Rij
from bkl.domein.notatie.values.jaren import last_day
from bkl.domein.records import dataclass
from bkl.render.charts.lanes import build_tijdlijn
from bkl.render.charts.layout import Soort, Tijdlijn
from bkl.render.matter import Stof

_STANDS: dict[Soort, str] = {
    "gehaald": "gehaald",
    "gemist": "niet op tijd gehaald",
    "komt": "komt nog",
}


@dataclass(frozen=True, slots=True)
class Tijdstip:
    """A mijlpaal, or the move of a promise to a later year; `stand` says how it stands."""

    id: str
    wat: str
    wanneer: str
    stand: str
    tijdlijn: Tijdlijn


def build_tijd(stof: Stof) -> tuple[Tijdstip, ...]:
    """Return the moments of the year in the order of the plan; empty without a jaarverslag."""
    return tuple(one for rij in stof.rijen if rij.zelfde_als is None for one in _moments(stof, rij))


def _moments(stof: Stof, rij: Rij) -> Iterator[Tijdstip]:
    verslag, jaar = stof.dossier.jaarverslag, stof.dossier.jaar
    if verslag is None:
        return
    vergelijking = rij.vergelijking
    days = {one.moment.tekst: one.moment.eind for one in vergelijking.entry.mijlpalen}
    for part in vergelijking.mijlpalen:
        day = days.get(part.naam)
        if day is None or day.year < jaar:
            continue
        kind = _kind(part)
        words = f"De mijlpaal van {rij.id}, {part.naam}: {_STANDS[kind]}."
        wat = part.toets.doel.tekst if part.toets.doel else rij.tekst
        line = build_tijdlijn(jaar, day, verslag.peildatum, kind, words)
        yield Tijdstip(rij.id, wat, part.naam, _STANDS[kind], line)
    if vergelijking.uitvoering == "uitgesteld" and vergelijking.jaar is not None:
        agreed = "afgesproken" if vergelijking.oordeel == "uitgesteld" else "nog niet afgesproken"
        words = f"{rij.id} verschuift naar {vergelijking.jaar}, {agreed}."
        later = last_day(jaar) + timedelta(days=1)
        line = build_tijdlijn(jaar, later, verslag.peildatum, "uitstel", words)
        wanneer = f"naar {vergelijking.jaar}"
        yield Tijdstip(rij.id, vergelijking.entry.tekst or rij.tekst, wanneer, agreed, line)


def _kind(part: Deeltoets) -> Soort:
    if part.toets.rij == 5:
        return "komt"
    missed = part.tijdigheid == "te laat" or part.toets.oordeel != "gehaald"
    return "gemist" if missed else "gehaald"
