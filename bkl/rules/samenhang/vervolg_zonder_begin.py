"""`vervolg_van` noemt een code uit een eerder werkplan.

Waarom: met die code vindt bkl de cijfers van eerdere jaren. Klopt hij niet, dan begint de reeks
opnieuw en is niet te zien waar de belofte vandaan komt.

Fout:

    vervolg_van: BD-R4.lezing

Goed:

    vervolg_van: BD-R4.lezingen
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL309", "vervolg_zonder_begin", "fout")
REQUIRES = ("andere jaren",)
KEYS = ("vervolg_van",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per indicator that continues something no earlier plan has."""
    for id_ in case.werkmap.herkomstloos if case.werkmap else ():
        entry = case.dossier.indicatoren[id_]
        yield Finding(
            KIND,
            f"`{entry.indicator.vervolg_van}` staat in geen eerder werkplan.",
            "Neem de code precies over uit het werkplan van toen, of haal de regel weg.",
            case.in_werkplan((*entry.pad, "vervolg_van")),
        )
