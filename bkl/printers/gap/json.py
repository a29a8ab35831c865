"""The comparison for programs: the stable contract of design §6, one object per indicator."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.printers.screen import Screen
from bkl.wording.facts import facts, tally
from bkl.wording.facts_beside import more_facts, summary, whole_facts
from bkl.wording.jsontext import dump


def show(result: GapResult, screen: Screen) -> str:
    """Return one JSON object. Keys may be added, never renamed or left out."""
    return dump(
        {
            "jaar": result.dossier.jaar,
            "selectie": result.selectie,
            "indicatoren": [{**facts(rij), **more_facts(rij, result)} for rij in result.rijen],
            "telling": tally(result.telling),
            "samenvatting": summary(result.telling),
            **whole_facts(result),
            "status": result.status,
        }
    )
