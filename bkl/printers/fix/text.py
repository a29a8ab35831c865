"""What was mended: as a list, or as a unified diff when nothing was written."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from bkl.api import FixResult
from bkl.api.checking.fix import Change
from bkl.diagnostics.finding import Finding
from bkl.printers.screen import Screen, Tint, harmless


def show(fixed: FixResult, screen: Screen) -> str:
    """Return what was mended, one line each; the diff when nothing was written."""
    if not fixed.mended:
        return "Er is niets dat zeker te herstellen is.\n"
    lines: list[str] = []
    if not fixed.written:
        for change in fixed.changes:
            lines += _diff(change, screen)
    count = len(fixed.mended)
    what = "1 fout" if count == 1 else f"{count} fouten"
    lines.append(f"Hersteld: {what}." if fixed.written else f"Zeker te herstellen: {what}.")
    lines += [_line(finding) for finding in fixed.mended]
    return screen.finish("\n".join([*lines, ""]))


def _line(finding: Finding) -> str:
    position = finding.position
    where = f"{harmless(finding.place.file)}:{position.line}:{position.column}" if position else ""
    edits = ", ".join(f"`{harmless(edit.old)}` wordt `{edit.new}`" for edit in finding.edits)
    return f"  {where} {finding.kind.code} {edits}"


def _diff(change: Change, screen: Screen) -> Iterator[str]:
    """Yield a unified diff; line breaks of any kind are shown as one."""
    before, after = (_lines(data) for data in (change.before, change.after))
    tints: dict[str, Tint] = {"+": "groen", "-": "rood", "@": "blauw"}
    name = harmless(change.file)
    for line in difflib.unified_diff(before, after, name, name, lineterm="", n=2):
        yield screen.paint(harmless(line), *([tints[line[0]]] if line[0] in tints else []))


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").split("\n")
