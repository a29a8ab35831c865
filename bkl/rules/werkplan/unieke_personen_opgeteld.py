"""Unieke personen zijn niet op te tellen.

Waarom: wie in twee kwartalen meedeed, telt dan twee keer. Van 40, 30 en 25 deelnemers weet u
alleen dat het er samen tussen 40 en 95 waren. Zo rekent bkl er ook mee.

Fout:

    doel: 600 mensen
    uniek: ja
    tijd: som

Goed:

    doel: 600 mensen
    uniek: ja
    tijd: cumulatief
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL119", "unieke_personen_opgeteld", "waarschuwing")
KEYS = ("tijd", "optellen")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per indicator of unique persons whose figures would be added."""
    for entry in case.dossier.indicatoren.values():
        indicator = entry.indicator
        if not indicator.uniek:
            continue
        for key, adds in (("tijd", indicator.tijd == "som"), ("optellen", indicator.optellen)):
            if adds:
                yield Finding(
                    KIND,
                    f"{entry.id} telt unieke personen; die zijn niet op te tellen.",
                    "Schrijf `tijd: cumulatief` als elke meting iedereen één keer telt."
                    if key == "tijd"
                    else "Haal `optellen` weg; bkl toont dan tussen welke grenzen het ligt.",
                    case.in_werkplan((*entry.pad, key)),
                )
