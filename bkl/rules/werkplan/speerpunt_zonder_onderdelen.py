"""Een speerpunt belooft iets.

Waarom: een ambitie alleen is niet te verantwoorden. Zonder resultaten of activiteiten komt het
speerpunt in geen enkele telling voor. Staan er speerpunten onder, dan beloven die iets.

Fout:

    AD: {ambitie: Burgers doen mee.}

Goed:

    AD:
      ambitie: Burgers doen mee.
      resultaten:
        R1: Er is een netwerk van burgers.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.structure.sections import sections_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL114", "speerpunt_zonder_onderdelen", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per speerpunt without resultaten and activiteiten, in it or under it."""
    above = case.dossier.nesting.kinderen
    for sectie, speerpunten in sections_of(case.dossier.werkplan).items():
        for sleutel, speerpunt in speerpunten.items():
            if not speerpunt.resultaten and not speerpunt.activiteiten and sleutel not in above:
                yield Finding(
                    KIND,
                    f"`{sleutel}` heeft geen resultaten en geen activiteiten.",
                    "Zet er `resultaten:` of `activiteiten:` bij, of haal het weg.",
                    case.in_werkplan((sectie, sleutel), "key"),
                )
