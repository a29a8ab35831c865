"""Trying out the templates of a workspace, for `bkl check`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bkl.render import render_report, report_names
from bkl.render.errors import Rapportfout, Sjabloonfout
from bkl.render.jinja.environment import compile_template, make_environment
from bkl.render.jinja.folders import template_folders
from bkl.render.matter import Stof


def try_templates(workspace: Path, stof: Stof | None) -> Iterator[Sjabloonfout]:
    """Yield what is wrong with the templates in the workspace's own folder `templates/`.

    Each is compiled; with matter to fill them (`stof`) each report is made as well, since a
    name that does not exist shows only then. A fault is yielded once.
    """
    folder = (workspace / "templates").resolve()
    environment = make_environment(template_folders(workspace))
    seen: set[tuple[str, int]] = set()
    for path in sorted(folder.rglob("*.j2")):
        try:
            compile_template(environment, path.relative_to(folder).as_posix())
        except Sjabloonfout as fout:
            if (fout.file, fout.line) not in seen:
                seen.add((fout.file, fout.line))
                yield fout
    if stof is None or seen:
        return
    for rapport in report_names():
        try:
            render_report(rapport, "html", stof)
        except Sjabloonfout as fout:
            if (fout.file, fout.line) not in seen:
                seen.add((fout.file, fout.line))
                yield fout
        except Rapportfout:
            continue
