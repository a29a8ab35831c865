"""The workspace: the nearest folder that holds `data/`, and the years in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_KINDS = ("werkplan", "jaarverslag", "bijstellingen")
_NAME = re.compile(rf"({'|'.join(_KINDS)})-(\d{{4}})\.yaml")


@dataclass(frozen=True, slots=True)
class Jaargang:
    """The files of one year; at least one of them exists."""

    jaar: int
    werkplan: Path | None
    jaarverslag: Path | None
    bijstellingen: Path | None = None


def find_workspace(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upward, that holds a folder `data`."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / "data").is_dir():
            return folder
    return None


def find_years(workspace: Path) -> dict[int, Jaargang]:
    """Return the years for which `data/` holds a werkplan or jaarverslag, oldest first.

    A year with bijstellingen alone is one too: reading then says that the werkplan lacks.
    """
    files: dict[int, dict[str, Path]] = {}
    for path in sorted((workspace / "data").iterdir()):
        if found := _NAME.fullmatch(path.name):
            files.setdefault(int(found[2]), {})[found[1]] = path
    return {
        jaar: Jaargang(
            jaar, named.get("werkplan"), named.get("jaarverslag"), named.get("bijstellingen")
        )
        for jaar, named in sorted(files.items())
    }


def partner(path: Path) -> Jaargang:
    """Return the year of one file with what stands beside it; raises ValueError for its name."""
    found = _NAME.fullmatch(path.name)
    if not found:
        raise ValueError(f"not the name of a file of a year: {path.name}")
    beside = {kind: path.with_name(f"{kind}-{found[2]}.yaml") for kind in _KINDS}
    exists = {kind: other if other.exists() else None for kind, other in beside.items()}
    exists[found[1]] = path
    return Jaargang(
        int(found[2]), exists["werkplan"], exists["jaarverslag"], exists["bijstellingen"]
    )
