"""What can be recorded at a code beside its figure, for who completes what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.recording.beside import parts_of
from bkl.api.recording.entry import find_entry
from bkl.api.recording.lists import funders_of, part_of
from bkl.api.workspace.year import choose, read_year, workspace_of

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier


def parts_to_set(folder: Path | None, code: str) -> list[str]:
    """Return the parts of a figure as `wijk=Noord`; nothing where there are none."""
    dossier = _dossier(folder)
    if dossier is None:
        return []
    try:
        entry = find_entry(dossier, code)
    except Gebruiksfout:
        return []
    return [f"{dimensie}={deel}" for dimensie, deel in parts_of(entry)]


def funders_to_set(folder: Path | None, code: str) -> list[str]:
    """Return who pays for a part of the plan as `Rijk=`; nothing where nobody is named."""
    dossier = _dossier(folder)
    part = part_of(dossier, code) if dossier is not None else None
    return [f"{name}=" for name in funders_of(dossier, part)] if dossier and part else []


def progress_to_set(folder: Path | None) -> list[str]:
    """Return the words of the plan for how something stands."""
    dossier = _dossier(folder)
    return list(dossier.werkplan.voortgangswoorden) if dossier is not None else []


def _dossier(folder: Path | None) -> Dossier | None:
    try:
        workspace = workspace_of(folder)
        return read_year(choose(workspace, None), workspace).dossier
    except (Gebruiksfout, Onbruikbaar):
        return None
