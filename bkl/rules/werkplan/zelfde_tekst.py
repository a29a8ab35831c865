"""Twee onderdelen beloven niet precies hetzelfde.

Waarom: een gekopieerde tekst telt dezelfde belofte twee keer, of er is vergeten de kopie aan te
passen.

Fout:

    R1: Er is een netwerk van burgers.
    R2: Er is een netwerk van burgers.

Goed:

    R1: Er is een netwerk van burgers.
    R2: Er is een netwerk van organisaties.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Route
from bkl.domein.dossier.structure.sections import onderdelen_of, sections_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL117", "zelfde_tekst", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per onderdeel whose text another one has already."""
    first: dict[str, Route] = {}
    for sectie, speerpunten in sections_of(case.dossier.werkplan).items():
        for sleutel, speerpunt in speerpunten.items():
            for lijst, naam, onderdeel in onderdelen_of(speerpunt):
                route: Route = (sectie, sleutel, lijst, naam, "tekst")
                words = " ".join(onderdeel.tekst.casefold().split()).rstrip(".")
                earlier = first.setdefault(words, route)
                if earlier != route:
                    there = Related(case.in_werkplan(earlier), "dezelfde tekst")
                    yield Finding(
                        KIND,
                        f"{sleutel}-{naam} belooft met dezelfde woorden als "
                        f"{earlier[1]}-{earlier[3]}.",
                        "Pas een van de twee aan. Is het één belofte, gebruik dan `ook_bij`.",
                        case.in_werkplan(route),
                        related=(there,),
                    )
