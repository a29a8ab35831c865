"""'Bedoelde u …?': the nearest of the right candidates."""

from __future__ import annotations

import unicodedata
from bisect import bisect
from collections.abc import Iterable

from bkl.domein.notatie.values.lazy import Lazy

_DIGITS = Lazy(r"\d+(?:[.\-]\d+)*")
_BETWEEN = Lazy(r"[\s_.\-\u2010-\u2013]+")
_OUTSIDE = " \t\n\u00a0'\"`"
_PARTS = Lazy(r"\d+|[^\W\d_]+")
_LONG, _SHORT = 8, 3
_FEW = 100
"""So many names are all compared with a wrong one; of more only its neighbours are."""
_LONGEST = 100
"""A word of more characters is no name."""
_ASKED = 1000
_SHOWN = 12


class Names:
    """The names that are right, in the order given, kept so that many wrong ones can be looked up.

    One look-up costs the same however many names there are: of more than `_FEW` only those
    are compared that stand beside the word when sorted by beginning and by end. After `_ASKED`
    look-ups nobody reads another guess, and none is made.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(dict.fromkeys(names))
        self._asked = 0
        self._sorted: tuple[list[tuple[str, str]], list[tuple[str, str]]] | None = None
        self._by_bare: dict[str, list[str]] | None = None

    def nearest(self, word: str) -> str | None:
        """Return the name most like `word`, None when none is like it."""
        self._asked += 1
        if not word or len(word) > _LONGEST or self._asked > _ASKED:
            return None
        if meant := self.certain(word):
            return meant
        import difflib  # noqa: PLC0415 - only when something is wrong

        found = difflib.get_close_matches(word, self._near(word), n=1, cutoff=0.6)
        return found[0] if found else None

    def certain(self, word: str) -> str | None:
        """Return the one name that is `word` but for capitals, spaces and punctuation.

        A letter more, less or other is never certain: `ongehaald` is not `gehaald`,
        `bijlage-a` not `bijlage-b`. Nor is a figure that is cut up otherwise (`R1.1`, `R11`,
        `R1-1`), or a sign that says something, such as `gehaald?`.
        """
        meant, figures = _bare(word), _DIGITS.findall(word)
        if self._by_bare is None:
            self._by_bare = {}
            for name in self.names:
                self._by_bare.setdefault(_bare(name), []).append(name)
        alike = self._by_bare.get(meant, ()) if meant else ()
        same = [one for one in alike if _DIGITS.findall(one) == figures]
        return same[0] if len(same) == 1 else None

    def ask(self, word: str) -> str | None:
        """Return ``Bedoelde u `x`?`` for a name from the data; None where it is plainly another.

        What differs in a whole short part is another of the same series, not a slip:
        `bijlage-a` beside `bijlage-b`, `verslag-mei`, `verslag-mrt`, `AE`, `AD`, `BD-R5`, `BD-R4`;
        and so is a code of more figures, such as `1.1` beside `1.1.2`.
        """
        found = self.nearest(word)
        if found is None:
            return None
        parts, others = _PARTS.findall(word.casefold()), _PARTS.findall(found.casefold())
        apart = len(parts) == len(others) and any(
            one != other and (one.isdigit() or max(len(one), len(other)) <= _SHORT)
            for one, other in zip(parts, others, strict=True)
        )
        mine, theirs = ([p for p in each if p.isdigit()] for each in (parts, others))
        numbered = mine and theirs and len(mine) != len(theirs)
        return None if apart or numbered else f"Bedoelde u `{found}`?"

    def some(self) -> str:
        """Return the names with commas between them; of many the first few and how many more."""
        more = len(self.names) - _SHOWN
        shown = ", ".join(self.names[:_SHOWN] if more > 1 else self.names)
        return f"{shown} en nog {more}" if more > 1 else shown

    def _near(self, word: str) -> list[str]:
        if len(self.names) <= _FEW:
            return self.names
        if self._sorted is None:
            folded = [(name.casefold(), name) for name in self.names]
            self._sorted = sorted(folded), sorted((low[::-1], name) for low, name in folded)
        low, beside = word.casefold(), []
        for known, sought in zip(self._sorted, (low, low[::-1]), strict=True):
            at = bisect(known, (sought, ""))
            beside += known[max(0, at - _FEW // 4) : at + _FEW // 4]
        return list(dict.fromkeys(name for _, name in beside))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `word`, None when none is like it."""
    return Names(candidates).nearest(word)


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return the question ``Bedoelde u `x`?``, None when no candidate is like `word`."""
    found = nearest(word, candidates)
    return f"Bedoelde u `{found}`?" if found else None


def certain(word: str, candidates: Iterable[str]) -> str | None:
    """Return the one candidate that is `word` but for capitals, spaces and punctuation."""
    return Names(candidates).certain(word)


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
