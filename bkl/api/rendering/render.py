"""`render`: the data of one year as documents."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.api.errors import Gebruiksfout, Onvolledig
from bkl.api.rendering.edition import Edition, Made, Telling, long_formats
from bkl.api.rendering.matter import read_stof
from bkl.api.workspace.year import workspace_of
from bkl.render.matter import Stof

if TYPE_CHECKING:
    from bkl.render.print.crew import Crew


def _say_nothing(fmt: str) -> None:
    """Take no notice of how far it is."""


def _tell_nobody(rapport: str, fmt: str) -> None:
    """Take no notice of how far it is."""


def _count_nothing(number: int) -> None:
    """Take no notice of how many faults there are."""


def render(  # noqa: PLR0913 - what a caller may choose, by name
    rapport: str,
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    formats: Sequence[str] = (),
    output: Path | None = None,
    deel: str | None = None,
    progress: Callable[[str], None] = _say_nothing,
    concept: Callable[[int], None] = _count_nothing,
) -> list[Path]:
    """Write `<rapport>-<jaar>.<format>` for each format and return the paths.

    The folder is `output`, else `reports/` of the workspace; Markdown and HTML by default.
    `deel` is a speerpunt, thema, doelgroep, onderdeel or indicator: only the speerpunten that
    it is about, in a file with its name.
    `progress` is called with each format before it is made, `concept` with the number of faults
    in the data: with any the report is a concept. `DOSSIER` among the formats packs it with the
    data and the evidence. Nothing is written when the report cannot be made. Raises
    Gebruiksfout for an unknown report or format, a template that does not work or a folder that
    cannot be written in; Onvolledig, after writing the other formats, when something for a
    format is not installed here; Onbruikbaar for files that cannot be read.
    """
    workspace = workspace_of(folder)
    stof = read_stof(workspace, jaar)
    edition = Edition(workspace, stof, rapport, deel)
    concept(stof.fouten)
    made = edition.write(formats, output or workspace / "reports", lambda _, fmt: progress(fmt))
    if made.missing:
        raise Onvolledig(made.missing, made.paths)
    return list(made.paths)


def render_all(
    wanted: Sequence[tuple[str, str | None]],
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    formats: Sequence[str] = (),
    output: Path | None = None,
    progress: Telling = _tell_nobody,
) -> Generator[Made]:
    """Write several reports, each of a part of the plan or of all, and yield what came of each.

    As `render`, but the data are read once, and what takes long is done by as many processes as
    there are processors. Raises Gebruiksfout for a year that is not there, Onbruikbaar for files
    that cannot be read; what was in the way of a report is told in what is yielded.
    """
    workspace = workspace_of(folder)
    stof = read_stof(workspace, jaar)
    target = output or workspace / "reports"
    coming = iter(wanted)
    begun: deque[Edition | Made] = deque()
    with ExitStack() as stack:
        number = _processes(len(wanted) * len(long_formats(formats)))
        crew = stack.enter_context(_crew(number)) if number > 1 else None
        while True:
            for rapport, deel in islice(coming, max(1, 2 * number) - len(begun)):
                begun.append(_begin(workspace, stof, rapport, deel, formats, crew))
            if not begun:
                return
            yield _written(begun.popleft(), formats, target, progress)


def _processes(long: int) -> int:
    """Return how many processes can do so many things that take long; 1 is this one."""
    if long < 2:
        return 1
    from bkl.portfolio.running import processors  # noqa: PLC0415 - not for one report

    return min(long, processors())


def _crew(number: int) -> Crew:
    from bkl.render.print.crew import Crew  # noqa: PLC0415 - as above

    return Crew(number)


def _begin(
    workspace: Path,
    stof: Stof,
    rapport: str,
    deel: str | None,
    formats: Sequence[str],
    crew: Crew | None,
) -> Edition | Made:
    try:
        edition = Edition(workspace, stof, rapport, deel)
        if crew is not None:
            edition.begin(formats, crew)
    except Gebruiksfout as fout:
        return Made(rapport, missing={fout.message: fout.cure})
    return edition


def _written(
    edition: Edition | Made, formats: Sequence[str], target: Path, progress: Telling
) -> Made:
    if isinstance(edition, Made):
        return edition
    try:
        return edition.write(formats, target, progress)
    except Gebruiksfout as fout:
        return Made(edition.rapport, missing={fout.message: fout.cure}, fouten=edition.fouten)
