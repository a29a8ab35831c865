"""Wat gevraagd wordt, staat bij elk cijfer en elk oordeel.

Waarom: wie het verslag krijgt, wil weten waar een cijfer vandaan komt en waarom het anders liep.
Bron en onderbouwing horen bij wat is gerapporteerd, reden en toelichting bij wat afwijkt.

Fout:

    AD-R1: 12 ontmoetingen

Goed:

    AD-R1: {realisatie: 12 ontmoetingen, bron: telling}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.entries import RealisatieEntry
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.model.eisen import Veld
from bkl.rules.engine.rule import Case

KIND = Kind("BKL605", "eis_veld_ontbreekt", "fout")
REQUIRES = ("eisen", "jaarverslag")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per answer that lacks fields which are asked for."""
    for vergelijking in case.vergelijkingen.values():
        given, entry = vergelijking.realisatie, vergelijking.entry
        if given is None:
            continue
        asked = case.gevraagd.velden(entry.indicator.gedeelde_definitie)
        missing = [veld for veld in asked if _lacks(vergelijking, given, veld)]
        if missing:
            yield Finding(
                KIND,
                f"Bij {entry.id} vraagt {case.gevraagd.eisen.van} ook {' en '.join(missing)}.",
                f"Zet {' en '.join(f'`{veld}:`' for veld in missing)} erbij.",
                case.in_jaarverslag(given.pad, "key"),
            )


def _lacks(vergelijking: Vergelijking, given: RealisatieEntry, veld: Veld) -> bool:
    told = given.realisatie
    if veld == "bron":
        figure = given.waarde is not None and given.waarde.geen_cijfer is None
        return (figure or told.oordeel is not None) and not told.bron
    if veld == "onderbouwing":
        return told.oordeel is not None and told.onderbouwing is None
    if not vergelijking.wijkt_af or vergelijking.oordeel == "niet gerapporteerd":
        return False
    if veld == "reden":
        return told.reden is None
    return told.toelichting is None
