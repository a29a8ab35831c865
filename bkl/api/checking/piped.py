"""`check -`: a file that comes through a pipe, checked as if it stood among the others."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from bkl.api.checking.check import CheckOptions, CheckResult, check
from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.folder import KINDS, find_workspace
from bkl.diagnostics.finding import Finding
from bkl.domein.notatie.values.jaren import read_planjaren
from bkl.source.text.read import instead

NAME = "<invoer>"
"""How findings call what came through the pipe."""
_FIRST = re.compile(
    rb"^(?:\xef\xbb\xbf)?([a-z]+)[ \t]*:[ \t]*[\"']?([0-9]{4}(?:[ \t]*[-/][ \t]*[0-9]{2,4})?)\b",
    re.M,
)


def check_piped(
    data: bytes, folder: Path | None = None, **options: Unpack[CheckOptions]
) -> CheckResult:
    """Check a werkplan, jaarverslag or bijstellingen by its text.

    The other file of the year is that of the workspace around `folder`, if there is one.
    Raises Gebruiksfout when the text does not say what it is.
    """
    found = next((one for one in _FIRST.finditer(data) if one[1].decode() in KINDS), None)
    if found is None:
        raise Gebruiksfout(
            "Uit de invoer blijkt niet wat voor bestand dit is.",
            "Begin met `werkplan: 2021` of `jaarverslag: 2021`.",
        )
    workspace = find_workspace(folder or Path.cwd())
    around = workspace / "data" if workspace else (folder or Path.cwd())
    jaren = read_planjaren(found[2].decode())
    path = around / f"{found[1].decode()}-{jaren.in_naam if jaren else found[2].decode()}.yaml"
    options["files"] = [path]
    with instead({os.path.abspath(path): data}):
        result = check(folder, **options)
    findings = tuple(_renamed(finding, path.as_posix()) for finding in result.findings)
    return CheckResult(findings, (NAME,))


def _renamed(finding: Finding, name: str) -> Finding:
    if finding.place.file != name:
        return finding
    return replace(finding, place=finding.place._replace(file=NAME), edits=())
