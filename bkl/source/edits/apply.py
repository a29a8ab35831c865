"""Making the edits that findings carry: at their place, and only where the text is as expected."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Edit

_BREAK = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"
_QUOTES = ("'", '"')


def apply_edits(data: bytes, findings: Sequence[Finding]) -> tuple[bytes, list[Finding]]:
    """Return the bytes with the edits made, and the findings whose edits all could be made.

    An edit is left out when something else stands at its place than it expects, or when it
    overlaps an earlier one.
    """
    text = data.decode("utf-8")
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    taken: list[tuple[int, int, str]] = []
    done: list[Finding] = []
    for finding in findings:
        spots = [_spot(text, starts, edit) for edit in finding.edits]
        fitting = [spot for spot in spots if spot is not None and _is_free(spot, taken)]
        if len(fitting) == len(spots):
            taken += fitting
            done.append(finding)
    for start, end, new in sorted(taken, reverse=True):
        text = text[:start] + new + text[end:]
    return text.encode("utf-8"), done


def _spot(text: str, starts: Sequence[int], edit: Edit) -> tuple[int, int, str] | None:
    """Return which characters to replace by what, None when they are not as expected."""
    position = edit.position
    if position is None or position.line > len(starts):
        return None
    start = starts[position.line - 1] + position.column - 1
    start += position.line == 1 and text.startswith(_BOM)
    end = start + position.length
    found = text[start:end]
    if found[:1] in _QUOTES and found[1:-1] == edit.old:
        start, end = start + 1, end - 1
    elif found != edit.old:
        return None
    return start, end, edit.new


def _is_free(spot: tuple[int, int, str], taken: Sequence[tuple[int, int, str]]) -> bool:
    ordered = sorted(taken)
    at = bisect_left(ordered, spot)
    after = ordered[at] if at < len(ordered) else None
    before = ordered[at - 1] if at else None
    return not (after and after[0] < spot[1]) and not (before and before[1] > spot[0])
