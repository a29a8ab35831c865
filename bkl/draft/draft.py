"""The pipeline: a file, its blocks, its sections, its promises and figures, settled."""

from __future__ import annotations

from pathlib import Path

from bkl.domein.notatie.values.jaren import Planjaren
from bkl.draft.errors import Documentfout
from bkl.draft.front import read_front
from bkl.draft.plan import DraftPlan
from bkl.draft.reading.read import read_document
from bkl.draft.settle import settle
from bkl.draft.structure.assemble import assemble


def draft_plan(
    path: Path, *, jaren: Planjaren | None = None, organisatie: str | None = None, today: int
) -> DraftPlan:
    """Return the werkplan that a document proposes.

    `jaren` and `organisatie` win from what the document says; `today` is the year when neither
    tells one. Raises Documentfout when there is no plan to read, OSError for the file.
    """
    blocks = read_document(path)
    if not any(block.text or block.cells for block in blocks):
        raise Documentfout("In dit document staat geen tekst.", "Geef het document met het plan.")
    front = read_front(blocks, path.stem)
    years = jaren or front.jaren or Planjaren(today, today)
    plan = assemble(
        blocks,
        years,
        organisatie or front.organisatie or "Onze organisatie",
        front.titel or f"Werkplan {years}",
    )
    if jaren is None and front.jaren is None:
        plan.nakijken.append(f"het document noemt geen jaar; hier staat {today}")
    if organisatie is None:
        named = front.organisatie is not None
        plan.nakijken.append(
            "is dit uw organisatie?" if named else "vul de naam van uw organisatie in"
        )
    settle(plan)
    return plan
