"""Onleesbaar: a phrase that cannot be read, with the reason and the cure."""

from __future__ import annotations


class Onleesbaar(ValueError):  # noqa: N818 - the word of the domain
    """A phrase that is refused rather than guessed at.

    `reden` says what is wrong and `herstel` what to write instead, both Dutch sentences;
    `start` and `end` are the faulty characters within the phrase.
    """

    def __init__(self, reden: str, herstel: str, start: int, end: int) -> None:
        """Keep the parts apart, so that a finding can show each in its own place."""
        super().__init__(f"{reden} {herstel}")
        self.reden = reden
        self.herstel = herstel
        self.start = start
        self.end = end

    def shifted(self, by: int) -> Onleesbaar:
        """Return the same refusal for a phrase in which the text stands `by` characters on."""
        return Onleesbaar(self.reden, self.herstel, self.start + by, self.end + by)
