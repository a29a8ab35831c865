"""Een bron kan alleen iets zeggen over een jaar dat al begonnen was.

Waarom: een cijfer uit een document van voor het verslagjaar is een cijfer van een eerder jaar. Het
lijkt dan of het dit jaar is bereikt.

Fout:

    jaarverslag: 2021
    bronnen:
      monitor: {titel: Gezondheidsmonitor, datum: 01-10-2019}
    realisaties:
      AD-R1: {realisatie: 2,8%, bron: monitor}

Goed:

    bronnen:
      monitor: {titel: Gezondheidsmonitor, datum: 01-03-2022}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL220", "bron_ouder_dan_jaar", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("datum",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure or verdict from a source that is older than the year."""
    verslag = case.jaarverslag
    old = {
        sleutel: bron.datum.year
        for sleutel, bron in verslag.bronnen.items()
        if bron.datum is not None and bron.datum.year < verslag.jaarverslag
    }
    for id_, given in case.dossier.realisaties.items():
        told = given.realisatie
        for nummer, bron in enumerate(told.bron if told.realisatie or told.oordeel else ()):
            sleutel = bron.sleutel
            if sleutel in old:
                route = (*given.pad, "bron", nummer, "naam")
                yield Finding(
                    KIND,
                    f"{id_} gaat over {verslag.jaarverslag}, maar de bron `{sleutel}` is van "
                    f"{old[sleutel]}.",
                    "Zoek een cijfer van dit jaar, of zet dit onder `verwant:` met waarom.",
                    case.in_jaarverslag(route, span=(0, len(sleutel))),
                )
