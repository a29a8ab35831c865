"""Deels gehaald zegt ook wat niet is bereikt.

Waarom: wie alleen weet wat wél is gedaan, weet niet of er iets ontbreekt. Zwijgen over de rest is
geen tekort: zonder `niet_bereikt` is het oordeel daarom `niet te bepalen`. Bij `gehaald` hoort
`niet_bereikt` juist niet.

Fout:

    AD-R4:
      oordeel: deels gehaald
      onderbouwing: Er was een webinar.

Goed:

    AD-R4:
      oordeel: deels gehaald
      onderbouwing: Er was een webinar.
      niet_bereikt: De conferentie ging niet door.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL226", "deels_zonder_niet_bereikt", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("oordeel",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per human verdict that what is told of the rest does not go with."""
    for id_, given in case.dossier.realisaties.items():
        told = given.realisatie
        if told.oordeel == "deels gehaald" and told.niet_bereikt is None:
            yield Finding(
                KIND,
                f"Bij {id_} staat `oordeel: deels gehaald`, maar niet wat niet is bereikt.",
                "Zet `niet_bereikt:` erbij met wat de bron daarover zegt, of schrijf "
                "`oordeel: niet te bepalen`.",
                case.in_jaarverslag((*given.pad, "oordeel")),
            )
        elif told.oordeel == "gehaald" and told.niet_bereikt is not None:
            yield Finding(
                KIND,
                f"Bij {id_} staat `oordeel: gehaald`, en ook wat niet is bereikt.",
                "Schrijf `oordeel: deels gehaald`, of haal `niet_bereikt:` weg.",
                case.in_jaarverslag((*given.pad, "niet_bereikt")),
            )
