"""Uitstel telt pas als wie het verslag krijgt, ermee instemt.

Waarom: zonder akkoord blijft de belofte van dit jaar staan. Zij telt dan als `niet gehaald`, ook
als het volgend jaar alsnog lukt.

Fout:

    uitvoering: uitgesteld naar 2022

Goed:

    uitvoering: uitgesteld naar 2022
    akkoord: brief van de Provincie van 3 mei 2021
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL216", "uitgesteld_zonder_akkoord", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per postponement that nobody approved."""
    for vergelijking in case.vergelijkingen.values():
        given = vergelijking.realisatie
        if given is not None and vergelijking.rij == 3:
            yield Finding(
                KIND,
                f"Het uitstel van {vergelijking.entry.id} is niet goedgekeurd en telt als "
                "`niet gehaald`.",
                "Is er een akkoord, zet dan `akkoord:` erbij met de brief of het besluit.",
                case.in_jaarverslag((*given.pad, "uitvoering")),
            )
