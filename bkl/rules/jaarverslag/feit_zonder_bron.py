"""Bij een feit staat waar het vandaan komt.

Waarom: ook een cijfer zonder toezegging moet een lezer kunnen nazoeken.

Fout:

    feiten:
      website: {tekst: Bezoek aan onze website., cijfer: 12.400 bezoekers}

Goed:

    feiten:
      website: {tekst: Bezoek aan onze website., cijfer: 12.400 bezoekers, bron: telling}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL234", "feit_zonder_bron", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("feiten",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per fact without a source."""
    for naam, feit in case.jaarverslag.feiten.items():
        if not feit.bron:
            yield Finding(
                KIND,
                f"Bij het feit `{naam}` staat niet waar het vandaan komt.",
                "Zet `bron:` erbij: de naam van de bron en de plaats daarin.",
                case.in_jaarverslag(("feiten", naam), "key"),
            )
