"""Bij elk cijfer en elk oordeel staat waar het vandaan komt.

Waarom: de accountant en de lezer willen elk cijfer kunnen nagaan.

Fout:

    AE-A5: 2 bijeenkomsten

Goed:

    AE-A5:
      realisatie: 2 bijeenkomsten
      bron: directieverslag, Jong en oud
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL207", "cijfer_zonder_bron", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure or verdict without a source."""
    for id_, given in case.dossier.realisaties.items():
        told = given.realisatie
        figure = given.waarde is not None and given.waarde.geen_cijfer is None
        if (figure or told.oordeel is not None) and not told.bron:
            yield Finding(
                KIND,
                f"Bij {id_} staat niet waar het cijfer of oordeel vandaan komt.",
                "Zet `bron:` erbij: de naam van de bron en de plaats daarin.",
                case.in_jaarverslag(given.pad, "key"),
            )
