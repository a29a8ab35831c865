"""The figures of a jaarverslag, each with its indicator and its place."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.position import Route
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.rules.engine.case import Case


def told_figures(case: Case) -> Iterator[tuple[IndicatorEntry, Route, Waarde]]:
    """Yield every figure of the year that is meant for the doel of its indicator."""
    for id_, given in case.dossier.realisaties.items():
        entry = case.dossier.indicatoren.get(id_)
        if entry is None or given.realisatie.andere_definitie:
            continue
        if given.waarde is not None:
            yield entry, (*given.pad, "realisatie"), given.waarde
        # a tegenspraak that cannot be read shifts the others; reading has reported the entry then
        for nummer, waarde in enumerate(given.tegenspraak):
            yield entry, (*given.pad, "tegenspraak", nummer, "realisatie"), waarde
