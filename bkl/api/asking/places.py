"""Where an answer belongs: the file and the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkl.diagnostics.position import Place, Route

if TYPE_CHECKING:
    from bkl.api.workspace.year import Year


def where(year: Year, id_: str) -> str:
    """Return the file and line of the realisatie, else of the promise."""
    verslag, plan = year.jaarverslag, year.werkplan
    route = ("realisaties", id_)
    if verslag is not None and verslag.tree is not None and verslag.tree.node(route) is not None:
        return f"{verslag.name}:{verslag.tree.locate(route).line}"
    if plan is None or plan.tree is None or year.dossier is None:
        return ""
    place = Place(plan.name, year.dossier.indicatoren[id_].pad)
    return f"{plan.name}:{plan.tree.locate(place.route, 'key').line}"


def where_money(year: Year, code: str) -> str:
    """Return the file and line of the money of a part, else of its budget."""
    dossier, verslag, plan = year.dossier, year.jaarverslag, year.werkplan
    route: Route = ("geld", code)
    if verslag is not None and verslag.tree is not None and verslag.tree.node(route) is not None:
        return f"{verslag.name}:{verslag.tree.locate(route, 'key').line}"
    if plan is None or plan.tree is None or dossier is None:
        return ""
    found = dossier.speerpunt(code)
    route = ("geld",) if found is None else (found[0], code, "geld")
    return f"{plan.name}:{plan.tree.locate(route, 'key').line}"
