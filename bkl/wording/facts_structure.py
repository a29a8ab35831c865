"""Facts of a plan in levels: what stands under what, contributes to what, and who answers for it.

The keys are there in every row of such a plan, and in no row of another.
"""

from __future__ import annotations

from collections.abc import Callable

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.structure.sections import sections_of
from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.gap.result import GapResult
from bkl.gap.rows import branches
from bkl.wording.facts import Feiten
from bkl.wording.jsontext import JsonValue

LAAG = frozenset(("pad", "uitvoerders", "portefeuillehouders", "draagt_bij_aan", "bijdragen"))
"""The keys of a row, which are about the promise alone."""


def level_facts(rij: Rij, dossier: Dossier) -> Feiten:
    """Return what is told of one row: `pad` are the speerpunten from the top to its own."""
    entry, lines = rij.vergelijking.entry, dossier.bijdragen
    return {
        "pad": dossier.nesting.keten(rij.speerpunt),
        "uitvoerders": entry.uitvoerders,
        "portefeuillehouders": entry.portefeuillehouders,
        "draagt_bij_aan": lines.heen.get(rij.id, ()),
        "bijdragen": lines.terug.get(rij.id, ()),
    }


def structure_facts(result: GapResult, counted: Callable[[Telling], Feiten]) -> Feiten:
    """Return `opbouw`, every speerpunt with the counts of its whole branch, and `bijdragen`.

    A branch is part of the one above it: only those without `onder` add up to the plan. Under
    `bijdragen` stand onderdelen that contribute as a whole, and have figures by name.
    """
    dossier = result.dossier
    lines, rows = dossier.bijdragen, branches(dossier, result.rijen)
    opbouw: list[JsonValue] = [
        {
            "code": code,
            "titel": dossier.werkplan.title_of(code, speerpunt),
            "sectie": sectie,
            "onder": dossier.nesting.ouders.get(code),
            "laag": dossier.nesting.diepte(code) + 1,
            "uitvoerders": speerpunt.uitvoerder,
            "portefeuillehouders": speerpunt.portefeuillehouder,
            "draagt_bij_aan": lines.heen.get(code, ()),
            "bijdragen": lines.terug.get(code, ()),
            **counted(Telling.of(rows.get(code, ()))),
        }
        for sectie, speerpunten in sections_of(dossier.werkplan).items()
        for code, speerpunt in speerpunten.items()
        if code in rows or result.selectie is None
    ]
    return {"opbouw": opbouw, "bijdragen": _wholes(result)}


def _wholes(result: GapResult) -> list[JsonValue]:
    lines = result.dossier.bijdragen
    rows = {rij.id for rij in result.rijen}
    wholes = dict.fromkeys(f"{rij.speerpunt}-{rij.onderdeel}" for rij in result.rijen)
    return [
        {
            "id": id_,
            "draagt_bij_aan": lines.heen.get(id_, ()),
            "bijdragen": lines.terug.get(id_, ()),
        }
        for id_ in wholes
        if id_ not in rows and (id_ in lines.heen or id_ in lines.terug)
    ]
