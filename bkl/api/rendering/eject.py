"""`render --eject`: the templates of a report, to start your own from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.rendering.overview import expect_reports
from bkl.api.workspace.write import write_atomic
from bkl.api.workspace.year import workspace_of


@dataclass(frozen=True, slots=True)
class Ejected:
    """Templates that were copied, and those that stood there already and were left alone."""

    copied: tuple[Path, ...]
    kept: tuple[Path, ...]


def eject(rapporten: Sequence[str], folder: Path | None = None, *, force: bool = False) -> Ejected:
    """Copy the templates of reports into `templates/` of the workspace.

    A file that stands there is left alone, unless `force`. Raises Gebruiksfout for an unknown
    report, and where the workspace is bkl itself.
    """
    workspace = workspace_of(folder)
    from bkl.render.jinja.shipped import shipped_templates  # noqa: PLC0415 - Jinja only when needed

    expect_reports(rapporten)
    sources: dict[str, Path] = {}
    for rapport in rapporten:
        sources |= shipped_templates(rapport)
    target = workspace / "templates"
    copied, kept = [], []
    for name, source in sources.items():
        path = target / name
        if path.exists() and path.samefile(source):
            raise Gebruiksfout(
                f"`{target}` is zelf de map met de sjablonen van bkl.",
                "Pas ze daar aan, of ga naar de map van uw verslag met `-C MAP`.",
            )
        if path.exists() and not force:
            kept.append(path)
            continue
        write_atomic(path, source.read_bytes())
        copied.append(path)
    return Ejected(tuple(copied), tuple(kept))
