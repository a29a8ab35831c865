"""`render`: the data of one year as a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bkl.api.errors import Gebruiksfout, Onvolledig
from bkl.api.rendering.bundle import bundle
from bkl.api.rendering.matter import read_stof
from bkl.api.rendering.names import ReportName
from bkl.api.rendering.part import narrow
from bkl.api.workspace.write import write_made
from bkl.api.workspace.year import choose, workspace_of
from bkl.render import (
    Formaatfout,
    Rapportfout,
    Uitgave,
    format_names,
    report_names,
)
from bkl.render.matter import Stof

NORMAL = ("md", "html")
"""The formats that are made when none are named: they need nothing besides bkl itself."""

DOSSIER = "zip"
"""No format of its own: the report in the other formats, with all that it rests on."""


def _say_nothing(fmt: str) -> None:
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
    stof, deel = narrow(rapport, read_stof(workspace, jaar), deel)
    concept(stof.fouten)
    target = output or workspace / "reports"
    try:
        made, missing = _make(Uitgave(rapport, stof), formats, progress)
    except Rapportfout as fout:
        raise Gebruiksfout(fout.message, fout.cure) from fout
    stem = ReportName(rapport, stof.dossier.jaar, "", deel).stem
    if DOSSIER in formats:
        made[DOSSIER] = _packed(workspace, stof, stem, made)
    paths = _write_all(target / stem, made)
    if missing:
        raise Onvolledig(missing, paths)
    return paths


def _make(
    uitgave: Uitgave, formats: Sequence[str], progress: Callable[[str], None]
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return what was made per format, and what is missing here with its cure."""
    made: dict[str, bytes] = {}
    missing: dict[str, str] = {}
    for fmt in [one for one in dict.fromkeys(formats) if one != DOSSIER] or NORMAL:
        progress(fmt)
        try:
            made[fmt] = uitgave.render(fmt)
        except Formaatfout as fout:
            missing[fout.message] = fout.cure
    return made, missing


def _packed(workspace: Path, stof: Stof, stem: str, made: Mapping[str, bytes]) -> bytes:
    named = {f"{stem}.{fmt}": data for fmt, data in made.items()}
    jaargang = choose(workspace, stof.dossier.jaar)
    return bundle(workspace, jaargang, stof.dossier.jaarverslag, named)


def _write_all(stem: Path, made: Mapping[str, bytes]) -> list[Path]:
    paths = [stem.with_name(f"{stem.name}.{fmt}") for fmt in made]
    for path, data in zip(paths, made.values(), strict=True):
        write_made(path, data)
    return paths


__all__ = ["NORMAL", "format_names", "render", "report_names"]
