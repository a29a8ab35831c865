"""Rounds: the report is made once, and again whenever something it is made of is saved."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bkl import api
from bkl.api.workspace.refusal import reason
from bkl.api.workspace.year import workspace_of
from bkl.diagnostics.finding import Finding

DEBOUNCE, STEP = 50, 20
"""Milliseconds that saving may take, and that nothing may happen before a round begins."""
LOOK = 200
"""Milliseconds until the first round, and between looks for folders that are new."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What is to be made, as `bkl render` was asked for it."""

    rapporten: tuple[str, ...]
    folder: Path | None = None
    jaar: int | None = None
    formats: tuple[str, ...] = ("md", "html")
    output: Path | None = None


@dataclass(frozen=True, slots=True)
class Ronde:
    """What came of one round: the files, or why there are none. `seconds` is how long it took.

    Files and findings together are a concept: made of what could be read.
    """

    paths: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    message: str = ""
    cure: str = ""
    seconds: float = 0.0

    @property
    def made(self) -> bool:
        """True when everything could be made, be it as a concept beside faults in the data."""
        return bool(self.paths) and not self.message


def rounds(opdracht: Opdracht) -> Iterator[Ronde]:
    """Make the reports now and after every save, without end.

    Raises Gebruiksfout at once for what no saving can mend: an unknown report, no workspace,
    or watchfiles not being installed.
    """
    expect_watchfiles()
    api.expect_reports(opdracht.rapporten)
    workspace = workspace_of(opdracht.folder)
    for _ in _saves(workspace.resolve(), opdracht.output):
        yield make_round(opdracht)


def make_round(opdracht: Opdracht) -> Ronde:
    """Make the reports once; what is wrong with the data or a template is in the answer."""
    start = time.perf_counter()
    paths: list[Path] = []
    findings: tuple[Finding, ...] = ()
    message = cure = ""
    faults: list[int] = []
    try:
        for rapport in opdracht.rapporten:
            paths += api.render(
                rapport,
                opdracht.folder,
                jaar=opdracht.jaar,
                formats=opdracht.formats,
                output=opdracht.output,
                concept=faults.append,
            )
        if any(faults):
            findings = _faults(opdracht)
    except api.Onbruikbaar as fout:
        findings = fout.findings
    except api.Onvolledig as fout:
        paths += fout.paths
        message, cure = fout.message, fout.cure
    except api.Gebruiksfout as fout:
        message, cure = fout.message, fout.cure
    except OSError as fout:
        message = f"Lezen of opslaan lukt niet: {reason(fout)}."
        cure = "Controleer het bestand en sla het opnieuw op."
    return Ronde(tuple(paths), findings, message, cure, time.perf_counter() - start)


def _faults(opdracht: Opdracht) -> tuple[Finding, ...]:
    found = api.check(opdracht.folder, jaar=opdracht.jaar).findings
    return tuple(one for one in found if one.kind.severity == "fout")


def expect_watchfiles() -> None:
    """Raise Gebruiksfout when watchfiles is not installed."""
    try:
        import watchfiles  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise api.Gebruiksfout(
            "Voor `--watch` en `--serve` is watchfiles nodig, en dat is niet geïnstalleerd.",
            'Voer uit: pip install "watchfiles>=1.1"',
        ) from None


def _saves(workspace: Path, output: Path | None) -> Iterator[None]:
    """Yield once at the start and for every save in `data/` or `templates/`, or of `bkl.yaml`.

    Only what is already being watched is yielded, so that a save meanwhile is not missed. What
    lies elsewhere and is linked to is looked at in every step. Raises Gebruiksfout when the
    workspace itself is gone.
    """
    from watchfiles import Change, watch  # noqa: PLC0415 - an extra

    written = output.resolve() if output else None

    def matters(change: Change, name: str) -> bool:
        return _matters(Path(name), workspace, written)

    behind, apart = True, _apart(workspace)
    while True:
        folders = _folders(workspace)
        if not folders:
            raise _gone(workspace)
        for changes in watch(
            *folders,
            watch_filter=matters,
            debounce=DEBOUNCE,
            step=STEP,
            rust_timeout=LOOK,
            yield_on_timeout=True,
        ):
            if not workspace.is_dir():
                raise _gone(workspace)
            if changes or behind or _apart(workspace) != apart:
                behind, apart = False, _apart(workspace)
                yield
            if _folders(workspace) != folders:
                behind = True
                break


def _folders(workspace: Path) -> list[Path]:
    wanted = (workspace / "data", workspace / "templates")
    # without any the workspace itself is watched until they are back
    found = [folder for folder in wanted if folder.is_dir()]
    return found or [folder for folder in (workspace,) if folder.is_dir()]


def _apart(workspace: Path) -> tuple[tuple[str, int, int], ...]:
    """Return how the files now are that no watched folder holds: `bkl.yaml`, and what is linked."""
    found = [workspace / "bkl.yaml"]
    for folder in (workspace / "data", workspace / "templates"):
        try:
            with os.scandir(folder) as entries:
                found += [Path(entry) for entry in entries if entry.is_symlink()]
            if folder.is_symlink():
                found += folder.iterdir()
        except OSError:
            continue  # it is not there now, which `_folders` sees
    return tuple(_state(path) for path in sorted(found))


def _state(path: Path) -> tuple[str, int, int]:
    try:
        stat = path.stat()
    except OSError:
        return str(path), -1, -1
    return str(path), stat.st_mtime_ns, stat.st_size


def _gone(workspace: Path) -> api.Gebruiksfout:
    return api.Gebruiksfout(
        f"De map {workspace} is er niet meer.",
        "Zet de map terug en begin opnieuw, of geef met `-C` een andere map.",
    )


def _matters(path: Path, workspace: Path, written: Path | None) -> bool:
    """Return whether a saved file may change a report: no drafts of editors, none of ours."""
    name = path.name
    if name.startswith((".", "#", "~")) or name.endswith(("~", ".tmp", ".swp", ".bak")):
        return False
    inside = path.relative_to(workspace).parts if path.is_relative_to(workspace) else ()
    if inside[:1] == ("data",):
        return os.path.splitext(name)[1] in (".yaml", ".yml", "")
    # also when the reports themselves are written there
    ours = written is not None and path.is_relative_to(written)
    return inside[:1] == ("templates",) and (not ours or name.endswith((".j2", ".css")))
