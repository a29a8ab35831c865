"""Bij een doel met een cijfer rekent bkl het oordeel uit.

Waarom: een getypt oordeel kan het cijfer tegenspreken. Alleen een doel zonder cijfer krijgt
een oordeel van een mens.

Fout:

    BD-R4.lezingen:
      realisatie: 1 lezing
      oordeel: gehaald

Goed:

    BD-R4.lezingen:
      realisatie: 1 lezing
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL206", "oordeel_bij_cijfer", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("oordeel",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per typed verdict on an indicator with a figure for its doel."""
    for id_, given in case.dossier.realisaties.items():
        entry = case.dossier.indicatoren.get(id_)
        if given.realisatie.oordeel is None or entry is None or entry.doel is None:
            continue
        if entry.doel.soort != "kwalitatief":
            yield Finding(
                KIND,
                f"{id_} heeft een doel met een cijfer (`{entry.doel.tekst}`); het oordeel wordt "
                "berekend.",
                "Haal `oordeel:` weg en geef `realisatie:` op.",
                case.in_jaarverslag((*given.pad, "oordeel"), "key"),
            )
