"""Wat met `ook_bij` wordt gedeeld, heeft maar één doel.

Waarom: staat bij het andere onderdeel ook een eigen doel in dezelfde eenheid, dan telt dezelfde
belofte twee keer, soms met twee verschillende cijfers.

Fout:

    AE-A5: {doel: minimaal 2 sessies, ook_bij: [AF-A6]}
    AF-A6: {doel: 3 sessies}

Goed:

    AE-A5: {doel: minimaal 2 sessies, ook_bij: [AF-A6]}
    AF-A6: Inspiratiesessies voor jong en oud. Dit zijn dezelfde als bij AE-A5.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.dossier.dossier import IndicatorEntry
from bkl.domein.notatie.vocabulary.eenheid import factor
from bkl.rules.engine.rule import Case

KIND = Kind("BKL115", "doel_staat_dubbel", "fout")
KEYS = ("ook_bij",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel of an onderdeel that a shared doel promises there already.

    Of many shared doelen in one unit the first is named.
    """
    own: dict[str, list[IndicatorEntry]] = {}
    for entry in case.dossier.indicatoren.values():
        if entry.doel is not None:
            own.setdefault(entry.onderdeel_id, []).append(entry)
    for onderdeel_id, shared in case.dossier.verschijningen.items():
        by_unit: dict[str | None, IndicatorEntry] = {}
        for entry in shared:
            by_unit.setdefault(entry.eenheid, entry)
        for entry in own.get(onderdeel_id, ()):
            for unit, first in by_unit.items():
                if entry.eenheid is None or unit is None or factor(entry.eenheid, unit) is None:
                    continue
                there = Related(case.in_werkplan((*first.pad, "doel")), "hetzelfde doel staat hier")
                yield Finding(
                    KIND,
                    f"{entry.id} heeft een eigen doel, maar {first.id} geldt hier ook "
                    f"(`ook_bij: {onderdeel_id}`).",
                    "Haal een van de twee doelen weg, of haal de code uit `ook_bij`.",
                    case.in_werkplan((*entry.pad, "doel")),
                    related=(there,),
                )
