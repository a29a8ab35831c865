"""Een deel van minder dan vijf mensen komt niet in een openbaar rapport.

Waarom: wie drie mensen in een wijk telt, wijst hen bijna aan. bkl verbergt zo'n deel, en ook het
deel dat daarna het kleinst is: anders is het af te leiden uit het geheel. `bkl gap` toont u alles.
Gaat het niet om mensen, zet dan in het werkplan `personen: nee`.

Fout:

    uitsplitsing: {wijk: {Noord: 3, Zuid: 40, West: 52}}     # Noord en Zuid blijven verborgen

Goed:

    uitsplitsing: {wijk: {Noord en Zuid: 43, West: 52}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.uitsplitsing import hidden_names
from bkl.rules.engine.rule import Case

KIND = Kind("BKL237", "klein_deel_verborgen", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("uitsplitsing",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per dimension of which parts are hidden in public."""
    for id_, given in case.dossier.realisaties.items():
        for one in given.uitsplitsing:
            if one.verborgen:
                names = hidden_names(one, one.verborgen)
                yield Finding(
                    KIND,
                    f"In een openbaar rapport staan van {id_} naar {one.dimensie} niet: "
                    f"{', '.join(names)}.",
                    "Voeg kleine delen samen, of laat het zo: dan blijven ze verborgen.",
                    case.in_jaarverslag((*given.pad, "uitsplitsing", one.dimensie), "key"),
                )
