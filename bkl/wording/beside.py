"""What stands beside a verdict, in words: mijlpalen, the plan as handed in, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.verdicts import Toets, Vergelijking
from bkl.domein.model.jaarverslag import Verhaal
from bkl.domein.model.werkplan import Speerpunt, Werkplan
from bkl.wording.expected import progress_told
from bkl.wording.figures import doel_met_eenheid, format_procent, format_verschil
from bkl.wording.parts import parts_told

if TYPE_CHECKING:
    from bkl.domein.dossier.verdicts import Deeltoets
    from bkl.domein.model.bijstellingen import Wijziging

Beside = Iterator[tuple[str, str]]
"""Labels, each with its text."""

_INVLOED = {
    "maatschappelijk": "dit cijfer kan geen organisatie alleen veranderen; het telt niet als "
    "eigen resultaat",
    "gedeeld": "ook anderen bepalen dit cijfer mee",
}


def factsheet(werkplan: Werkplan, speerpunt: Speerpunt, verhaal: Verhaal | None) -> Beside:
    """Yield the phase and the fields of a factsheet; the omschrijving is a text of its own."""
    if verhaal is not None and verhaal.fase is not None:
        yield "fase", _phases(werkplan.fasen, verhaal.fase)
    if speerpunt.doelgroep and not werkplan.doelgroepen:
        yield werkplan.begrippen.doelgroep, speerpunt.doelgroep
    if speerpunt.monitoring:
        yield "monitoring", speerpunt.monitoring
    if speerpunt.partijen:
        yield "partijen", ", ".join(speerpunt.partijen)
    if speerpunt.regie:
        yield "regie", speerpunt.regie


def _phases(fasen: tuple[str, ...], now: str) -> str:
    """Return `Uitvoering (4 van 5: Oriëntatie, …)`, or just a phase that the plan has not."""
    if now not in fasen:
        return now
    return f"{now}, {fasen.index(now) + 1} van {len(fasen)} ({' → '.join(fasen)})"


def plan_tekst(entry: IndicatorEntry) -> str | None:
    """Return what the plan said when it was handed in, with mijlpalen and jaardoelen."""
    indicator = entry.indicator
    steps = [f"{moment}: {tekst}" for moment, tekst in indicator.mijlpalen.items()]
    steps += [f"{jaar}: {tekst}" for jaar, tekst in indicator.jaardoelen.items()]
    tekst = indicator.doel
    parts = [doel_met_eenheid(tekst, entry.doel, indicator.eenheid)] if tekst else []
    return "; ".join((*parts, *steps)) or None


def besides(vergelijking: Vergelijking, *, openbaar: bool = False) -> Beside:
    """Yield everything that belongs to a verdict but does not fit in its row.

    With `openbaar` parts of a figure that are too small to be told are hidden.
    """
    yield from progress_told(vergelijking)
    if vergelijking.realisatie is not None and vergelijking.realisatie.uitsplitsing:
        yield from parts_told(vergelijking, openbaar=openbaar)
    yield from _path(vergelijking)
    yield from changes(vergelijking)
    yield from _kind(vergelijking)


def changes(vergelijking: Vergelijking) -> Beside:
    """Yield the plan as handed in beside what it became, and every change with its consent."""
    if vergelijking.oorspronkelijk is not None and vergelijking.maatstaf == "bijgesteld doel":
        yield "bijgesteld", " · ".join(_side_by_side(vergelijking, vergelijking.oorspronkelijk))
    for change in vergelijking.bijstellingen:
        if change.bijstelling is not None:
            yield "bijstelling", _change(change, change.bijstelling.wijziging)
    if vergelijking.realisatie is not None:
        for one in vergelijking.realisatie.realisatie.correcties:
            text = f"{one.datum:%d-%m-%Y}: {one.was} werd {one.wordt}. {one.reden}"
            yield "verbeterd", text


def _side_by_side(vergelijking: Vergelijking, original: Toets) -> Iterator[str]:
    """Yield oorspronkelijk, bijgesteld, realisatie and verschil, and both verdicts."""
    if original.doel is not None:
        yield f"oorspronkelijk {original.doel.tekst}"
    yield f"bijgesteld {vergelijking.doel_tekst}"
    yield f"realisatie {vergelijking.gegeven or 'geen cijfer'}"
    now, then = format_verschil(vergelijking), format_verschil(original)
    if now and then:
        yield f"verschil {now} (oorspronkelijk {then})"
    yield f"oordeel {vergelijking.oordeel} (oorspronkelijk {original.oordeel})"


def _path(vergelijking: Vergelijking) -> Beside:
    named = vergelijking.maatstaf and vergelijking.maatstaf != "bijgesteld doel"
    if vergelijking.maatstaf and named and not vergelijking.mijlpalen:
        yield "maatstaf", vergelijking.maatstaf
    for part in vergelijking.mijlpalen:
        yield "mijlpaal", f"{part.naam}: {_deel(part)}"
    figure = vergelijking.realisatie.tekst if vergelijking.realisatie else None
    later = vergelijking.mijlpalen and vergelijking.einddoel is None
    if later and figure and not (vergelijking.gegeven or "").startswith(figure):
        yield "stand nu", figure
    if vergelijking.einddoel is not None and vergelijking.einddoel.doel is not None:
        deadline = vergelijking.entry.deadline
        text = vergelijking.einddoel.doel.tekst
        text += f", op {deadline:%d-%m-%Y}" if deadline else ""
        known = ", ".join(part for part in (figure, format_procent(vergelijking.einddoel)) if part)
        yield "einddoel", f"{text}; nu {known}" if known else text


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


def _change(change: Deeltoets, wijziging: Wijziging) -> str:
    if wijziging.naar is not None:
        what = f"verschoven naar {wijziging.naar}"
    elif wijziging.doel is None and wijziging.deadline is not None:
        what = f"deadline {wijziging.deadline:%d-%m-%Y}, {change.toets.oordeel}"
    else:
        what = _toets(change.toets)
    why = ". ".join(part for part in (wijziging.reden, wijziging.toelichting) if part)
    consent = f"telt niet mee: {change.bezwaar}"
    if change.bezwaar is None and wijziging.akkoord_datum is not None:
        consent = f"akkoord {wijziging.akkoord_datum:%d-%m-%Y}, {wijziging.akkoord}"
    return f"{change.naam}: {what} ({consent}). Reden: {why}"


def _kind(vergelijking: Vergelijking) -> Beside:
    invloed = vergelijking.entry.indicator.invloed
    if vergelijking.entry.is_ontwikkeling:
        yield "invloed", _INVLOED["maatschappelijk"]
    elif invloed == "gedeeld":
        yield "invloed", _INVLOED[invloed]
