"""How the file of a report is called: `factsheets-BD-2021.html`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bkl.domein.notatie.values.jaren import Schooljaar, year_in_name
from bkl.render import format_names, report_names

_NAME = re.compile(r"([^\W_]\w*?)(?:-([\w.-]+?))??-([0-9]{4})(-[0-9]{4})?\.(\w+)")
_UNFIT = re.compile(r"[^\w.-]+")


class ReportName(NamedTuple):
    """A report in one format; `deel` is the part of the plan that it is about, else empty."""

    rapport: str
    jaar: int
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
        return "-".join(filter(None, (self.rapport, part, year_in_name(self.jaar))))


def standing(folder: Path) -> list[ReportName]:
    """Return the reports that stand in a folder, by their names alone; sorted."""
    names: Sequence[str] = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    known, formats = report_names(), format_names()
    found = [
        ReportName(one[1], _year(one[3], one[4]), one[5], one[2] or "")
        for one in map(_NAME.fullmatch, names)
        if one is not None
    ]
    return sorted(one for one in found if one.rapport in known and one.fmt in formats)


def _year(first: str, last: str | None) -> int:
    return Schooljaar(first) if last else int(first)
