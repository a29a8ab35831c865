"""Wat is uitgesteld, staat in het werkplan van dat latere jaar.

Waarom: anders is er niemand meer die voor de belofte instaat. Zij verdwijnt stil.

Fout:

    uitvoering: uitgesteld naar 2022    # werkplan-2022 noemt de belofte niet

Goed:

    # werkplan-2022.yaml
    R1: {tekst: Lezingen., doel: 6 lezingen, vervolg_van: BD-R4.lezingen}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL308", "uitstel_zonder_vervolg", "waarschuwing")
REQUIRES = ("jaarverslag", "andere jaren")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per postponed promise that the plan of its new year does not hold."""
    for id_, jaar in case.werkmap.kwijt.items() if case.werkmap else ():
        given = case.dossier.realisaties.get(id_)
        route = (*given.pad, "uitvoering") if given else ("realisaties",)
        yield Finding(
            KIND,
            f"{id_} is uitgesteld naar {jaar}, maar staat niet in het werkplan van {jaar}.",
            f"Neem de belofte op in `werkplan-{jaar}.yaml`, met `vervolg_van: {id_}` als de code "
            "daar anders is.",
            case.in_jaarverslag(route),
        )
