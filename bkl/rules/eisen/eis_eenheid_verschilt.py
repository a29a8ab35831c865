"""Een gevraagde indicator staat in de eenheid van de definitie.

Waarom: bezoekers en bezoeken zijn niet hetzelfde. Wat in een andere eenheid staat, telt niet mee in
een totaal.

Fout:

    {definitie: prov:ontmoetingen@2, doel: 40 bezoekers}

Goed:

    {definitie: prov:ontmoetingen@2, doel: 40 ontmoetingen}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.vocabulary.eenheid import same_unit
from bkl.rules.engine.rule import Case

KIND = Kind("BKL604", "eis_eenheid_verschilt", "fout")
REQUIRES = ("eisen",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per indicator whose unit is not that of its shared definition."""
    for entry in case.dossier.indicatoren.values():
        naam = entry.indicator.gedeelde_definitie
        asked = case.gevraagd.eenheid(naam) if naam else None
        if naam is None or asked is None or not entry.leesbaar:
            continue
        own = entry.eenheid
        if own is not None and same_unit(own, asked):
            continue
        said = f"staat in {own}" if own else "noemt geen eenheid"
        yield Finding(
            KIND,
            f"{entry.id} {said}, maar `{naam}` telt {asked}.",
            f"Telt u {asked}? Zet dat in het doel, of `eenheid: {asked}` erbij. Telt u iets "
            "anders, haal dan de definitie weg.",
            case.in_werkplan((*entry.pad, "doel")),
        )
