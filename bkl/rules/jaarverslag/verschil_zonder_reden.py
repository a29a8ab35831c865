"""Wie afwijkt van het doel, geeft een reden, ook als het meer werd.

Waarom: wie het verslag krijgt, wil bij elk verschil tussen doel en resultaat weten waarom. Meestal
vraagt een regel daar ook om. De reden zegt in één woord wat de oorzaak was. Ontbreekt ook de
toelichting, dan is dat dezelfde melding. Wie ruim onder een maximum blijft, deed wat was beloofd:
daar is een zin uitleg genoeg.

Fout:

    BD-R4.lezingen:
      realisatie: 1 lezing

Goed:

    BD-R4.lezingen:
      realisatie: 1 lezing
      reden: overmacht
      toelichting: Door corona waren bijeenkomsten in een zaal bijna niet mogelijk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.woorden import Reden
from bkl.rules.engine.rule import Case
from bkl.rules.engine.together import VERSCHIL_ZONDER_TOELICHTING

KIND = Kind("BKL203", "verschil_zonder_reden", "fout")
REQUIRES = ("jaarverslag",)
_TELL = " Zet de oorzaak in een of twee zinnen bij `toelichting:`."


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per reported difference without a reden."""
    for vergelijking in case.vergelijkingen.values():
        given = vergelijking.realisatie
        if given is None or not vergelijking.wijkt_af or given.realisatie.reden is not None:
            continue
        if vergelijking.oordeel in ("niet gerapporteerd", "niet te bepalen"):
            continue
        if vergelijking.blijft_onder_maximum:
            continue
        untold = given.realisatie.toelichting is None
        what = "beter dan het doel" if vergelijking.oordeel == "gehaald" else vergelijking.oordeel
        yield Finding(
            KIND,
            f"{vergelijking.entry.id} is {what}, maar de reden "
            f"{'en de uitleg ontbreken' if untold else 'ontbreekt'}.",
            f"Zet `reden:` erbij. Kies uit: {', '.join(get_args(Reden))}.{_TELL if untold else ''}",
            case.in_jaarverslag(given.pad, "key"),
            dekt=(VERSCHIL_ZONDER_TOELICHTING,) if untold else (),
        )
