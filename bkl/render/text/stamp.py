"""Stamp: what a template's filter leaves in a text, in the place of a verdict or a chart.

A private character, a letter for the kind, the numbers of the marks that it shows, and another
private character. `bkl.render.text.signs` tells what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from bkl.render.text.escape import Md

OPEN, CLOSE = "\ue0f0", "\ue0f1"
SETTLED = re.compile(rf"{OPEN}(\d+){CLOSE}")
"""A sign in a settled text, with its number."""


class ChangedStamp(Exception):  # noqa: N818 - what it is
    """A template does something with a text that holds signs, which would break them."""


class Element(Protocol):
    """What a sign stands for, as the parser needs it."""

    @property
    def kind(self) -> str:
        """The type of its token."""

    @property
    def words(self) -> str:
        """What a reader sees where no element can stand."""


class Stamp(Md):
    """A sign as a value in a template: whatever is done with it, its words remain.

    Shown as it is it leaves its sign; joined to other text, or changed, it is its words.
    """

    words: str

    def __new__(cls, letter: str, numbers: Iterable[int], words: str) -> Stamp:
        """Make the sign for some marks."""
        made = super().__new__(cls, f"{OPEN}{letter}{','.join(map(str, numbers))}{CLOSE}")
        made.words = words
        return made

    def __str__(self) -> str:
        """Return its words."""
        return self.words

    @property
    def sign(self) -> str:
        """The sign itself."""
        return str.__str__(self)
