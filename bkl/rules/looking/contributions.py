"""What rules on contributions share: which figures are parts of which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bkl.domein.dossier.structure.adding import Within, alike, may_be_added

if TYPE_CHECKING:
    from bkl.domein.dossier.entries import IndicatorEntry
    from bkl.rules.engine.rule import Case


def wholes(case: Case) -> Iterator[tuple[IndicatorEntry, list[IndicatorEntry]]]:
    """Yield each figure with those that contribute to it and may be added up to it.

    Only what counts the same in the same unit is a part of it: ten lessons contribute to more
    people who take part, and are not people. Unique people are never parts.
    """
    dossier = case.dossier
    if not dossier.bijdragen.heen:
        return
    addable = [one for one in dossier.indicatoren.values() if _counts(one)]
    within = Within(dossier.bijdragen, dossier.nesting, addable)
    parts: dict[str, list[IndicatorEntry]] = {}
    for one in addable:
        holding = [whole for whole in within.wholes(one) if alike(one, whole)]
        # what is part of a part is in it already
        inner = {outer.id for whole in holding for outer in within.wholes(whole)}
        for whole in holding:
            if whole.id not in inner:
                parts.setdefault(whole.id, []).append(one)
    for id_, inside in parts.items():
        yield dossier.indicatoren[id_], inside


def _counts(entry: IndicatorEntry) -> bool:
    return may_be_added(entry) and not entry.indicator.uniek
