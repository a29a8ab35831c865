"""`richting`, `nulmeting` en `uniek` horen bij een doel met een cijfer.

Waarom: bij een toezegging zonder cijfer doen ze niets. Meestal is het doel vergeten, of staat de
sleutel bij het verkeerde onderdeel.

Fout:

    R1: {tekst: Het netwerk is sterker., nulmeting: 12 partners}

Goed:

    R1: {tekst: Het netwerk is sterker., doel: 20 partners, nulmeting: 12 partners}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL111", "kenmerk_zonder_doel", "waarschuwing")
KEYS = ("richting", "nulmeting", "uniek")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per key that says something about a figure that is not there."""
    for entry in case.dossier.indicatoren.values():
        if entry.doel and entry.doel.soort not in ("gereed", "kwalitatief"):
            continue
        given = entry.indicator
        for key, there in zip(KEYS, (given.richting, given.nulmeting, given.uniek), strict=True):
            if there:
                yield Finding(
                    KIND,
                    f"Bij {entry.id} staat `{key}`, maar er is geen doel met een cijfer.",
                    f"Zet er `doel:` met een hoeveelheid bij, of haal `{key}` weg.",
                    case.in_werkplan((*entry.pad, key), "key"),
                )
