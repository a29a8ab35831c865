"""What explains a verdict: reasons, grounds, sources, and figures that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.domein.dossier.dossier import IndicatorEntry
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.bronnen import brontekst
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.woorden import Vlag
from bkl.printers.gap.parts.lines import labelled
from bkl.printers.screen import Screen
from bkl.wording.figures import format_tekort
from bkl.wording.verdicts import OUDER_CIJFER

_RICHTINGEN = {
    "hoger": "hoger is beter",
    "lager": "lager is beter",
    "binnen": "tussen de grenzen blijven",
    "precies": "precies dit getal",
}
_FLAGS: dict[Vlag, str] = {
    "marge niet afgesproken": "voor `ca.` is geen marge afgesproken; bkl rekent met 10 %",
    "mate onbekend": "hoe ver het kwam is niet te zeggen",
    "tijd niet te bepalen": "of het op tijd was, is niet te bepalen",
    "kleine groep": "de groep is klein: één meer of minder scheelt meer dan 5 procentpunt",
}
"""Flags in words; the others are told by the figures, changes and corrections themselves."""


def explain(
    vergelijking: Vergelijking,
    flags: Sequence[Vlag],
    screen: Screen,
    indent: str,
    *,
    everything: bool,
) -> list[str]:
    """Return the lines below a verdict; `everything` leaves out nothing that is known."""
    lines: list[str] = []
    notes = [*_promised(vergelijking.entry)] if everything else []
    told = [_FLAGS[vlag] for vlag in flags if vlag in _FLAGS]
    if "ouder cijfer" in flags and vergelijking.realisatie is not None:
        told.append(OUDER_CIJFER)
    if told:
        notes.append(("let op", "; ".join(told)))
    for label, text in (*notes, *_notes(vergelijking, everything=everything)):
        lines += labelled(label, text, screen, indent)
    return lines


def _promised(entry: IndicatorEntry) -> Iterator[tuple[str, str]]:
    """Yield what the plan says of an indicator beyond its doel."""
    indicator, doel = entry.indicator, entry.doel
    if entry.naam:
        yield "indicator", entry.tekst
    if doel and doel.soort not in ("kwalitatief", "gereed"):
        yield "richting", _RICHTINGEN[doel.richting]
    if indicator.nulmeting:
        yield "nulmeting", indicator.nulmeting
    if indicator.definitie:
        yield "definitie", indicator.definitie
    if indicator.deadline:
        yield "deadline", f"{indicator.deadline:%d-%m-%Y}"
    if indicator.ook_bij:
        yield "staat ook", f"bij {', '.join(indicator.ook_bij)}"


def _notes(vergelijking: Vergelijking, *, everything: bool) -> Iterator[tuple[str, str]]:
    entry = vergelijking.realisatie
    if vergelijking.nodig:
        yield "nodig", vergelijking.nodig.removeprefix("nodig: ")
    if entry is None:
        return
    given = entry.realisatie
    if everything and vergelijking.uitvoering:
        yield "uitvoering", vergelijking.uitvoering
    tekort = format_tekort(vergelijking)
    if everything and tekort and vergelijking.entry.doel:
        yield "tekort", tekort
    yield from _account(given, everything=everything or vergelijking.wijkt_af)
    yield from _other_figures(given)
    if given.bron and (everything or vergelijking.wijkt_af):
        yield "bron", brontekst(given.bron)


def _account(given: Realisatie, *, everything: bool) -> Iterator[tuple[str, str]]:
    """Yield grounds always; reasons where something differs, or when all is asked for."""
    if given.onderbouwing:
        yield "onderbouwing", given.onderbouwing
    if given.niet_bereikt:
        yield "niet bereikt", given.niet_bereikt
    if given.andere_definitie:
        yield "telt anders", given.andere_definitie
    if not everything:
        return
    if given.reden or given.toelichting:
        yield "reden", ": ".join(part for part in (given.reden, given.toelichting) if part)
    for label, text in (
        ("gevolg", given.gevolg),
        ("vervolg", given.vervolg),
        ("gemeld", given.gemeld),
        ("akkoord", given.akkoord),
    ):
        if text:
            yield label, text


def _other_figures(given: Realisatie) -> Iterator[tuple[str, str]]:
    for ander in given.tegenspraak:
        yield "elders staat", f"{ander.realisatie} ({brontekst(ander.bron)})"
    for cijfer in given.verwant:
        where = brontekst(cijfer.bron)
        yield "telt niet mee", f"{cijfer.realisatie} ({where}). {cijfer.waarom}"
