"""Facts that only some plans have: the keys are there in every row, or in none.

They come with what a plan uses, such as several years, so that programs which read other plans
meet nothing new.
"""

from __future__ import annotations

from bkl.domein.dossier.verdicts import Rij
from bkl.gap.result import GapResult
from bkl.wording.facts import Feiten, bounds


def plan_facts(result: GapResult) -> Feiten:
    """Return what is told of the plan as a whole."""
    jaren = result.dossier.werkplan.werkplan
    if jaren.lengte == 1 and not jaren.school:
        return {}
    return {
        "periode": {
            "plan": str(jaren),
            "begin": jaren.begin.isoformat(),
            "eind": jaren.eind.isoformat(),
            "jaar": str(result.dossier.jaar),
        }
    }


def row_facts(rij: Rij, result: GapResult) -> Feiten:
    """Return what is told of one row."""
    if result.dossier.werkplan.werkplan.lengte == 1:
        return {}
    given = rij.vergelijking.realisatie
    totaal = None
    if given is not None and given.totaal is not None and given.sinds is not None:
        low, high = bounds(given.totaal.interval) or (None, None)
        text = given.totaal.tekst
        totaal = {"sinds": str(given.sinds), "tekst": text, "min": low, "max": high}
    return {"over_jaren": totaal}
