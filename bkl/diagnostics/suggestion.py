"""'Bedoelde u …?': the nearest of the right candidates."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIGITS = re.compile(r"\d+")


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, None when none is like it."""
    import difflib  # noqa: PLC0415 - only when something is wrong

    found = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return the question ``Bedoelde u `x`?``, None when no candidate is like `word`."""
    found = nearest(word, candidates)
    return f"Bedoelde u `{found}`?" if found else None


def certain(word: str, candidates: Iterable[str]) -> str | None:
    """Return the one candidate of which `word` can only be a slip of the pen, else None.

    That is: but for capitals it is the same, or it is at most one letter off (two in a long
    word) and no other candidate comes near. A wrong figure is never certain: `BD-R5` may be
    meant.
    """
    low, reach = word.casefold().strip(), 2 if len(word) >= 8 else 1
    near: list[tuple[int, str]] = []
    for candidate in candidates:
        if abs(len(candidate) - len(low)) > reach + 1:
            continue
        distance = _distance(low, candidate.casefold(), reach + 1)
        if distance <= reach + 1:
            near.append((distance, candidate))
    same = [entry for entry in near if entry[0] == 0]
    if len(same or near) != 1 or (same or near)[0][0] > reach:
        return None
    found = (same or near)[0][1]
    return found if _DIGITS.findall(found) == _DIGITS.findall(word) else None


def _distance(a: str, b: str, most: int) -> int:
    """Return how many letters differ (swapped neighbours count once); `most` + 1 when more."""
    before, row = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        last, before, row = before, row, [i]
        for j, right in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
