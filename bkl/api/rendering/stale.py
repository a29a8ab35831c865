"""`render --check`: are the reports that stand there still what the data give?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bkl.api.errors import Gebruiksfout
from bkl.api.rendering.matter import read_stof
from bkl.api.rendering.names import ReportName, standing
from bkl.api.rendering.overview import expect_reports
from bkl.api.rendering.part import narrow
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
    wanted = {
        one
        for one in standing(target)
        if (not rapporten or one.rapport in rapporten)
        and (not formats or one.fmt in formats)
        and jaar in (None, one.jaar)
    }
    newest = jaar or choose(workspace, None).jaar
    for rapport in rapporten:
        there = [one.fmt for one in wanted if one[:2] == (rapport, newest) and not one.deel]
        wanted |= {ReportName(rapport, newest, fmt) for fmt in formats or there or _NORMAL}
    stoffen: dict[int, Stof | Gebruiksfout] = {}
    return [_compare(workspace, target, one, stoffen) for one in sorted(wanted)]


def _compare(
    workspace: Path,
    target: Path,
    wanted: ReportName,
    stoffen: dict[int, Stof | Gebruiksfout],
) -> ReportState:
    rapport, jaar, fmt, deel = wanted
    path = target / wanted.file

    def state(staat: Staat, reden: str = "") -> ReportState:
        return ReportState(path, rapport, jaar, fmt, staat, reden, deel)

    if jaar not in stoffen:
        try:
            stoffen[jaar] = read_stof(workspace, jaar)
        except Gebruiksfout as fout:
            stoffen[jaar] = fout
    stof = stoffen[jaar]
    if isinstance(stof, Gebruiksfout):
        return state("onbekend", str(stof))
    path = target / wanted._replace(jaar=stof.dossier.jaar).file
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
