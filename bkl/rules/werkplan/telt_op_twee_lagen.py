"""Een cijfer op twee lagen zegt of het ene in het andere zit.

Waarom: telt een speerpunt deelnemers, en een speerpunt eronder ook, en mogen beide worden opgeteld
(`optellen: ja`), dan telt het totaal misschien dezelfde mensen twee keer. `draagt_bij_aan` zegt dat
het ene in het andere zit; een eigen `definitie` zegt dat zij iets anders tellen. Tot dat duidelijk
is, loopt het totaal van het grootste van beide tot de som.

Fout:

    1-R1: {doel: 120 deelnemers, optellen: ja}
    1.1-A1: {doel: 70 deelnemers, optellen: ja}

Goed:

    1-R1: {doel: 120 deelnemers, optellen: ja}
    1.1-A1: {doel: 70 deelnemers, optellen: ja, draagt_bij_aan: 1-R1}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.structure.adding import Within, alike, may_be_added
from bkl.rules.engine.rule import Case

KIND = Kind("BKL136", "telt_op_twee_lagen", "waarschuwing")
KEYS = ("optellen",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure that one on a higher level may hold, without saying so."""
    dossier, by_code = case.dossier, dict[str, list[IndicatorEntry]]()
    if not dossier.nesting.ouders:
        return
    addable = [one for one in dossier.indicatoren.values() if may_be_added(one)]
    within = Within(dossier.bijdragen, dossier.nesting, addable)
    for entry in addable:
        by_code.setdefault(entry.speerpunt, []).append(entry)
    for entry in addable:
        chain = dossier.nesting.keten(entry.speerpunt)[:-1]
        higher = (one for above in chain for one in by_code.get(above, ()))
        above = next((one for one in higher if alike(entry, one)), None)
        if above is None or entry.indicator.uniek:
            continue
        if above in within.wholes(entry) or entry in within.wholes(above):
            continue
        yield Finding(
            KIND,
            f"{entry.id} en {above.id} tellen allebei {entry.eenheid}, op twee lagen. Zit het ene "
            "in het andere?",
            f"Zo ja, zet `draagt_bij_aan: {above.id}` bij {entry.id}; geef anders elk een eigen "
            "`definitie`.",
            case.in_werkplan(entry.pad, "key"),
            related=(Related(case.in_werkplan(above.pad, "key"), "dit telt hetzelfde"),),
        )
