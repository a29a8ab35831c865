"""The matter for reports: one year, read and weighed."""

from __future__ import annotations

from pathlib import Path

from bkl.api.year import choose, read_year
from bkl.domein.vergelijking import Telling
from bkl.gap.rows import build_rows
from bkl.render.stof import Stof


def read_stof(workspace: Path, jaar: int | None = None) -> Stof:
    """Return the matter of one year, the newest by default.

    Raises Gebruiksfout for a year that is not there, Onbruikbaar for files that cannot be read.
    """
    year = read_year(choose(workspace, jaar), workspace)
    dossier, vergelijkingen = year.usable()
    rijen = build_rows(dossier, vergelijkingen)
    return Stof(dossier, rijen, vergelijkingen, Telling.of(rijen), year.digest, workspace)
