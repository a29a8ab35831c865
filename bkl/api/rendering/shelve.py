"""`index.html`: the page over all reports in a folder."""

from __future__ import annotations

from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.rendering.matter import read_stof
from bkl.api.rendering.overview import report_line
from bkl.api.workspace.folder import newest_of_plans
from bkl.api.workspace.reports import standing
from bkl.api.workspace.write import write_made
from bkl.api.workspace.year import workspace_of
from bkl.render import Rapportfout

INDEX = "index.html"


def shelve(
    folder: Path | None = None, *, output: Path | None = None, begin: bool = True
) -> Path | None:
    """Write `index.html` over the reports in `reports/` (or `output`) and return its path.

    With `begin` false one that bkl made earlier is only brought up to date. Returns None when
    nothing was written: there are no reports, or somebody else's `index.html` stands there.
    Raises Gebruiksfout for a template that does not work or a folder that cannot be written
    in, Onbruikbaar for data that cannot be read.
    """
    workspace = workspace_of(folder)
    target = output or workspace / "reports"
    path = target / INDEX
    there = path.is_file()
    if not (there or begin) or not (names := standing(target, newest_of_plans(workspace))):
        return None
    from bkl.render.shelf import OURS, Standing, render_shelf  # noqa: PLC0415 - when needed

    if there and OURS not in path.read_bytes():
        return None
    files = [
        Standing(
            one.file,
            one.rapport,
            one.jaren,
            one.fmt,
            one.deel,
            report_line(one.rapport),
            (target / one.file).read_bytes() if one.fmt == "html" else b"",
        )
        for one in names
    ]
    try:
        data = render_shelf(files, read_stof(workspace))
    except Rapportfout as fout:
        raise Gebruiksfout(fout.message, fout.cure) from fout
    write_made(path, data)
    return path
