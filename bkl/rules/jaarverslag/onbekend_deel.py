"""Een cijfer is uitgesplitst zoals het werkplan zegt.

Waarom: een deel met een andere naam is een ander deel. Zo staat het naast zijn doel, en volgend
jaar naast dit jaar.

Fout:

    uitsplitsing: {leeftijd: {jong: 40}}         # het werkplan kent `tot 18` en `vanaf 18`

Goed:

    uitsplitsing: {leeftijd: {tot 18: 40}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Route
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.uitsplitsing import ONBEKEND
from bkl.rules.engine.rule import Case

KIND = Kind("BKL236", "onbekend_deel", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("uitsplitsing",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per dimension or part that the plan does not know."""
    for id_, given in case.dossier.realisaties.items():
        entry = case.dossier.indicatoren.get(id_)
        if entry is None or not given.uitsplitsing:
            continue
        for name, known, route in _unknown(entry, given.realisatie.uitsplitsing):
            yield Finding(
                KIND,
                f"Het werkplan splitst {id_} niet uit naar `{name}`.",
                did_you_mean(name, known) or f"Kies uit: {', '.join(known) or 'niets'}.",
                case.in_jaarverslag((*given.pad, "uitsplitsing", *route), "key"),
            )


def _unknown(
    entry: IndicatorEntry, told: dict[str, dict[str, str]]
) -> Iterator[tuple[str, list[str], Route]]:
    for dimensie, delen in told.items():
        declared = entry.indicator.uitsplitsing.get(dimensie)
        if declared is None:
            yield dimensie, list(entry.indicator.uitsplitsing), (dimensie,)
            continue
        known = [*declared.delen, *declared.doelen]
        for deel in delen:
            if deel not in known and deel != ONBEKEND:
                yield deel, known, (dimensie, deel)
