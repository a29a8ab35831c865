"""Wat vervalt, is gemeld aan wie het verslag krijgt.

Waarom: wie een belofte niet nakomt, moet dat meteen en schriftelijk melden, vóór de wijziging
ingaat. Staat er geen melding, dan vraagt de accountant ernaar.

Fout:

    uitvoering: vervallen

Goed:

    uitvoering: vervallen
    gemeld: brief van 14 april 2021
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL217", "vervallen_zonder_melding", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("uitvoering",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per cancelled promise of which no notice is named."""
    for id_, given in case.dossier.realisaties.items():
        if given.realisatie.uitvoering == "vervallen" and given.realisatie.gemeld is None:
            yield Finding(
                KIND,
                f"{id_} is vervallen, maar er staat niet wanneer dat is gemeld.",
                "Zet `gemeld:` erbij met de datum en de brief of mail.",
                case.in_jaarverslag((*given.pad, "uitvoering")),
            )
