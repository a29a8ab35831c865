"""What stands beside a verdict: mijlpalen, the plan before it was changed, other years."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.api import GapResult
from bkl.domein.opmaak import format_procent, format_verschil, oordeel_tekst
from bkl.domein.vergelijking import Deeltoets, Rij, Toets, Vergelijking
from bkl.gap.vervolg import Vervolg
from bkl.printers.gap._lines import labelled
from bkl.printers.gap._reeks import series_lines
from bkl.printers.screen import Screen

Noten = Iterator[tuple[str, str]]

_INVLOED = {
    "maatschappelijk": "maatschappelijk: dit cijfer kan geen organisatie alleen veranderen; het "
    "telt niet als eigen resultaat",
    "gedeeld": "gedeeld: ook anderen bepalen dit cijfer",
    "eigen": "eigen",
}


def aside(
    rij: Rij, result: GapResult, screen: Screen, indent: str, *, everything: bool
) -> list[str]:
    """Return the lines below one row, beyond its own verdict and account."""
    if rij.zelfde_als:
        return []
    id_ = rij.vergelijking.entry.id
    notes = [*_path(rij.vergelijking), *changes(rij.vergelijking), *_kind(rij.vergelijking)]
    later = result.vervolgen.get(id_)
    if later is not None and later.bekend:
        notes.append(("hoe verder", _later(later)))
    if (earlier := result.herkomsten.get(id_)) is not None:
        notes.append(("vervolg van", _earlier(earlier, rij.vergelijking)))
    if everything:
        notes += _background(rij.vergelijking)
    lines: list[str] = []
    for label, text in notes:
        lines += labelled(label, text, screen, indent)
    reeks = result.reeksen.get(id_) if result.reeksen else None
    return lines + (series_lines(reeks, screen, indent) if reeks else [])


def changes(vergelijking: Vergelijking) -> Noten:
    """Yield the plan as handed in beside what it became, and every change with its consent."""
    if vergelijking.oorspronkelijk is not None:
        yield "oorspronkelijk", _toets(vergelijking.oorspronkelijk)
    for change in vergelijking.bijstellingen:
        yield "bijgesteld" if change.telt else "niet geteld", _change(change)
    if vergelijking.realisatie is not None:
        for one in vergelijking.realisatie.realisatie.correcties:
            text = f"{one.datum:%d-%m-%Y}: {one.was} werd {one.wordt}. {one.reden}"
            yield "verbeterd", text


def _path(vergelijking: Vergelijking) -> Noten:
    if vergelijking.maatstaf and not vergelijking.mijlpalen:
        yield "maatstaf", vergelijking.maatstaf
    for part in vergelijking.mijlpalen:
        yield "mijlpaal", f"{part.naam}: {_deel(part)}"
    if vergelijking.einddoel is not None and vergelijking.einddoel.doel is not None:
        deadline = vergelijking.entry.deadline
        text = vergelijking.einddoel.doel.tekst
        text += f", op {deadline:%d-%m-%Y}" if deadline else ""
        procent = format_procent(vergelijking.einddoel)
        yield "einddoel", f"{text}; nu {procent}" if procent else text


def _deel(part: Deeltoets) -> str:
    pieces = [f"beloofd {part.toets.doel.tekst}"] if part.toets.doel else []
    if part.gegeven:
        pieces.append(f"bereikt {part.gegeven}")
    pieces.append(part.toets.oordeel)
    if part.tijdigheid:
        on_time = part.tijdigheid
        pieces.append(f"op tijd: {on_time}" if on_time == "niet te bepalen" else on_time)
    return ", ".join(pieces) + ("  (telt voor dit jaar)" if part.telt else "")


def _toets(toets: Toets) -> str:
    pieces = [f"beloofd {toets.doel.tekst}"] if toets.doel else []
    pieces.append(toets.oordeel)
    if verschil := format_verschil(toets):
        pieces.append("geen verschil" if verschil == "geen" else f"verschil {verschil}")
    return ", ".join(pieces)


def _change(change: Deeltoets) -> str:
    if change.bijstelling is None:
        return change.naam
    wijziging = change.bijstelling.wijziging
    if wijziging.naar is not None:
        text = f"{change.naam}: verschoven naar {wijziging.naar}"
    elif wijziging.doel is None and wijziging.deadline is not None:
        text = f"{change.naam}: deadline {wijziging.deadline:%d-%m-%Y}, {change.toets.oordeel}"
    else:
        text = f"{change.naam}: {_toets(change.toets)}"
    why = ": ".join(part for part in (wijziging.reden, wijziging.toelichting) if part)
    consent = change.bezwaar
    if consent is None and wijziging.akkoord_datum is not None:
        consent = f"akkoord: {wijziging.akkoord}, {wijziging.akkoord_datum:%d-%m-%Y}"
    return f"{text} ({consent}). {why}"


def _kind(vergelijking: Vergelijking) -> Noten:
    invloed = vergelijking.entry.indicator.invloed
    if vergelijking.entry.is_ontwikkeling:
        yield "invloed", _INVLOED["maatschappelijk"]
    elif invloed == "gedeeld":
        yield "invloed", _INVLOED[invloed]


def _background(vergelijking: Vergelijking) -> Noten:
    indicator = vergelijking.entry.indicator
    if indicator.niveau:
        yield "niveau", indicator.niveau
    if indicator.uitvoerder:
        yield "uitvoerder", indicator.uitvoerder
    if indicator.labels:
        yield "labels", ", ".join(indicator.labels)
    if vergelijking.realisatie is not None:
        told = vergelijking.realisatie.realisatie.metingen
        if told:
            yield "metingen", "; ".join(f"{moment}: {tekst}" for moment, tekst in told.items())


def _later(vervolg: Vervolg) -> str:
    if vervolg.gevonden is None:
        return f"staat niet in het werkplan van {vervolg.jaar}"
    return f"{vervolg.jaar}, {_found(vervolg.gevonden)}"


def _earlier(vervolg: Vervolg, vergelijking: Vergelijking) -> str:
    id_ = vergelijking.entry.indicator.vervolg_van or ""
    if vervolg.gevonden is None:
        where = f"het werkplan van {vervolg.jaar}" if vervolg.bekend else "een eerder werkplan"
        return f"{id_}, niet gevonden in {where}"
    return f"{vervolg.jaar}, {_found(vervolg.gevonden)}"


def _found(vergelijking: Vergelijking) -> str:
    text = f"{vergelijking.entry.id}: "
    if vergelijking.doel_tekst:
        text += f"beloofd {vergelijking.doel_tekst}, "
    return text + oordeel_tekst(vergelijking)
