"""Bij uitstel hoort een jaar.

Waarom: een toezegging zonder nieuw jaar verdwijnt uit beeld. Het jaar maakt dat zij in het
volgende werkplan terugkomt.

Fout:

    uitvoering: uitgesteld

Goed:

    uitvoering: uitgesteld naar 2022
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL209", "uitgesteld_zonder_jaar", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("uitvoering",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per postponement without a later year."""
    jaar = case.jaarverslag.jaarverslag
    for id_, given in case.dossier.realisaties.items():
        told = given.realisatie
        if told.uitvoering != "uitgesteld":
            continue
        if told.uitgesteld_naar is None:
            message = f"{id_} is uitgesteld, maar het nieuwe jaar ontbreekt."
        elif told.uitgesteld_naar <= jaar:
            message = f"{id_} is uitgesteld naar {told.uitgesteld_naar}; dat is niet na {jaar}."
        else:
            continue
        cure = f"Schrijf `uitvoering: uitgesteld naar {jaar + 1}`."
        yield Finding(KIND, message, cure, case.in_jaarverslag((*given.pad, "uitvoering")))
