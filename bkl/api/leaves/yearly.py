"""From a year as read to rows of the dataset, each with the places that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bkl.api.workspace.year import Year
from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.portfolio.rows import Plekken, Provenance, Row, Spot, rows_of

if TYPE_CHECKING:
    from bkl.domein.model.definities import Definitie


def rows_of_year(year: Year, werkmap: str, definities: Mapping[str, Definitie]) -> Iterator[Row]:
    """Yield the rows of a year; raises Onbruikbaar when nothing can be computed with it."""
    dossier, vergelijkingen = year.usable()
    plan, verslag = year.werkplan, year.jaarverslag

    def promise(entry: IndicatorEntry) -> Spot:
        if plan is None or plan.tree is None:
            return None
        return plan.name, plan.tree.line_of(entry.pad)

    def answer(given: RealisatieEntry) -> Spot:
        if verslag is None or verslag.tree is None:
            return None
        return verslag.name, verslag.tree.line_of(given.pad)

    herkomst, plekken = Provenance(werkmap, year.digest), Plekken(promise, answer)
    yield from rows_of(dossier, vergelijkingen, herkomst, plekken, definities)
