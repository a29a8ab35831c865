"""One report on its way to files: begun, so that others can work at it, and then written."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bkl.api.errors import Gebruiksfout
from bkl.api.rendering.matter import stof_of
from bkl.api.rendering.part import narrow
from bkl.api.workspace.reports import ReportName, years_of
from bkl.api.workspace.write import write_made
from bkl.api.workspace.year import choose
from bkl.render import Formaatfout, Rapportfout, Uitgave, takes_long
from bkl.render.matter import Stof

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bkl.render.print.crew import Crew, Pressed

NORMAL = ("md", "html")
"""The formats that are made when none are named: they need nothing besides bkl itself."""

DOSSIER = "zip"
"""No format of its own: the report in the other formats, with all that it rests on."""

Telling = Callable[[str, str], None]
"""Is told, for a report and a format, that it is being made."""


class Made(NamedTuple):
    """A report that was made: the files, in the order of the formats.

    `missing` says what was in the way of other formats, or of all, with its cure; `seconds` is
    how long each format took, and `fouten` how many faults are in its data.
    """

    rapport: str
    paths: tuple[Path, ...] = ()
    missing: Mapping[str, str] = {}
    seconds: Mapping[str, float] = {}
    fouten: int = 0


class Edition:
    """One report on its way: begun, so that others can work at it, and then written.

    Raises Gebruiksfout for an unknown report or a part of the plan that is not there.
    """

    def __init__(self, workspace: Path, stof: Stof, rapport: str, deel: str | None) -> None:
        self.rapport, self._workspace = rapport, workspace
        with _as_wrong_use():
            self._stof, deel = narrow(rapport, stof_of(rapport, workspace, stof), deel)
            self._uitgave = Uitgave(rapport, self._stof)
        jaren = years_of(rapport, stof.dossier.jaar, stof.dossier.werkplan.werkplan)
        self._stem = ReportName(rapport, jaren, "", deel).stem
        self._coming: dict[str, Future[Pressed] | Formaatfout] = {}

    @property
    def fouten(self) -> int:
        """How many faults are in its data."""
        return self._stof.fouten

    def begin(self, formats: Sequence[str], crew: Crew) -> None:
        """Hand what takes long to the crew; raises Gebruiksfout for a bad template."""
        for fmt in long_formats(formats):
            with _as_wrong_use():
                try:
                    self._coming[fmt] = crew.submit(self._uitgave.prepare(fmt))
                except Formaatfout as fout:
                    self._coming[fmt] = fout

    def write(self, formats: Sequence[str], target: Path, progress: Telling) -> Made:
        """Make the formats and write them all; raises Gebruiksfout when that cannot be done."""
        made: dict[str, bytes] = {}
        missing: dict[str, str] = {}
        seconds: dict[str, float] = {}
        wanted = [fmt for fmt in dict.fromkeys(formats) if fmt != DOSSIER] or NORMAL
        for fmt in sorted(wanted, key=self._coming.__contains__):
            progress(self.rapport, fmt)
            with _as_wrong_use():
                try:
                    made[fmt], seconds[fmt] = self._made(fmt)
                except Formaatfout as fout:
                    missing[fout.message] = fout.cure
        made = {fmt: made[fmt] for fmt in wanted if fmt in made}
        if DOSSIER in formats:
            made[DOSSIER] = _packed(self._workspace, self._stof, self._stem, made)
        paths = _write_all(target / self._stem, made)
        return Made(self.rapport, tuple(paths), missing, seconds, self.fouten)

    def _made(self, fmt: str) -> tuple[bytes, float]:
        coming, start = self._coming.get(fmt), time.monotonic()
        if coming is None:
            return self._uitgave.render(fmt), time.monotonic() - start
        if isinstance(coming, Formaatfout):
            raise coming
        return coming.result()


def long_formats(formats: Sequence[str]) -> list[str]:
    """Return the formats of which most of the work can be done elsewhere, each once.

    Raises Gebruiksfout for an unknown format.
    """
    with _as_wrong_use():
        return [fmt for fmt in dict.fromkeys(formats) if fmt != DOSSIER and takes_long(fmt)]


@contextmanager
def _as_wrong_use() -> Iterator[None]:
    try:
        yield
    except Rapportfout as fout:
        raise Gebruiksfout(fout.message, fout.cure) from fout


def _packed(workspace: Path, stof: Stof, stem: str, made: Mapping[str, bytes]) -> bytes:
    from bkl.api.rendering.bundle import bundle  # noqa: PLC0415 - few ask for a zip

    named = {f"{stem}.{fmt}": data for fmt, data in made.items()}
    jaargang = choose(workspace, stof.dossier.jaar)
    return bundle(workspace, jaargang, stof.dossier.jaarverslag, named)


def _write_all(stem: Path, made: Mapping[str, bytes]) -> list[Path]:
    paths = [stem.with_name(f"{stem.name}.{fmt}") for fmt in made]
    for path, data in zip(paths, made.values(), strict=True):
        write_made(path, data)
    return paths
