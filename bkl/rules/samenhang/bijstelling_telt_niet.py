"""Een bijstelling telt mee met een akkoord dat op tijd kwam.

Waarom: een doel dat na afloop is verlaagd, of waar niemand mee instemde, geldt niet. Het verslag
toont de bijstelling wel, maar oordeelt over het oorspronkelijke doel.

Fout:

    - {indicator: BD-R4.lezingen, datum: 15-06-2021, doel: vier lezingen, reden: overmacht}

Goed:

    - indicator: BD-R4.lezingen
      datum: 15-06-2021
      doel: vier lezingen
      reden: overmacht
      akkoord: brief van de Provincie
      akkoord_datum: 01-07-2021
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place
from bkl.rules.engine.rule import Case

KIND = Kind("BKL307", "bijstelling_telt_niet", "waarschuwing")
KEYS = ("wijzigingen",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per change that does not count, with the reason why."""
    if case.bijstellingen is None:
        return
    numbers = {id(one): nummer for nummer, one in enumerate(case.bijstellingen.wijzigingen)}
    for vergelijking in case.vergelijkingen.values():
        for deel in vergelijking.bijstellingen:
            if deel.bezwaar is None or deel.bijstelling is None:
                continue
            nummer = numbers[id(deel.bijstelling.wijziging)]
            yield Finding(
                KIND,
                f"Deze bijstelling van {vergelijking.entry.id} telt niet mee: {deel.bezwaar}.",
                "Zet er `akkoord:` en `akkoord_datum:` bij, met een datum voor het einde van de "
                "periode.",
                Place(case.bijstellingen_file, ("wijzigingen", nummer, "indicator")),
            )
