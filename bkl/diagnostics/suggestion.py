"""'Bedoelde u …?': the nearest of the right candidates."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, None when none is like it."""
    import difflib  # noqa: PLC0415 - only when something is wrong

    found = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return the question ``Bedoelde u `x`?``, None when no candidate is like `word`."""
    found = nearest(word, candidates)
    return f"Bedoelde u `{found}`?" if found else None
