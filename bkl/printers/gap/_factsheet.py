"""What a plan says of a speerpunt as a whole: its phase, and the fields of a factsheet."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.api import GapResult
from bkl.printers.gap._groups import Groep
from bkl.printers.gap._lines import labelled
from bkl.printers.screen import Screen, harmless


def factsheet(groep: Groep, result: GapResult, screen: Screen, indent: str) -> list[str]:
    """Return the phase, and the other fields when just this speerpunt was asked for."""
    lines: list[str] = []
    for label, text in _fields(groep, result):
        lines += labelled(label, text, screen, indent)
    return lines


def _fields(groep: Groep, result: GapResult) -> Iterator[tuple[str, str]]:
    werkplan, verslag = result.dossier.werkplan, result.dossier.jaarverslag
    told = verslag.speerpunten.get(groep.sleutel) if verslag else None
    if told is not None and told.fase is not None:
        yield "fase", _phases(werkplan.fasen, told.fase)
    if result.selectie != groep.sleutel:
        return
    speerpunt = groep.speerpunt
    if speerpunt.doelgroep and not werkplan.doelgroepen:
        yield harmless(werkplan.begrippen.doelgroep), speerpunt.doelgroep
    if speerpunt.omschrijving:
        yield "omschrijving", speerpunt.omschrijving
    if speerpunt.monitoring:
        yield "monitoring", speerpunt.monitoring
    if speerpunt.partijen:
        yield "partijen", ", ".join(speerpunt.partijen)
    if speerpunt.regie:
        yield "regie", speerpunt.regie


def _phases(fasen: tuple[str, ...], now: str) -> str:
    """Return `Oriëntatie · [Uitvoering] · Evaluatie`, or just the phase when it is none of them."""
    if now not in fasen:
        return now
    return " · ".join(f"[{fase}]" if fase == now else fase for fase in fasen)
