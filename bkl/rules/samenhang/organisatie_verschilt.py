"""Werkplan en jaarverslag zijn van dezelfde organisatie.

Waarom: staat er een andere naam, dan hoort een van de twee bestanden hier niet, of is een oude naam
blijven staan.

Fout:

    organisatie: Burgerkracht Limburg    # werkplan
    organisatie: Burgerkracht            # jaarverslag

Goed:

    organisatie: Burgerkracht Limburg    # in beide
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.rules.engine.rule import Case

KIND = Kind("BKL306", "organisatie_verschilt", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the two files name different organisations."""
    told, planned = case.jaarverslag.organisatie, case.dossier.werkplan.organisatie
    if told is not None and told != planned:
        there = Related(case.in_werkplan(("organisatie",)), "hier staat een andere naam")
        yield Finding(
            KIND,
            f"Het jaarverslag is van `{told}`, het werkplan van `{planned}`.",
            "Maak de namen gelijk, of haal `organisatie` weg uit het jaarverslag.",
            case.in_jaarverslag(("organisatie",)),
            related=(there,),
        )
