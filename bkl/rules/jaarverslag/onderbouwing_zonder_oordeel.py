"""Wie een onderbouwing geeft, velt ook het oordeel.

Waarom: zonder oordeel staat er `niet te bepalen` in het verslag, terwijl u wel vertelt wat er is
gebeurd. De lezer moet dan zelf raden wat u ervan vindt.

Fout:

    AD-R4:
      onderbouwing: Er waren een webinar, een workshop en een conferentie.

Goed:

    AD-R4:
      oordeel: gehaald
      onderbouwing: Er waren een webinar, een workshop en een conferentie.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL222", "onderbouwing_zonder_oordeel", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("onderbouwing",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per qualitative indicator with grounds but no verdict."""
    for id_, given in case.dossier.realisaties.items():
        told, entry = given.realisatie, case.dossier.indicatoren.get(id_)
        if told.onderbouwing is None or told.oordeel is not None or told.realisatie is not None:
            continue
        if entry is not None and entry.leesbaar:
            quantity = entry.doel is not None and entry.doel.soort != "kwalitatief"
            cure = "Zet `oordeel:` erbij: gehaald, deels gehaald of niet gehaald."
            if quantity:
                cure = "Zet `realisatie:` met het cijfer erbij, of maak er een `toelichting` van."
            yield Finding(
                KIND,
                f"Bij {id_} staat een onderbouwing zonder {'cijfer' if quantity else 'oordeel'}.",
                cure,
                case.in_jaarverslag((*given.pad, "onderbouwing"), "key"),
            )
