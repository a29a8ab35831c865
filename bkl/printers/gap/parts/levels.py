"""What stands above a speerpunt, who answers for it, and what contributes to what."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.printers.gap.parts.groups import Section
from bkl.printers.gap.parts.lines import labelled
from bkl.printers.screen import Screen
from bkl.wording.levels import above_told, lines_told, named_told


def level(groep: Section, result: GapResult, screen: Screen, indent: str) -> list[str]:
    """Return the lines of a speerpunt: what it is part of, its people, its lines."""
    dossier = result.dossier
    notes = [
        *(above_told(dossier, groep.sleutel) if not groep.diepte else ()),
        *named_told(groep.speerpunt.uitvoerder, groep.speerpunt.portefeuillehouder),
        *lines_told(dossier, groep.sleutel),
    ]
    return [line for label, text in notes for line in labelled(label, text, screen, indent, 20)]


def whole_lines(id_: str, result: GapResult, screen: Screen, indent: str) -> list[str]:
    """Return what an onderdeel contributes to as a whole, and what contributes to it."""
    notes = lines_told(result.dossier, id_)
    return [line for label, text in notes for line in labelled(label, text, screen, indent, 20)]
