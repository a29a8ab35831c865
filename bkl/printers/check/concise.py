"""Findings as one line each, which editors can follow: place, code and what is wrong."""

from __future__ import annotations

from bkl.api import CheckResult
from bkl.diagnostics.finding import Finding
from bkl.printers.check.text import TINTS, summary, where
from bkl.printers.screen import Screen, harmless


def show(result: CheckResult, screen: Screen) -> str:
    """Return a line per finding, never broken at the width of the screen, and the summary."""
    lines = [_line(finding, screen) for finding in result.findings]
    return screen.finish("".join(lines) + summary(result, screen))


def _line(finding: Finding, screen: Screen) -> str:
    place = screen.paint(where(finding.place.file, finding.position), "vet")
    severity = screen.paint(finding.kind.severity, TINTS[finding.kind.severity], "vet")
    return f"{place}: {severity} {finding.kind.code} {harmless(finding.message)}\n"
