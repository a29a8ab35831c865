"""`gap`: what was promised beside what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.year import choose, read_year, workspace_of
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.dossier import Dossier
from bkl.domein.vergelijking import Rij, Telling
from bkl.domein.woorden import Oordeel
from bkl.gap.rows import build_rows, select, selections


@dataclass(frozen=True, slots=True)
class GapResult:
    """The selected rows with their counts. `alle` counts the whole plan."""

    dossier: Dossier
    selectie: str | None
    rijen: list[Rij]
    telling: Telling
    alle: Telling


def gap(
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    selectie: str | None = None,
    status: Sequence[Oordeel] = (),
) -> GapResult:
    """Compare what was promised with what was reached.

    `selectie` is a speerpunt, thema, doelgroep, onderdeel or indicator, in upper or lower
    case; `status` keeps only rows with those verdicts. Raises Gebruiksfout for an unknown
    selection (with a suggestion), Onbruikbaar when the files cannot be read.
    """
    workspace = workspace_of(folder)
    dossier, vergelijkingen = read_year(choose(workspace, jaar), workspace).usable()
    alle = build_rows(dossier, vergelijkingen)
    if selectie is not None:
        selectie = _known(selectie, selections(dossier, alle))
    rijen = select(dossier, alle, selectie) or []
    if status:
        rijen = [rij for rij in rijen if rij.vergelijking.oordeel in status]
    return GapResult(dossier, selectie, rijen, Telling.of(rijen), Telling.of(alle))


def choices(folder: Path | None = None) -> list[str]:
    """Return every selection that `gap` understands; empty when nothing can be read."""
    try:
        workspace = workspace_of(folder)
        dossier, vergelijkingen = read_year(choose(workspace, None), workspace).usable()
    except (Gebruiksfout, Onbruikbaar):
        return []
    return selections(dossier, build_rows(dossier, vergelijkingen))


def _known(selectie: str, known: list[str]) -> str:
    folded = {name.casefold(): name for name in known}
    if found := folded.get(selectie.casefold()):
        return found
    raise Gebruiksfout(
        f"`{selectie}` is geen speerpunt, thema, doelgroep, onderdeel of indicator.",
        did_you_mean(selectie, known) or f"Kies bijvoorbeeld uit: {', '.join(known[:12])}.",
    )
