"""'Bedoelde u …?': the nearest of the right candidates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_DIGITS = re.compile(r"\d+")
_BETWEEN = re.compile(r"[\s_.\-\u2010-\u2013]+")
_OUTSIDE = " \t\n\u00a0'\"`"
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_LONG, _SHORT = 8, 3


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, None when none is like it."""
    import difflib  # noqa: PLC0415 - only when something is wrong

    found = difflib.get_close_matches(word, list(candidates), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return the question ``Bedoelde u `x`?``, None when no candidate is like `word`."""
    found = nearest(word, candidates)
    return f"Bedoelde u `{found}`?" if found else None


def ask_name(word: str, names: Iterable[str]) -> str | None:
    """Return ``Bedoelde u `x`?`` for a name from the data; None where it is plainly another.

    What differs in a whole short part is another of the same series, not a slip: `bijlage-a`
    beside `bijlage-b`, `verslag-mei` beside `verslag-mrt`, `AE` beside `AD`, `BD-R5`, `BD-R4`.
    """
    found = nearest(word, names)
    if found is None:
        return None
    parts, others = _PARTS.findall(word.casefold()), _PARTS.findall(found.casefold())
    apart = len(parts) == len(others) and any(
        one != other and (one.isdigit() or max(len(one), len(other)) <= _SHORT)
        for one, other in zip(parts, others, strict=True)
    )
    return None if apart else f"Bedoelde u `{found}`?"


def certain(word: str, candidates: Iterable[str]) -> str | None:
    """Return the one candidate that is `word` but for capitals, spaces and punctuation.

    A letter more, less or other is never certain: `ongehaald` is not `gehaald`, `bijlage-a`
    not `bijlage-b`. Nor is a figure that is cut up otherwise (`R1.1`, `R11`), or a sign that
    says something, such as `gehaald?`.
    """
    meant, figures = _bare(word), _DIGITS.findall(word)
    if not meant:
        return None
    same = [one for one in candidates if _bare(one) == meant and _DIGITS.findall(one) == figures]
    return same[0] if len(same) == 1 else None


def slip(word: str, keys: Iterable[str]) -> str | None:
    """Return the one key of the format of which `word` can only be a slip of the pen.

    Besides what is `certain`: two neighbours swapped (`deol`), a letter doubled, or one letter
    left out within a long word (`toelichtng`). Another letter is another word (`deel`), and so
    is another beginning or end.
    """
    known = list(keys)
    found = certain(word, known)
    if found is not None:
        return found
    low = word.casefold().strip()
    near = [key for key in known if _slipped(low, key)]
    return near[0] if len(near) == 1 else None


def _bare(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold().strip(_OUTSIDE)
    return _BETWEEN.sub("", text.removesuffix(".").removesuffix(","))


def _slipped(word: str, key: str) -> bool:
    if len(key) < 4 or not word or (word[0], word[-1]) != (key[0], key[-1]):
        return False
    if len(word) == len(key):
        differ = [at for at, letter in enumerate(word) if letter != key[at]]
        first = differ[0] if len(differ) == 2 and differ[1] == differ[0] + 1 else None
        return first is not None and word[first : first + 2] == key[first : first + 2][::-1]
    if len(word) == len(key) + 1:
        return any(
            word[at] == word[at - 1] and word[:at] + word[at + 1 :] == key
            for at in range(1, len(word))
        )
    return len(key) >= _LONG and any(key[:at] + key[at + 1 :] == word for at in range(len(key)))
