"""The facts of a table of periods, for programs: one contract of `gap` and `render` alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bkl.wording.facts import Feiten, bounds, open_ends, toets_facts
from bkl.wording.periods import figure_told

if TYPE_CHECKING:
    from bkl.gap.periods.cells import Vakcel
    from bkl.gap.periods.due import Vaktoets
    from bkl.gap.periods.figures import Vakcijfer
    from bkl.gap.periods.table import Periodetabel


def period_facts(tabel: Periodetabel) -> Feiten:
    """Return the periods, and per indicator a cell for each; null where nothing is known.

    `bereikt` is of the period alone and `samen` of all periods so far, null where the plan
    does not let figures be added. `doelen` are those due in the period.
    """
    return {
        "soort": tabel.soort,
        "tijdvakken": [
            {"naam": vak.naam, "begin": vak.begin.isoformat(), "eind": vak.eind.isoformat()}
            for vak in tabel.vakken
        ],
        "reeksen": [
            {
                "id": reeks.rij.id,
                "tijd": reeks.rij.vergelijking.entry.indicator.tijd,
                "cellen": [cell_facts(cel) for cel in reeks.cellen],
            }
            for reeks in tabel.reeksen
        ],
        "zonder": tabel.zonder,
    }


def cell_facts(cel: Vakcel) -> Feiten:
    """Return what is told of one indicator in one period."""
    return {
        "periode": cel.vak.naam,
        "fase": cel.fase,
        "bereikt": _figure(cel.bereikt),
        "samen": _figure(cel.samen),
        "doelen": [due_facts(one) for one in cel.toetsen],
    }


def due_facts(one: Vaktoets) -> Feiten:
    """Return a doel that is due in a period, held against the figure of its day."""
    return {
        "wat": one.wat,
        "dag": one.dag.isoformat(),
        **(toets_facts(one.toets) or {}),
        "realisatie": one.gegeven,
        "vlaggen": one.toets.vlaggen,
        "nodig": one.toets.nodig,
        "tijdigheid": one.tijdigheid,
    }


def _figure(cijfer: Vakcijfer | None) -> Feiten | None:
    if cijfer is None:
        return None
    interval = cijfer.waarde.interval if cijfer.waarde is not None else None
    low, high = bounds(interval) or (None, None)
    return {"tekst": figure_told(cijfer), "min": low, "max": high, **open_ends(interval)}
