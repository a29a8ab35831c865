"""`render --check`: are the reports that stand there still what the data give?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bkl.api.errors import Gebruiksfout
from bkl.api.rendering.matter import read_stof
from bkl.api.rendering.overview import expect_reports
from bkl.api.rendering.part import narrow
from bkl.api.workspace.folder import newest_of_plans
from bkl.api.workspace.reports import ReportName, standing, years_of
from bkl.api.workspace.year import choose, workspace_of
from bkl.render import Rapportfout, render_report
from bkl.render.matter import Stof
from bkl.source.text.decode import normal

Staat = Literal["gelijk", "verouderd", "ontbreekt", "onbekend"]
_NORMAL = ("md", "html")
_TEXTS = ("md", "html", "json")


@dataclass(frozen=True, slots=True)
class ReportState:
    """One report as it stands beside what the data give now.

    `onbekend` means that it cannot be made here and now: `reden` says why and what to do.
    `deel` is the part of the plan that it is about, empty for all of it.
    """

    path: Path
    rapport: str
    jaar: int
    fmt: str
    staat: Staat
    reden: str = ""
    deel: str = ""


def stale(
    rapporten: Sequence[str] = (),
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    formats: Sequence[str] = (),
    output: Path | None = None,
) -> list[ReportState]:
    """Compare the reports in `reports/` (or `output`) with the data. Writes nothing.

    Without `rapporten`: every report that stands there. A named report must be there, in the
    formats asked for (Markdown and HTML when none stands there). Raises Gebruiksfout for an
    unknown report or format, Onbruikbaar for data that cannot be read.
    """
    expect_reports(rapporten)
    workspace = workspace_of(folder)
    target = output or workspace / "reports"
    plannen = newest_of_plans(workspace)
    wanted = {
        one
        for one in standing(target, plannen)
        if (not rapporten or one.rapport in rapporten)
        and (not formats or one.fmt in formats)
        and (jaar is None or one.covers(jaar))
    }
    newest = jaar or choose(workspace, None).jaar
    stoffen = _Stoffen(workspace)
    for rapport in rapporten:
        there = [
            one.fmt
            for one in wanted
            if one.rapport == rapport and one.covers(newest) and not one.deel
        ]
        wanted |= {
            ReportName(rapport, stoffen.years(rapport, newest), fmt)
            for fmt in formats or there or _NORMAL
        }
    return [_compare(target, one, stoffen, plannen) for one in sorted(wanted)]


class _Stoffen:
    """The matter of each year, read once; what is in the way of reading is kept instead."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self._read: dict[int, Stof | Gebruiksfout] = {}

    def of(self, jaar: int) -> Stof | Gebruiksfout:
        """Return the matter of one year."""
        if jaar not in self._read:
            try:
                self._read[jaar] = read_stof(self._workspace, jaar)
            except Gebruiksfout as fout:
                self._read[jaar] = fout
        return self._read[jaar]

    def years(self, rapport: str, jaar: int) -> str:
        """Return the years, as written, of a report that somebody asks for of one year."""
        stof = self.of(jaar)
        if isinstance(stof, Gebruiksfout):
            return str(jaar)
        return years_of(rapport, stof.dossier.jaar, stof.dossier.werkplan.werkplan)


def _compare(
    target: Path, wanted: ReportName, stoffen: _Stoffen, plannen: Mapping[str, int]
) -> ReportState:
    rapport, jaren, fmt, deel = wanted
    path, jaar = target / wanted.file, plannen.get(jaren, wanted.eerste)

    def state(staat: Staat, reden: str = "") -> ReportState:
        return ReportState(path, rapport, jaar, fmt, staat, reden, deel)

    stof = stoffen.of(jaar)
    if isinstance(stof, Gebruiksfout):
        return state("onbekend", str(stof))
    meant = wanted._replace(jaren=stoffen.years(rapport, jaar))
    if meant.file != wanted.file:
        return state(
            "onbekend",
            f"Het plan gaat over {meant.jaren}: het rapport heet nu `{meant.file}`. "
            f"Verwijder `{wanted.file}`.",
        )
    try:
        data = render_report(rapport, fmt, narrow(rapport, stof, deel)[0])
    except (Rapportfout, Gebruiksfout) as fout:
        return state("onbekend", str(fout))
    if not path.is_file():
        return state("ontbreekt")
    return state("gelijk" if _same(path.read_bytes(), data, fmt) else "verouderd")


def _same(there: bytes, made: bytes, fmt: str) -> bool:
    """Compare a report with what it would be now; git may have changed the ends of its lines."""
    return there == made or (fmt in _TEXTS and normal(there) == normal(made))
