"""`eenheid` noemt dezelfde eenheid als de zin van het doel.

Waarom: het doel telt dan twee dingen tegelijk. bkl houdt de eenheid uit de zin aan; wat u bij
`eenheid` schreef, doet niets.

Fout:

    doel: zes lezingen
    eenheid: bezoekers

Goed:

    doel: zes lezingen
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.notatie.vocabulary.eenheid import factor
from bkl.rules.engine.rule import Case

KIND = Kind("BKL109", "eenheid_spreekt_doel_tegen", "waarschuwing")
KEYS = ("eenheid",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per indicator whose phrase counts something else than its `eenheid`."""
    for entry in case.dossier.indicatoren.values():
        doel, named = entry.doel, entry.indicator.eenheid
        if doel is None or doel.eenheid is None or named is None:
            continue
        if factor(doel.eenheid, named) is None:
            phrase = Related(case.in_werkplan((*entry.pad, "doel")), "hier staat het doel")
            yield Finding(
                KIND,
                f"Bij {entry.id} is de eenheid `{named}`, maar het doel telt `{doel.eenheid}`.",
                "Haal `eenheid` weg, of laat de eenheid uit de zin weg.",
                case.in_werkplan((*entry.pad, "eenheid")),
                related=(phrase,),
            )
