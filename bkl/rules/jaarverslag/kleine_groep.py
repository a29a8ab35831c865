"""Een cijfer over mensen gaat over minstens vijf mensen.

Waarom: het verslag is openbaar. Wie de organisatie kent, herkent in een groep van een paar mensen
soms wie het zijn. Vijf is een gangbare ondergrens.

Fout:

    realisatie: 3 deelnemers

Goed:

    realisatie: minder dan 5 deelnemers
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL225", "kleine_groep", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("uniek",)
SMALLEST = 5


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per count of unique persons that is surely above zero and below five."""
    for id_, given in case.dossier.realisaties.items():
        entry, waarde = case.dossier.indicatoren.get(id_), given.waarde
        if entry is None or not entry.indicator.uniek or waarde is None or waarde.noemer:
            continue
        a = waarde.interval
        if a is None or a.low is None or a.high is None:
            continue
        if a.low > 0 and a.high < SMALLEST:
            yield Finding(
                KIND,
                f"Bij {id_} gaat `{waarde.tekst}` over minder dan {SMALLEST} mensen.",
                f"Schrijf `minder dan {SMALLEST}`, of sta de melding toe als niemand "
                "te herkennen is.",
                case.in_jaarverslag((*given.pad, "realisatie")),
            )
