"""Findings as GitHub workflow commands: each becomes a note at its line in the pull request."""

from __future__ import annotations

from bkl.api import CheckResult
from bkl.diagnostics.finding import Finding, Severity
from bkl.printers.check.text import summary
from bkl.printers.screen import Screen, harmless

_COMMANDS: dict[Severity, str] = {"fout": "error", "waarschuwing": "warning"}


def show(result: CheckResult, screen: Screen) -> str:
    """Return one workflow command per finding, and a line for whoever reads the log."""
    return "".join(_command(finding) for finding in result.findings) + summary(result, screen)


def escape_message(text: str) -> str:
    """Return the text so that it stays one message."""
    lines = [harmless(line).replace("%", "%25") for line in text.split("\n")]
    # two hash signs begin a command too
    return "%0A".join(lines).replace("##", "# #")


def escape_property(text: str) -> str:
    """Return the text so that it stays one property: a colon or comma would end it."""
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")


def _command(finding: Finding) -> str:
    properties = {"file": finding.place.file}
    if position := finding.position:
        properties["line"] = properties["endLine"] = str(position.line)
        properties["col"] = str(position.column)
        properties["endColumn"] = str(position.column + position.length)
    properties["title"] = f"{finding.kind.code} {finding.kind.slug}"
    listed = ",".join(f"{name}={escape_property(text)}" for name, text in properties.items())
    message = escape_message(f"{finding.message}\n{finding.cure}")
    return f"::{_COMMANDS[finding.kind.severity]} {listed}::{message}\n"
