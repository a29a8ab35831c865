"""How the file of a report is called: `factsheets-BD-2021.html`, `werkplan-2023-2026.pdf`."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from pathlib import Path

from bkl.domein.notatie.values.jaren import Planjaren, read_jaar, read_planjaren
from bkl.domein.records import NamedTuple
from bkl.render import format_names, of_whole_plan, report_names

_NAME = re.compile(r"([^\W_]\w*?)(?:-([\w.-]+?))??-([0-9]{4}(?:-[0-9]{4})?)\.(\w+)")
_LOOSE = re.compile(r"(.+?)-([0-9]{4}(?:-[0-9]{4})?)\.\w+")
_UNFIT = re.compile(r"[^\w.-]+")


class ReportName(NamedTuple):
    """A report in one format; `deel` is the part of the plan that it is about, else empty.

    `jaren` are the years that it is about, as they are written: `2021`, `2023/2024`, and
    `2023-2026` where it shows a plan of several years.
    """

    rapport: str
    jaren: str
    fmt: str
    deel: str = ""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.stem}.{self.fmt}"

    @property
    def stem(self) -> str:
        """The same for every format."""
        part = _UNFIT.sub("_", self.deel)
        return "-".join(filter(None, (self.rapport, part, self.jaren.replace("/", "-"))))

    @property
    def eerste(self) -> int:
        """The first year that it is about."""
        span = read_planjaren(self.jaren)
        return span.eerste if span is not None else 0

    def covers(self, jaar: int) -> bool:
        """Tell whether it is about a year."""
        span = read_planjaren(self.jaren)
        return span is not None and span.covers(jaar)


def years_of(rapport: str, jaar: int, plan: Planjaren) -> str:
    """Return the years of a report on one year of a plan: all of them where it shows the plan."""
    return str(plan if plan.lengte > 1 and of_whole_plan(rapport) else jaar)


def standing(folder: Path, plannen: Container[str] = ()) -> list[ReportName]:
    """Return the reports that stand in a folder, by their names alone; sorted.

    A name cannot tell the school year 2023/2024 from a plan of the two years 2023-2024: it is the
    plan where that is one of `plannen`.
    """
    names: Sequence[str] = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sorted(one for name in names if (one := read_report_name(name, plannen)) is not None)


def read_report_name(name: str, plannen: Container[str] = ()) -> ReportName | None:
    """Return which report has this name, as `standing` does; None for no report."""
    found = _NAME.fullmatch(name)
    if found is None or found[1] not in report_names() or found[4] not in format_names():
        return None
    jaren = _as_written(found[1], found[3], plannen)
    return ReportName(found[1], jaren, found[4], found[2] or "") if jaren else None


def told_of(name: str, plannen: Container[str] = ()) -> tuple[str, str] | None:
    """Return what `bkl render` makes a file of, and of which years it is, as its name says.

    Also for a report that bkl itself does not have; None for a name without years.
    """
    known = read_report_name(name, plannen)
    if known is not None:
        return " ".join(filter(None, (known.rapport, known.deel))), known.jaren
    loose = _LOOSE.fullmatch(name)
    if loose is None:
        return None
    jaren = loose[2].replace("-", "/")
    return loose[1], jaren if read_jaar(jaren) is not None else loose[2]


def _as_written(rapport: str, in_naam: str, plannen: Container[str]) -> str | None:
    """Return the years in a name as they are written, None for years that no report has."""
    span, school = read_planjaren(in_naam), in_naam.replace("-", "/")
    if span is None or span.lengte == 1:
        return in_naam if span is not None else None
    if of_whole_plan(rapport) and in_naam in plannen:
        return in_naam
    if read_jaar(school) is not None:
        return school
    if not of_whole_plan(rapport):
        return None
    return school if school in plannen else in_naam
