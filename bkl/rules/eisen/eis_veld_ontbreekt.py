"""Wat gevraagd wordt, staat bij elk cijfer en elk oordeel.

Waarom: wie het verslag krijgt, wil weten waar een cijfer vandaan komt en waarom het anders liep.
Bron en bewijs horen bij elk cijfer en elk oordeel, een onderbouwing alleen bij een oordeel van een
mens, reden en toelichting bij wat afwijkt. Bewijs is een bron met een `bestand:` of een `url:`.

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
from bkl.domein.model.jaarverslag import Jaarverslag
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
        shown = _shown(case.jaarverslag, given)
        missing = [veld for veld in asked if _lacks(vergelijking, given, veld, shown=shown)]
        if missing:
            yield Finding(
                KIND,
                f"Bij {entry.id} vraagt {case.gevraagd.eisen.van} ook {' en '.join(missing)}.",
                " ".join(_cures(missing)),
                case.in_jaarverslag(given.pad, "key"),
            )


def _cures(missing: list[Veld]) -> Iterator[str]:
    written = [f"`{veld}:`" for veld in missing if veld != "bewijs"]
    if written:
        yield f"Zet {' en '.join(written)} erbij."
    if "bewijs" in missing:
        yield "Zet bij de bron een `bestand:` of een `url:`."


def _shown(verslag: Jaarverslag, given: RealisatieEntry) -> bool:
    """Tell whether one of the sources leads to a file or a page."""
    named = given.realisatie.bron
    known = [verslag.bronnen.get(one.sleutel) for one in named]
    return any(one is not None and (one.bestand or one.url) for one in (*named, *known))


def _lacks(vergelijking: Vergelijking, given: RealisatieEntry, veld: Veld, *, shown: bool) -> bool:
    told = given.realisatie
    figure = given.waarde is not None and given.waarde.geen_cijfer is None
    if veld in ("bron", "bewijs"):
        there = shown if veld == "bewijs" else told.bron
        return (figure or told.oordeel is not None) and not there
    if veld == "onderbouwing":
        return told.oordeel is not None and told.onderbouwing is None
    if not vergelijking.wijkt_af or vergelijking.oordeel == "niet gerapporteerd":
        return False
    if veld == "reden":
        return told.reden is None
    return told.toelichting is None
