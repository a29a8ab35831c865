"""Een oordeel van een mens rust op feiten die erbij staan.

Waarom: bij een doel zonder cijfer oordeelt de schrijver. De lezer moet kunnen zien waarop.

Fout:

    AD-R4:
      oordeel: gehaald

Goed:

    AD-R4:
      oordeel: gehaald
      onderbouwing: Er waren een webinar, een workshop en een conferentie.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL205", "oordeel_zonder_onderbouwing", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("oordeel",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per human verdict without grounds."""
    for id_, given in case.dossier.realisaties.items():
        if given.realisatie.oordeel is not None and given.realisatie.onderbouwing is None:
            yield Finding(
                KIND,
                f"Bij {id_} staat `oordeel: {given.realisatie.oordeel}` zonder onderbouwing.",
                "Zet `onderbouwing:` erbij: wat er is gebeurd waaruit dat blijkt.",
                case.in_jaarverslag((*given.pad, "oordeel")),
            )
