"""Een cijfer bij een doel zonder cijfer is niet te vergelijken.

Waarom: het werkplan noemde hier geen aantal. Het cijfer helpt de lezer, maar het oordeel blijft
mensenwerk. Zet het cijfer in de onderbouwing.

Fout:

    AD-R4:
      realisatie: 3 bijeenkomsten

Goed:

    AD-R4:
      oordeel: gehaald
      onderbouwing: Er waren drie bijeenkomsten.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL210", "cijfer_zonder_doel", "fout")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure on a qualitative indicator."""
    for id_, given in case.dossier.realisaties.items():
        entry = case.dossier.indicatoren.get(id_)
        if entry is None or not entry.leesbaar or given.waarde is None:
            continue
        kwalitatief = entry.doel is None or entry.doel.soort == "kwalitatief"
        if kwalitatief and given.waarde.geen_cijfer is None:
            yield Finding(
                KIND,
                f"{id_} heeft in het werkplan geen doel met een cijfer, maar hier staat "
                f"`{given.waarde.tekst}`.",
                "Geef `oordeel:` op en noem het cijfer in `onderbouwing:`.",
                case.in_jaarverslag((*given.pad, "realisatie")),
            )
