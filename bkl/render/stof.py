"""Stof: everything a report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bkl.domein.dossier import Dossier
from bkl.domein.vergelijking import Rij, Telling, Vergelijking


@dataclass(frozen=True, slots=True)
class Stof:
    """The matter for a report, as computed elsewhere; a report only orders and words it.

    `rijen` are all rows in the order of the plan and `telling` their counts. `digest` is the
    SHA-256 of the data files' bytes in hexadecimal. `workspace` may hold a folder
    `templates/` whose files go before those of bkl itself.
    """

    dossier: Dossier
    rijen: list[Rij]
    vergelijkingen: dict[str, Vergelijking]
    telling: Telling
    digest: str
    workspace: Path | None = None
