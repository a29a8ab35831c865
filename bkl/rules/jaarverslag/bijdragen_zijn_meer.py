"""Wat bijdraagt, is samen niet meer dan het geheel.

Waarom: bij cijfers die mogen worden opgeteld (`optellen: ja`) is wat bijdraagt een deel van het
geheel. Zijn de delen samen meer, dan is een van de cijfers fout, of telt het ene iets anders.

Fout:

    1-R1: 118 deelnemers
    1.1-A1: 70 deelnemers    # draagt bij aan 1-R1
    1.2-A1: 50 deelnemers    # draagt bij aan 1-R1

Goed:

    1-R1: 120 deelnemers
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.uitsplitsing import add
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.rules.engine.rule import Case
from bkl.rules.looking.contributions import wholes

KIND = Kind("BKL239", "bijdragen_zijn_meer", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("draagt_bij_aan",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure that is surely less than what contributes to it."""
    for whole, parts in wholes(case):
        reached = case.vergelijkingen[whole.id].waarde
        given = case.dossier.realisaties.get(whole.id)
        share = is_percentage(whole.eenheid or "") or (whole.doel and whole.doel.per is not None)
        if reached is None or reached.high is None or given is None or share:
            continue
        known = {part.id: case.vergelijkingen[part.id].waarde for part in parts}
        together = add(known.values())
        if together is None or together.low is None:
            continue
        if reached.below(Interval(together.low, None, together.low_open)):
            ids = ", ".join(id_ for id_, figure in known.items() if figure is not None)
            yield Finding(
                KIND,
                f"{whole.id} is {write_number(reached.high)} {whole.eenheid}, maar wat eraan "
                f"bijdraagt is samen al {write_number(together.low)}: {ids}.",
                "Maak een van de cijfers goed, of haal `draagt_bij_aan` weg in het werkplan.",
                case.in_jaarverslag(given.pad, "key"),
            )
