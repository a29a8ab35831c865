"""`check --fix`: what is certain is mended, and then everything is checked again."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Unpack

from bkl.api.checking.check import CheckOptions, CheckResult, check
from bkl.api.workspace.save import Change
from bkl.api.workspace.write import Intussenveranderd, write_atomic
from bkl.api.workspace.year import workspace_of
from bkl.diagnostics.finding import Finding
from bkl.source.edits.apply import apply_edits
from bkl.source.text.read import instead

_ROUNDS = 10
_TRIES = 5


@dataclass(frozen=True, slots=True)
class FixResult:
    """What was mended (`mended`, each with its edits), and what remains (`result`, without)."""

    changes: tuple[Change, ...]
    mended: tuple[Finding, ...]
    result: CheckResult
    written: bool


def fix(
    folder: Path | None = None, *, write: bool = True, **options: Unpack[CheckOptions]
) -> FixResult:
    """Apply every certain cure, check again, and go on until there is none left.

    Only the characters of a cure change: comments, layout, line breaks and byte order mark
    stay. With `write` the files are replaced, each in one go; without it nothing is written.
    A file that is saved meanwhile is read and mended anew: no save is ever lost. Raises
    Gebruiksfout as `check` does, and for a file that may not be replaced or changes all the
    time; OSError when a file cannot be written.
    """
    top = None if options.get("files") else workspace_of(folder)
    saved: list[Change] = []
    mended: list[Finding] = []
    for left in reversed(range(_TRIES)):
        planned = _plan(folder, top, options)
        mended += planned.mended
        if not write:
            return planned
        try:
            for change in planned.changes:
                write_atomic(change.path, change.after, change.before)
                saved.append(change)
            break
        except Intussenveranderd:
            if not left:
                raise
            names = {change.file for change in saved}
            mended = [finding for finding in mended if finding.place.file in names]
    return FixResult(tuple(saved), tuple(mended), planned.result, written=True)


def _plan(folder: Path | None, top: Path | None, options: CheckOptions) -> FixResult:
    """Return what is to be changed and what then remains; nothing is written."""
    held: dict[str, bytes] = {}
    read: dict[str, bytes] = {}
    mended: list[Finding] = []

    def look() -> CheckResult:
        with instead(held, read if not held else None):
            return check(folder, **options)

    result = look()
    held |= read
    for _ in range(_ROUNDS):
        before, done = dict(held), _apply(result, top, held)
        if not done:
            break
        again = look()
        if again.fouten > result.fouten:
            held = before
            break
        mended += done
        result = again
    changes = tuple(_changes(result.files, top, read, held))
    left = tuple(replace(finding, edits=()) for finding in result.findings)
    return FixResult(changes, tuple(mended), replace(result, findings=left), written=False)


def _path(name: str, top: Path | None) -> Path:
    return top / name if top else Path(name)


def _apply(result: CheckResult, top: Path | None, held: dict[str, bytes]) -> list[Finding]:
    """Change `held` as the findings say; return the findings that were mended."""
    done: list[Finding] = []
    for name in result.files:
        findings = [one for one in result.findings if one.place.file == name and one.edits]
        data = held.get(os.path.abspath(_path(name, top))) if findings else None
        if data is not None:
            after, mended = apply_edits(data, findings)
            if mended:
                held[os.path.abspath(_path(name, top))] = after
                done += mended
    return done


def _changes(
    names: Sequence[str], top: Path | None, read: Mapping[str, bytes], held: Mapping[str, bytes]
) -> list[Change]:
    paths = {name: os.path.abspath(_path(name, top)) for name in names}
    return [
        Change(name, _path(name, top), read[path], held[path])
        for name, path in paths.items()
        if path in read and read[path] != held[path]
    ]
