"""`render --check`: are the reports that stand there still what the data give?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bkl.api.errors import Gebruiksfout
from bkl.api.rendering.matter import read_stof
from bkl.api.rendering.overview import expect_reports
from bkl.api.workspace.year import choose, workspace_of
from bkl.domein.notatie.values.jaren import year_in_name
from bkl.render import Rapportfout, format_names, render_report, report_names
from bkl.render.matter import Stof
from bkl.source.decode import normal

Staat = Literal["gelijk", "verouderd", "ontbreekt", "onbekend"]
_NAME = re.compile(r"(\w+)-([0-9]{4})(?:-[0-9]{4})?\.(\w+)")
_NORMAL = ("md", "html")
_TEXTS = ("md", "html", "json")


@dataclass(frozen=True, slots=True)
class ReportState:
    """One report as it stands beside what the data give now.

    `onbekend` means that it cannot be made here and now: `reden` says why and what to do.
    """

    path: Path
    rapport: str
    jaar: int
    fmt: str
    staat: Staat
    reden: str = ""


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
    wanted = _standing(target, rapporten, jaar, formats)
    newest = jaar or choose(workspace, None).jaar
    for rapport in rapporten:
        there = [fmt for name, year, fmt in wanted if (name, year) == (rapport, newest)]
        wanted |= {(rapport, newest, fmt) for fmt in formats or there or _NORMAL}
    stoffen: dict[int, Stof | Gebruiksfout] = {}
    return [_compare(workspace, target, one, stoffen) for one in sorted(wanted)]


def _standing(
    target: Path, rapporten: Sequence[str], jaar: int | None, formats: Sequence[str]
) -> set[tuple[str, int, str]]:
    """Return (report, year, format) of what stands in a folder, as far as it is asked for."""
    known, fmts = rapporten or report_names(), formats or format_names()
    names = [path.name for path in target.iterdir()] if target.is_dir() else []
    parts = [found.groups() for name in names if (found := _NAME.fullmatch(name))]
    return {
        (rapport, int(year), fmt)
        for rapport, year, fmt in parts
        if rapport in known and fmt in fmts and jaar in (None, int(year))
    }


def _compare(
    workspace: Path,
    target: Path,
    wanted: tuple[str, int, str],
    stoffen: dict[int, Stof | Gebruiksfout],
) -> ReportState:
    rapport, jaar, fmt = wanted
    if jaar not in stoffen:
        try:
            stoffen[jaar] = read_stof(workspace, jaar)
        except Gebruiksfout as fout:
            stoffen[jaar] = fout
    stof = stoffen[jaar]
    if isinstance(stof, Gebruiksfout):
        path = target / f"{rapport}-{jaar}.{fmt}"
        return ReportState(path, *wanted, "onbekend", str(stof))
    path = target / f"{rapport}-{year_in_name(stof.dossier.jaar)}.{fmt}"
    try:
        data = render_report(rapport, fmt, stof)
    except Rapportfout as fout:
        return ReportState(path, *wanted, "onbekend", str(fout))
    if not path.is_file():
        return ReportState(path, *wanted, "ontbreekt")
    return ReportState(
        path, *wanted, "gelijk" if _same(path.read_bytes(), data, fmt) else "verouderd"
    )


def _same(there: bytes, made: bytes, fmt: str) -> bool:
    """Compare a report with what it would be now; git may have changed the ends of its lines."""
    return there == made or (fmt in _TEXTS and normal(there) == normal(made))
