"""Wie afwijkt van het doel, legt dat uit, ook als het meer werd.

Waarom: wie het verslag krijgt, wil bij elk verschil tussen doel en resultaat weten waarom. Meestal
vraagt een regel daar ook om. Een redencode alleen is nog geen uitleg. Bij `reden: niet
vermeld` is er niets uit te leggen, en bij een oordeel `niet te bepalen` is de onderbouwing de
uitleg.

Fout:

    BD-R4.lezingen:
      realisatie: 1 lezing
      reden: overmacht

Goed:

    BD-R4.lezingen:
      realisatie: 1 lezing
      reden: overmacht
      toelichting: Door corona waren bijeenkomsten in een zaal bijna niet mogelijk.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.rules.engine.rule import Case
from bkl.rules.engine.together import VERSCHIL_ZONDER_TOELICHTING

KIND = VERSCHIL_ZONDER_TOELICHTING
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per reported difference without a toelichting."""
    for vergelijking in case.vergelijkingen.values():
        given = vergelijking.realisatie
        if given is None or not vergelijking.wijkt_af or given.realisatie.toelichting is not None:
            continue
        told = given.realisatie
        if vergelijking.oordeel == "niet gerapporteerd" or told.reden == "niet vermeld":
            continue
        if vergelijking.oordeel == "niet te bepalen" and told.onderbouwing is not None:
            continue
        if told.reden is None and not _needs_no_reden(vergelijking):
            # one missing explanation is one finding: that of the reden asks for both
            continue
        what = "beter dan het doel" if vergelijking.oordeel == "gehaald" else vergelijking.oordeel
        yield Finding(
            KIND,
            f"{vergelijking.entry.id} is {what}, maar de uitleg ontbreekt.",
            "Zet `toelichting:` erbij: een of twee zinnen over de oorzaak.",
            case.in_jaarverslag(given.pad, "key"),
        )


def _needs_no_reden(vergelijking: Vergelijking) -> bool:
    return vergelijking.oordeel == "niet te bepalen" or vergelijking.blijft_onder_maximum
