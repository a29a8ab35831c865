"""Een beschreven bron wordt ook gebruikt.

Waarom: een bron waar niets uit komt, is een vergeten verwijzing of een restje.

Fout:

    bronnen:
      enquete: {titel: Enquête 2021}    # nergens genoemd

Goed:

    AD-R3: {oordeel: gehaald, onderbouwing: …, bron: 'enquete, vraag 4'}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case
from bkl.rules.looking.sources import references

KIND = Kind("BKL212", "bron_niet_gebruikt", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per source that nothing refers to."""
    used = {bron.sleutel for _, bron in references(case.jaarverslag)}
    for sleutel in case.jaarverslag.bronnen:
        if sleutel not in used:
            yield Finding(
                KIND,
                f"De bron `{sleutel}` wordt nergens genoemd.",
                "Verwijs ernaar bij een realisatie, of haal de bron weg.",
                case.in_jaarverslag(("bronnen", sleutel), "key"),
            )
