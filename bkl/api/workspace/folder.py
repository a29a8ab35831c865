"""The workspace: the nearest folder that holds `data/`, and the years in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

KINDS = ("werkplan", "jaarverslag", "bijstellingen", "akkoord")
"""The files of a year that are read, as they begin."""
_NAME = re.compile(rf"({'|'.join(KINDS)})-([0-9]{{4}})\.ya?ml")


class Jaargang(NamedTuple):
    """The files of one year; at least one of them exists."""

    jaar: int
    werkplan: Path | None
    jaarverslag: Path | None
    bijstellingen: Path | None = None
    akkoord: Path | None = None


def find_workspace(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upward, that holds a folder `data`."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / "data").is_dir():
            return folder
    return None


def read_name(name: str) -> tuple[str, int] | None:
    """Return which file of which year has this name, None when it is not read."""
    found = _NAME.fullmatch(name)
    return (found[1], int(found[2])) if found else None


def find_years(workspace: Path) -> dict[int, Jaargang]:
    """Return the years for which `data/` holds a werkplan or jaarverslag, oldest first.

    A year with bijstellingen alone is one too: reading then says that the werkplan lacks. A
    name on `.yml` is read where there is none on `.yaml`.
    """
    files: dict[int, dict[str, Path]] = {}
    for path in sorted((workspace / "data").iterdir()):
        if found := read_name(path.name):
            files.setdefault(found[1], {}).setdefault(found[0], path)
    return {jaar: _jaargang(jaar, named) for jaar, named in sorted(files.items())}


def partner(path: Path) -> Jaargang:
    """Return the year of one file with what stands beside it; raises ValueError for its name."""
    found = read_name(path.name)
    if not found:
        raise ValueError(f"not the name of a file of a year: {path.name}")
    named: dict[str, Path] = {}
    for kind in KINDS:
        beside = (path.with_name(f"{kind}-{found[1]:04}.{end}") for end in ("yaml", "yml"))
        if (other := next((one for one in beside if one.exists()), None)) is not None:
            named[kind] = other
    return _jaargang(found[1], named | {found[0]: path})


def _jaargang(jaar: int, named: dict[str, Path]) -> Jaargang:
    return Jaargang(jaar, *(named.get(kind) for kind in KINDS))
