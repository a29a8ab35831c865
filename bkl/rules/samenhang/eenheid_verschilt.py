"""Doel en realisatie tellen hetzelfde.

Waarom: lezingen zijn geen bezoekers en werkdagen zijn geen kalenderdagen. Verschilt de eenheid,
dan is er niets te vergelijken.

Fout:

    doel: zes lezingen          # werkplan
    realisatie: 80 bezoekers    # jaarverslag

Goed:

    realisatie: 1 lezing
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Route
from bkl.domein.dossier.dossier import IndicatorEntry, RealisatieEntry
from bkl.domein.notatie.eenheid import factor
from bkl.domein.notatie.waarde import Waarde
from bkl.rules.engine.rule import Case

KIND = Kind("BKL301", "eenheid_verschilt", "fout")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure in a unit that does not convert to that of the doel."""
    for id_, given in case.dossier.realisaties.items():
        entry = case.dossier.indicatoren.get(id_)
        if entry is None or entry.eenheid is None or given.realisatie.andere_definitie:
            continue
        for route, waarde in _figures(given):
            if waarde.eenheid is None or factor(waarde.eenheid, entry.eenheid) is not None:
                continue
            yield _finding(case, entry, route, waarde.eenheid)


def _figures(given: RealisatieEntry) -> Iterator[tuple[Route, Waarde]]:
    if given.waarde is not None:
        yield (*given.pad, "realisatie"), given.waarde
    # a tegenspraak that cannot be read shifts the others; reading has reported the entry then
    for nummer, waarde in enumerate(given.tegenspraak):
        yield (*given.pad, "tegenspraak", nummer, "realisatie"), waarde


def _finding(case: Case, entry: IndicatorEntry, route: Route, eenheid: str) -> Finding:
    promised = Related(case.in_werkplan((*entry.pad, "doel")), "hier staat het doel")
    return Finding(
        KIND,
        f"De realisatie van {entry.id} telt `{eenheid}`, het doel telt `{entry.eenheid}`.",
        "Gebruik de eenheid van het doel. Telt dit cijfer echt iets anders, zet het dan onder "
        "`verwant:` of leg het uit met `andere_definitie:`.",
        case.in_jaarverslag(route),
        related=(promised,),
    )
