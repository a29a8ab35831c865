"""Names of files as a repository knows them, for services that show findings beside the code."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from bkl.api.checking.check import CheckResult
from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place


def rooted(result: CheckResult, base: Path) -> CheckResult:
    """Return the findings with files named from the top of the repository around `base`.

    `base` is the folder that names are seen from now. Without a repository, or for a file
    outside it, a name stays.
    """
    top = next((one for one in (base, *base.parents) if (one / ".git").exists()), None)
    if top is None or top == base:
        return result

    def name(file: str) -> str:
        full = os.path.abspath(base / file)
        inside = os.path.relpath(full, top)
        return file if inside.startswith("..") else Path(inside).as_posix()

    def place(old: Place) -> Place:
        return old._replace(file=name(old.file))

    def renamed(finding: Finding) -> Finding:
        related = tuple(one._replace(place=place(one.place)) for one in finding.related)
        edits = tuple(edit._replace(place=place(edit.place)) for edit in finding.edits)
        return replace(finding, place=place(finding.place), related=related, edits=edits)

    findings = tuple(renamed(finding) for finding in result.findings)
    return CheckResult(findings, tuple(name(file) for file in result.files))
