"""Een doel is achteraf te toetsen.

Waarom: bij een doel zonder maat kan niemand zeggen of het is gehaald. In het verslag staat dan
`niet toetsbaar`.

Fout:

    R1: {tekst: Meer bereik onder jongeren., eenheid: jongeren}

Goed:

    R1: {tekst: Meer bereik onder jongeren., doel: minimaal 200 jongeren}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL106", "niet_toetsbaar", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel that nobody can hold against a figure."""
    for entry in case.dossier.indicatoren.values():
        named = entry.doel is not None and entry.doel.soort == "niet toetsbaar"
        only_unit = entry.doel is None and entry.indicator.eenheid is not None
        if named or only_unit:
            yield Finding(
                KIND,
                f"Van {entry.id} is achteraf niet te zeggen of het is gehaald.",
                "Zet er `doel:` met een hoeveelheid bij, of laat `eenheid` weg: dan oordeelt een "
                "mens.",
                case.in_werkplan((*entry.pad, "doel" if named else "eenheid")),
            )
