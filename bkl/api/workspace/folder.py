"""The workspace: the nearest folder that holds `data/`, and the years in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bkl.domein.notatie.values.jaren import Planjaren, Schooljaar, read_planjaren
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import NamedTuple
from bkl.source.text.read import read_bytes

KINDS = ("werkplan", "jaarverslag", "bijstellingen", "akkoord")
"""The files of a year that are read, as they begin."""
_NAME = Lazy(rf"({'|'.join(KINDS)})-([0-9]{{4}}(?:-[0-9]{{4}})?)\.ya?ml")
_SCHOOL = re.compile(rb"""^\w+:[ \t]*["']?[0-9]{4}[ \t]*/[ \t]*[0-9]{2,4}""", re.MULTILINE)
_FIRST_BYTES = 4096


class Jaargang(NamedTuple):
    """The files of one year; at least one of them exists.

    `eerder` are the reports of earlier years of the same plan, by year. `ook` are other files
    that are about the same: a plan that is just as long, or a second report. Nobody knows then
    which one is meant.
    """

    jaar: int
    werkplan: Path | None
    jaarverslag: Path | None
    bijstellingen: Path | None = None
    akkoord: Path | None = None
    eerder: Mapping[int, Path] = {}
    ook: tuple[Path, ...] = ()


class Bestandsnaam(NamedTuple):
    """What the name of a file says: its kind, and of which years it is."""

    soort: str
    jaren: Planjaren


def find_workspace(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upward, that holds a folder `data`."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / "data").is_dir():
            return folder
    return None


def read_name(name: str) -> Bestandsnaam | None:
    """Return which file of which years has this name, None when it is not read."""
    found = _NAME.fullmatch(name)
    jaren = read_planjaren(found[2]) if found else None
    return Bestandsnaam(found[1], jaren) if found and jaren else None


def find_years(workspace: Path) -> dict[int, Jaargang]:
    """Return the years for which `data/` holds files, oldest first.

    Of a plan of several years those that were reported on are there; its first year while none
    was. A year with bijstellingen alone is one too: reading then says that the werkplan lacks.
    A name on `.yml` is read where there is none on `.yaml`.
    """
    files = _Files.of(sorted((workspace / "data").iterdir()))
    return {jaar: files.year(jaar) for jaar in files.begun()}


def covered_years(workspace: Path) -> dict[int, Jaargang]:
    """Return every year that a plan or another file is about, also those not reported on yet."""
    files = _Files.of(sorted((workspace / "data").iterdir()))
    planned = {jaar for jaren, _ in files.plans for jaar in jaren.jaren()}
    return {jaar: files.year(jaar) for jaar in sorted(planned | set(files.begun()))}


def newest_of_plans(workspace: Path) -> dict[str, int]:
    """Return of each plan of several years, as written, its newest year that was begun.

    Of a plan that was not begun that is its first year; one that shorter plans replace wholly is
    not there.
    """
    files = _Files.of(sorted((workspace / "data").iterdir()))
    begun, newest = set(files.begun()), {}
    for jaren, path in files.plans:
        own = [jaar for jaar in jaren.jaren() if files.year(jaar).werkplan == path]
        if own and jaren.lengte > 1:
            newest[str(jaren)] = max((jaar for jaar in own if jaar in begun), default=own[0])
    return newest


def partner(path: Path) -> Jaargang:
    """Return the year of one file with what stands beside it; raises ValueError for its name."""
    named = read_name(path.name)
    if not named:
        raise ValueError(f"not the name of a file of a year: {path.name}")
    beside = sorted(path.parent.iterdir()) if path.parent.is_dir() else ()
    found = _Files.of((path, *(one for one in beside if one.name != path.name)))
    jaar = next(iter(_spans(path, named.jaren).jaren()))
    return found.year(next((one for one in found.begun() if named.jaren.covers(one)), jaar))


class _Files:
    """The files of all years in a folder, by kind and years.

    `double` are files of a kind and year of which there is one already: no two names should
    be about the same.
    """

    def __init__(self) -> None:
        self.plans: list[tuple[Planjaren, Path]] = []
        self.changes: dict[Planjaren, Path] = {}
        self.yearly: dict[str, dict[int, Path]] = {"jaarverslag": {}, "akkoord": {}}
        self.double: list[tuple[int, Path]] = []

    @classmethod
    def of(cls, paths: Iterable[Path]) -> _Files:
        """Sort files by their names; of two with one stem the first that is given is read."""
        made = cls()
        stems: set[str] = set()
        for path in paths:
            named = read_name(path.name)
            if named is not None and path.stem not in stems:
                stems.add(path.stem)
                made._put(path, named.soort, _spans(path, named.jaren))
        made.plans.sort(key=lambda pair: (pair[0].lengte, pair[0].eerste, pair[1].name))
        return made

    def _put(self, path: Path, soort: str, jaren: Planjaren) -> None:
        if soort == "werkplan":
            self.plans.append((jaren, path))
        elif soort == "bijstellingen":
            self.changes.setdefault(jaren, path)
        elif jaren.lengte > 1:
            return
        elif jaren.eerste in self.yearly[soort]:
            self.double.append((jaren.eerste, path))
        else:
            self.yearly[soort][jaren.eerste] = path

    def begun(self) -> list[int]:
        """Return the years that were planned alone or reported on, oldest first."""
        alone = (*(jaren for jaren, _ in self.plans), *self.changes)
        found = {jaren.eerste for jaren in alone if jaren.lengte == 1}
        found |= {*self.yearly["jaarverslag"], *self.yearly["akkoord"]}
        for jaren, path in self.plans:
            own = [jaar for jaar in jaren.jaren() if self.year(jaar).werkplan == path]
            if own and not found & set(own):
                found.add(own[0])
        return sorted(found)

    def year(self, jaar: int) -> Jaargang:
        """Return the files of one year: with the shortest plan that covers it."""
        plans = [pair for pair in self.plans if pair[0].covers(jaar)]
        jaren = plans[0][0] if plans else Planjaren(jaar, jaar)
        rivals = [path for other, path in plans[1:] if other.lengte == jaren.lengte]
        if jaren.lengte > 1 and (loose := self.changes.get(Planjaren(jaar, jaar))) is not None:
            rivals.append(loose)
        reports = self.yearly["jaarverslag"]
        return Jaargang(
            jaren.jaar(jaar),
            plans[0][1] if plans else None,
            reports.get(jaar),
            self.changes.get(jaren),
            self.yearly["akkoord"].get(jaar),
            {year: reports[year] for year in jaren.jaren() if year < jaar and year in reports},
            (*rivals, *(path for year, path in self.double if year == jaar)),
        )


def _spans(path: Path, jaren: Planjaren) -> Planjaren:
    """Return the years of a file: a name cannot hold the `/` of school years, its text does."""
    if jaren.lengte == 1:
        return jaren
    school = not path.name.startswith(("werkplan", "bijstellingen"))
    if not school:
        data = read_bytes(path)
        school = isinstance(data, bytes) and _SCHOOL.search(data[:_FIRST_BYTES]) is not None
    return Planjaren(Schooljaar(jaren.eerste), Schooljaar(jaren.laatste - 1)) if school else jaren
