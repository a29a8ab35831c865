"""What changes in a file, line by line, as a unified diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from bkl.api.workspace.save import Change
from bkl.printers.screen import Screen, Tint, harmless

_TINTS: dict[str, Tint] = {"+": "groen", "-": "rood", "@": "blauw"}


def diff_lines(change: Change, screen: Screen) -> Iterator[str]:
    """Yield the lines of the diff; line breaks of any kind are shown as one."""
    before, after = _lines(change.before or b""), _lines(change.after)
    name = harmless(change.file)
    first = name if change.before is not None else "(nieuw)"
    for line in difflib.unified_diff(before, after, first, name, lineterm="", n=2):
        yield screen.paint(harmless(line), *([_TINTS[line[0]]] if line[0] in _TINTS else []))


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n") if text else []
