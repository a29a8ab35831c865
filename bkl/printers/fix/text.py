"""What was mended: as a list, or as a unified diff when nothing was written."""

from __future__ import annotations

from bkl.api import FixResult
from bkl.diagnostics.finding import Finding
from bkl.printers.diff import diff_lines
from bkl.printers.screen import Screen, harmless


def show(fixed: FixResult, screen: Screen) -> str:
    """Return what was mended, one line each; the diff when nothing was written."""
    if not fixed.mended:
        return "Er is niets dat zeker te herstellen is.\n"
    lines: list[str] = []
    if not fixed.written:
        for change in fixed.changes:
            lines += diff_lines(change, screen)
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
