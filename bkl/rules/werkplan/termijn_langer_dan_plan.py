"""De termijn in een doel past bij het plan.

Waarom: een doel voor 2025 in een plan over 2021 is aan het eind van 2021 nog niet te beoordelen.
Wat u dit jaar belooft, staat dan nergens. Zet er een mijlpaal of een doel per jaar bij.

Fout:

    doel: 80 deelnemers over 2 jaar

Goed:

    doel: 80 deelnemers
    deadline: 31-12-2022
    mijlpalen: {eind 2021: 40 deelnemers}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.case import Case

KIND = Kind("BKL124", "termijn_langer_dan_plan", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel whose own term ends after the plan, without a step before it."""
    plan = case.dossier.werkplan.werkplan
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is None or doel.delen.termijn is None or doel.delen.dag is None:
            continue
        if entry.mijlpalen or entry.jaardoelen or doel.delen.dag <= plan.eind:
            continue
        yield Finding(
            KIND,
            f"Het doel van {entry.id} loopt tot {doel.delen.dag:%d-%m-%Y}: "
            f"`{doel.delen.termijn.tekst}`; het plan is van {plan}.",
            "Zet in `mijlpalen` of `jaardoelen` wat er eerder moet staan.",
            case.in_werkplan((*entry.pad, "doel")),
        )
