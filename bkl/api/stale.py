"""`render --check`: are the reports that stand there still what the data give?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bkl.api.errors import Gebruiksfout
from bkl.api.matter import read_stof
from bkl.api.year import workspace_of
from bkl.diagnostics.suggestion import did_you_mean
from bkl.render import Rapportfout, format_names, render_report, report_names
from bkl.render.stof import Stof

Staat = Literal["gelijk", "verouderd", "ontbreekt", "onbekend"]
_NAME = re.compile(r"(\w+)-(\d{4})\.(\w+)")
_NORMAL = ("md", "html")


@dataclass(frozen=True, slots=True)
class Stand:
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
) -> list[Stand]:
    """Compare the reports in `reports/` (or `output`) with the data. Writes nothing.

    Without `rapporten`: every report that stands there. A named report must be there, in the
    formats asked for (Markdown and HTML when none stands there). Raises Gebruiksfout for an
    unknown report or format, Onbruikbaar for data that cannot be read.
    """
    for rapport in rapporten:
        if rapport not in report_names():
            question = did_you_mean(rapport, report_names())
            cure = question or f"Kies uit: {', '.join(report_names())}."
            raise Gebruiksfout(f"Er is geen rapport `{rapport}`.", cure)
    workspace = workspace_of(folder)
    target = output or workspace / "reports"
    stoffen: dict[int | None, Stof] = {}
    stands = []
    for path, rapport, year, fmt in _wanted(workspace, target, rapporten, jaar, formats):
        try:
            stof = stoffen.get(year) or read_stof(workspace, year)
        except Gebruiksfout as fout:
            stands.append(Stand(path, rapport, year, fmt, "onbekend", f"{fout.message}"))
            continue
        stoffen[year] = stof
        stands.append(_compare(path, rapport, fmt, stof))
    return stands


def _wanted(
    workspace: Path,
    target: Path,
    rapporten: Sequence[str],
    jaar: int | None,
    formats: Sequence[str],
) -> Iterator[tuple[Path, str, int, str]]:
    """Yield (path, report, year, format) of all that must be compared, by name."""
    seen: set[str] = set()
    for path in sorted(target.iterdir()) if target.is_dir() else ():
        found = _NAME.fullmatch(path.name)
        if not found or found[1] not in report_names() or found[3] not in format_names():
            continue
        named = not rapporten or found[1] in rapporten
        if named and (jaar is None or int(found[2]) == jaar) and (found[3] in (formats or [found[3]])):
            seen.add(found[1])
            yield path, found[1], int(found[2]), found[3]
    ...
