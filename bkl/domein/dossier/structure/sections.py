"""Sections: where promises stand in a werkplan, each speerpunt behind what it stands under."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bkl.domein.dossier.structure.nesting import Nesting, nest
from bkl.domein.model.indicator import Onderdeel
from bkl.domein.model.werkplan import Speerpunt, Werkplan

SECTIES = ("speerpunten", "uitgangspunten", "projecten", "bedrijfsvoering")
"""The sections of a werkplan that hold promises, in the order of the document."""


Responsible = tuple[tuple[str, ...], tuple[str, ...]]
"""Who carry something out, and who answer for it."""


def sections_of(werkplan: Werkplan) -> dict[str, dict[str, Speerpunt]]:
    """Return the sections that hold promises, by name: each speerpunt behind what it is under."""
    written = written_sections(werkplan)
    nesting = nest(written.values())
    if not nesting.ouders:
        return written
    return {sectie: nesting.ordered(section) for sectie, section in written.items()}


def written_sections(werkplan: Werkplan) -> dict[str, dict[str, Speerpunt]]:
    """Return the same in the order in which they are written."""
    return {
        "speerpunten": werkplan.speerpunten,
        "uitgangspunten": werkplan.uitgangspunten,
        "projecten": werkplan.projecten,
        "bedrijfsvoering": werkplan.bedrijfsvoering,
    }


def people_of(
    sections: Mapping[str, Mapping[str, Speerpunt]], nesting: Nesting
) -> dict[str, Responsible]:
    """Return by speerpunt who are named for it, else for what it stands under.

    Every speerpunt must come behind what it stands under.
    """
    found: dict[str, Responsible] = {}
    for speerpunten in sections.values():
        for code, one in speerpunten.items():
            above = found.get(nesting.ouders.get(code, ""), ((), ()))
            found[code] = (one.uitvoerder or above[0], one.portefeuillehouder or above[1])
    return found


def onderdelen_of(speerpunt: Speerpunt) -> Iterator[tuple[str, str, Onderdeel]]:
    """Yield (list name, key, onderdeel): the resultaten first, then the activiteiten."""
    for sleutel, onderdeel in speerpunt.resultaten.items():
        yield "resultaten", sleutel, onderdeel
    for sleutel, onderdeel in speerpunt.activiteiten.items():
        yield "activiteiten", sleutel, onderdeel
