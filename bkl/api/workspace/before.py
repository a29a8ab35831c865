"""The year before: its files, where a plan compares itself with what was reached then."""

from __future__ import annotations

from pathlib import Path

from bkl.api.workspace.folder import Jaargang, covered_years
from bkl.domein.dossier.vorig_jaar import names_last_year


def year_before(plan: bytes, folder: Path | None, jaar: int | None) -> Jaargang | None:
    """Return the files of the year before, None where nothing asks for them or one is missing."""
    if folder is None or jaar is None or not names_last_year(plan.decode("utf-8", "replace")):
        return None
    found = covered_years(folder).get(jaar - 1)
    return found if found and found.werkplan and found.jaarverslag else None
