"""What a plan says of a speerpunt as a whole: its phase, and the fields of a factsheet."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.printers.gap.parts.groups import Section
from bkl.printers.gap.parts.lines import labelled
from bkl.printers.screen import Screen, harmless
from bkl.wording.beside import factsheet as fields


def factsheet(groep: Section, result: GapResult, screen: Screen, indent: str) -> list[str]:
    """Return the phase, and the other fields when just this speerpunt was asked for."""
    werkplan, verslag = result.dossier.werkplan, result.dossier.jaarverslag
    told = verslag.speerpunten.get(groep.sleutel) if verslag else None
    lines: list[str] = []
    whole = result.selectie == groep.sleutel
    if whole and groep.speerpunt.omschrijving:
        lines += labelled("omschrijving", groep.speerpunt.omschrijving, screen, indent)
    for label, text in fields(werkplan, groep.speerpunt, told):
        if whole or label == "fase":
            lines += labelled(harmless(label), text, screen, indent)
    return lines
