"""A phrase being read: what does not belong to the quantity is taken out, piece by piece.

What is taken out is replaced by spaces, so that every character keeps its place and a refusal
can point into the text as written.
"""

from __future__ import annotations

from bkl.domein.notatie.reading.figure import TAL
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Delen
from bkl.domein.notatie.reading.plain import MONTHS
from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.lazy import Lazy, words_in
from bkl.domein.notatie.vocabulary.qualifiers import ORDE

_FOUR_DIGITS = Lazy(r"\d\d\d\d")
_DIGIT = Lazy(r"(?<![\w])(?<![\w][.,-])[€]?\s?\d")
_SHARE = Lazy(
    r"(?<!\w)(?:helft|driekwart|tweederde|alle|(?<=met )een (?:kwart|derde|vijfde|tiende)"
    rf"|{TAL})(?!\w)"
)
_FILL = Lazy(r"\w")


class Peel:
    """A phrase with what was taken out of it; `low` is `text` in lower case, equally long.

    `text` loses what is known to be no part of the unit; `low` besides that the numbers that
    are no quantity, such as an age. `words` are those of the phrase as it came, and `month`
    and `year` tell whether one may stand in it: what cannot be there is not looked for.
    """

    __slots__ = ("delen", "low", "month", "noten", "text", "words", "year")

    def __init__(self, text: str, low: str) -> None:
        self.text, self.low = text, low
        self.words = words_in(low)
        self.month = not MONTHS.isdisjoint(self.words)
        self.year = _FOUR_DIGITS.search(low) is not None
        self.delen: Delen = GEEN_DELEN
        self.noten: list[str] = []

    def cut(self, start: int, end: int) -> str:
        """Take a piece out and return it as it was written, without the space around it."""
        taken = self.text[start:end].strip()
        blank = " " * (end - start)
        self.text = self.text[:start] + blank + self.text[end:]
        self.low = self.low[:start] + blank + self.low[end:]
        return taken

    def mask(self, start: int, end: int) -> None:
        """Keep a piece, but as words alone: what looks like a number in it is none."""
        filled = _FILL.sub("x", self.low[start:end])
        self.low = self.low[:start] + filled + self.low[end:]

    def note(self, start: int, end: int) -> None:
        """Take out what is kept and shown, and never calculated with."""
        if taken := self.cut(start, end).strip(" ,;()[]"):
            self.noten.append(taken)

    def has_figure(self, start: int = 0, end: int | None = None) -> bool:
        """Tell whether something that can be a quantity stands in this piece."""
        return has_figure(self.low[start:end])

    def put(self, **parts: object) -> None:
        """Remember parts that were read."""
        self.delen = self.delen._replace(**parts)  # type: ignore[arg-type]


def has_figure(low: str) -> bool:
    """Tell whether something that can be a quantity stands in a piece of a phrase."""
    if _DIGIT.search(low) or telwoord.find_word(low, 0):
        return True
    if ORDE.search(low):
        return True
    shares = "al" in low or "helft" in low or "kwart" in low or "derde" in low or "een " in low
    return shares and _SHARE.search(low) is not None
