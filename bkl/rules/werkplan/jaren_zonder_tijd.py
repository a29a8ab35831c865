"""Bij een doel over meer jaren staat of cijfers van jaren worden opgeteld.

Waarom: `310 cursisten` in het verslag van 2024 kan het cijfer van dat jaar zijn, of het totaal
sinds het begin van het plan. Zegt het plan dat niet, dan houdt bkl beide voor mogelijk, en is het
doel vaak niet te bepalen.

Fout:

    werkplan: 2023-2026
    …
    R1: {tekst: Cursussen., doel: 1.200 cursisten}

Goed:

    R1: {tekst: Cursussen., doel: 1.200 cursisten, tijd: som}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.over_years import adds_up
from bkl.rules.engine.rule import Case

KIND = Kind("BKL130", "jaren_zonder_tijd", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel of a plan of years that does not say how years come together."""
    for entry in case.dossier.indicatoren.values():
        if entry.indicator.tijd is None and adds_up(entry):
            yield Finding(
                KIND,
                f"{entry.id} gaat over {case.dossier.werkplan.werkplan}, maar er staat niet of "
                "cijfers van jaren worden opgeteld.",
                "Schrijf `tijd: som` voor cijfers per jaar, `tijd: cumulatief` voor een totaal "
                "sinds het begin, of `tijd: stand` voor hoe het op dat moment is.",
                case.in_werkplan((*entry.pad, "doel")),
            )
