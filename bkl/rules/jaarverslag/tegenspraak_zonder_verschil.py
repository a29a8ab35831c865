"""Onder `tegenspraak` staat een ander cijfer dan bij `realisatie`.

Waarom: twee bronnen die hetzelfde zeggen, spreken elkaar niet tegen. In het verslag staat dan een
waarschuwing die er niet hoort.

Fout:

    realisatie: 18 modules
    tegenspraak:
      - {realisatie: 18 modules, bron: 'directieverslag, Handreikingen'}

Goed:

    realisatie: 18 modules
    bron: [directieverslag, 'directieverslag, Handreikingen']
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL221", "tegenspraak_zonder_verschil", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("tegenspraak",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per contradicting figure that is the same figure."""
    for id_, given in case.dossier.realisaties.items():
        if given.waarde is None or len(given.tegenspraak) < len(given.realisatie.tegenspraak):
            continue
        for nummer, _ in enumerate(given.realisatie.tegenspraak):
            waarde = given.tegenspraak[nummer]
            if waarde.interval == given.waarde.interval and waarde.eenheid == given.waarde.eenheid:
                yield Finding(
                    KIND,
                    f"Bij {id_} is de tegenspraak `{waarde.tekst}` hetzelfde als de realisatie.",
                    "Haal het weg onder `tegenspraak` en noem de tweede bron bij `bron`.",
                    case.in_jaarverslag((*given.pad, "tegenspraak", nummer, "realisatie")),
                )
