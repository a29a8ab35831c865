"""From a character in a scalar's value to the character in the file that it came from."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

_BLANK = " \t\n"
_ESCAPE_LENGTH = {"x": 4, "u": 6, "U": 10}


def source_offsets(text: str, start: int, end: int, value: str) -> Sequence[int]:
    """Return, for each character of `value`, its offset in `text`.

    `text[start:end]` is the scalar as written. Folding only changes blanks, so the other
    characters are found in the order in which they stand.
    """
    mark = text[start : start + 1]
    if mark in ("|", ">"):
        at = text.find("\n", start, end) + 1 or end
    elif mark in ("'", '"'):
        at = start + 1
    else:
        at = start
    if text[at : at + len(value)] == value and not (mark == "'" and "'" in value):
        return range(at, at + len(value))
    return _align(text, at, end, value, mark)


def _align(text: str, at: int, end: int, value: str, mark: str) -> array[int]:
    offsets = array("L")
    for char in value:
        blank = char in _BLANK
        while mark == '"' and text.startswith("\\\n", at):
            at += 2
            while text[at : at + 1] in (" ", "\t"):
                at += 1
        while not blank and at < end and text[at] in _BLANK:
            at += 1
        offsets.append(min(at, max(end - 1, 0)))
        if mark == '"' and text[at : at + 1] == "\\":
            at += _ESCAPE_LENGTH.get(text[at + 1 : at + 2], 2)
        elif mark == "'" and char == "'":
            at += 2
        elif not blank or (at < end and text[at] in _BLANK):
            at += 1
    return offsets
