"""`gap`: what was promised beside what was reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bkl.api.errors import Gebruiksfout, Onbruikbaar
from bkl.api.workspace.year import choose, read_year, workspace_of
from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Telling, Vergelijking
from bkl.domein.woorden import (
    INDELINGEN,
    PERIODEN,
    PERIODESOORTEN,
    Indeling,
    Oordeel,
    Periodesoort,
    fold,
)
from bkl.gap.result import GapResult
from bkl.gap.rows import build_rows, select, selections

if TYPE_CHECKING:
    from bkl.api.workspace.year import Year
    from bkl.domein.dossier.signed import AkkoordStand
    from bkl.gap.groepen import Groeptelling
    from bkl.gap.periods.table import Periodetabel
    from bkl.gap.samenstelling import Samenstelling
    from bkl.gap.years import Reeks, Vervolg


def gap(
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    selectie: str | None = None,
    status: Sequence[Oordeel] = (),
    vanaf: int | None = None,
    per: Indeling | Periodesoort | Literal["periode"] | None = None,
    explain: bool = False,
) -> GapResult:
    """Compare what was promised with what was reached.

    `selectie` is a speerpunt, thema, doelgroep, onderdeel or indicator, in upper or lower
    case; `status` keeps only rows with those verdicts. `vanaf` adds the years from that one
    on; `per` counts by a key, or lays the rows out by periods: weeks, months, quarters, years, or
    (`periode`) such as were measured. `explain` asks how each verdict came about. Raises
    Gebruiksfout for an unknown selection, Onbruikbaar when a year that is needed is unreadable.
    """
    workspace = workspace_of(folder)
    year = read_year(choose(workspace, jaar), workspace)
    dossier, vergelijkingen = year.usable()
    alle = build_rows(dossier, vergelijkingen)
    selectie = expect_selection(selectie, dossier, alle)
    gekozen = select(dossier, alle, selectie) or []
    rijen = [rij for rij in gekozen if not status or rij.vergelijking.oordeel in status]
    by = next((one for one in INDELINGEN if one == per), None)
    shown = {rij.vergelijking.entry.id: rij.vergelijking for rij in rijen}
    return GapResult(
        *(dossier, selectie, rijen, Telling.of(rijen), Telling.of(alle)),
        *_beside(workspace, dossier, vergelijkingen, shown, vanaf),
        indeling=by,
        groepen=None if by is None else _groups(dossier, rijen, by),
        uitleg=explain,
        status=tuple(status),
        gekozen=gekozen,
        akkoorden=_signed(year, workspace),
        fouten=year.fouten,
        perioden=_periods(workspace, dossier, vergelijkingen, rijen, per, vanaf),
    )


def _periods(
    workspace: Path,
    dossier: Dossier,
    vergelijkingen: Mapping[str, Vergelijking],
    rijen: Sequence[Rij],
    per: str | None,
    vanaf: int | None,
) -> Periodetabel | None:
    """Return the rows by period where that was asked for."""
    soort = next((one for one in PERIODESOORTEN if one == per), None)
    if soort is None and per != PERIODEN:
        return None
    from bkl.gap.periods.table import by_years, periods_table  # noqa: PLC0415 - few ask for it

    if soort is None and by_years(dossier):
        soort = "jaar"
    reeksen: Mapping[str, Reeks] = {}
    if soort == "jaar":
        from bkl.api.workspace.years import Boekenkast  # noqa: PLC0415

        first = dossier.werkplan.werkplan.eerste if vanaf is None else vanaf
        kast = Boekenkast(workspace, dossier, vergelijkingen)
        reeksen = kast.series([rij.vergelijking.entry.id for rij in rijen], first)
    return periods_table(dossier, rijen, soort, reeksen=reeksen, vanaf=vanaf)


def _signed(year: Year, workspace: Path) -> Mapping[str, AkkoordStand] | None:
    if year.akkoord is None:
        return None
    from bkl.api.checking.settings import read_settings  # noqa: PLC0415 - few years are signed
    from bkl.api.workspace.signatures import stands  # noqa: PLC0415

    return stands(year, vier_ogen=read_settings(workspace).vier_ogen)


def compare_rows(
    workspace: Path,
    dossier: Dossier,
    vergelijkingen: Mapping[str, Vergelijking],
    rijen: list[Rij],
) -> GapResult:
    """Return the comparison of a whole plan whose rows are there already."""
    telling = Telling.of(rijen)
    beside = _beside(workspace, dossier, vergelijkingen, vergelijkingen, None)
    return GapResult(dossier, None, rijen, telling, telling, *beside, gekozen=rijen)


def _groups(dossier: Dossier, rijen: Sequence[Rij], per: Indeling) -> Sequence[Groeptelling]:
    from bkl.gap.groepen import group_by  # noqa: PLC0415 - start-up: few calls ask for it

    return group_by(dossier, rijen, per)


def _beside(
    workspace: Path,
    dossier: Dossier,
    vergelijkingen: Mapping[str, Vergelijking],
    shown: Mapping[str, Vergelijking],
    vanaf: int | None,
) -> tuple[
    Mapping[str, Samenstelling],
    Mapping[str, Vervolg],
    Mapping[str, Vervolg],
    Mapping[str, Reeks] | None,
]:
    """Return what stands beside the rows, reading other years only where they are needed."""
    together: Mapping[str, Samenstelling] = {}
    if dossier.samengesteld:
        from bkl.gap.samenstelling import compositions  # noqa: PLC0415 - start-up

        together = compositions(dossier, vergelijkingen)
    moved = any(one.jaar is not None for one in shown.values())
    continued = any(one.entry.indicator.vervolg_van for one in shown.values())
    if vanaf is None and not moved and not continued:
        return together, {}, {}, None
    from bkl.api.workspace.years import Boekenkast  # noqa: PLC0415

    kast = Boekenkast(workspace, dossier, vergelijkingen)
    reeksen = None if vanaf is None else kast.series(shown, vanaf)
    return together, kast.successors(shown.values()), kast.predecessors(shown.values()), reeksen


def choices(folder: Path | None = None) -> list[str]:
    """Return every selection that `gap` understands; empty when nothing can be read."""
    try:
        workspace = workspace_of(folder)
        dossier, vergelijkingen = read_year(choose(workspace, None), workspace).usable()
    except (Gebruiksfout, Onbruikbaar):
        return []
    return selections(dossier, build_rows(dossier, vergelijkingen))


def expect_selection(selectie: str | None, dossier: Dossier, rijen: list[Rij]) -> str | None:
    """Return a selection as it is written in the plan; raises Gebruiksfout for another."""
    if selectie is None:
        return None
    known, words = selections(dossier, rijen), dossier.werkplan.begrippen
    folded = {fold(name): name for name in known}
    if found := folded.get(fold(selectie)):
        return found
    from bkl.diagnostics.suggestion import did_you_mean  # noqa: PLC0415 - only with a fault

    kinds = dict.fromkeys((words.speerpunt, words.thema, words.doelgroep, "onderdeel"))
    raise Gebruiksfout(
        f"`{selectie}` is geen {', '.join(kinds)} of indicator.",
        did_you_mean(selectie, known) or f"Kies bijvoorbeeld uit: {', '.join(known[:12])}.",
    )
