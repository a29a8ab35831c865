"""`render`: the data of one year as a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.matter import read_stof
from bkl.api.year import workspace_of
from bkl.render import Rapportfout, format_names, render_report, report_names, write_atomic


def render(
    rapport: str,
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    formats: Sequence[str] = (),
    output: Path | None = None,
) -> list[Path]:
    """Write `<rapport>-<jaar>.<format>` for each format and return the paths.

    The folder is `output`, else `reports/` of the workspace; all formats by default.
    Nothing is written unless every format could be made. Raises Gebruiksfout for an unknown
    report or format, a template that does not work or a folder that cannot be written in;
    Onbruikbaar for files that cannot be read.
    """
    workspace = workspace_of(folder)
    stof = read_stof(workspace, jaar)
    target = output or workspace / "reports"
    wanted = list(dict.fromkeys(formats)) or format_names()
    try:
        made = {fmt: render_report(rapport, fmt, stof) for fmt in wanted}
    except Rapportfout as fout:
        raise Gebruiksfout(fout.message, fout.cure) from fout
    paths = []
    for fmt, data in made.items():
        path = target / f"{rapport}-{stof.dossier.jaar}.{fmt}"
        try:
            target.mkdir(parents=True, exist_ok=True)
            write_atomic(path, data)
        except OSError as error:
            raise Gebruiksfout(
                f"In `{target}` kan niet worden geschreven: {error.strerror}.",
                "Kies een andere map met `--output MAP`.",
            ) from error
        paths.append(path)
    return paths


__all__ = ["format_names", "render", "report_names"]
