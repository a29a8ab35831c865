"""Elke gevraagde indicator staat in het werkplan.

Waarom: wie subsidie geeft, telt van alle organisaties hetzelfde op. Dat kan alleen als in elk plan
staat welke indicator dat is. De naam van de definitie zegt dat: `prov:ontmoetingen@2`.

Fout:

    ontmoetingen: {tekst: Bijeenkomsten in de wijk, doel: 40 ontmoetingen}

Goed:

    ontmoetingen:
      tekst: Bijeenkomsten in de wijk
      doel: 40 ontmoetingen
      definitie: prov:ontmoetingen@2
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL602", "eis_indicator_ontbreekt", "fout")
REQUIRES = ("eisen",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per definition that is asked for and that no indicator names."""
    there = {one.indicator.gedeelde_definitie for one in case.dossier.indicatoren.values()}
    for naam, asked in case.gevraagd.eisen.indicatoren.items():
        if not asked.verplicht or naam in there:
            continue
        unit = case.gevraagd.eenheid(naam)
        yield Finding(
            KIND,
            f"{case.gevraagd.vrager} vraagt een indicator met definitie `{naam}`"
            f"{f', in {unit}' if unit else ''}. Die staat niet in het plan.",
            f"Telt een indicator precies dit? Zet daar `definitie: {naam}` bij. Neem er anders een "
            "op, met een doel.",
            case.in_werkplan(("werkplan",)),
        )
