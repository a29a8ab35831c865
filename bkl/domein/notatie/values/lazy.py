"""Patterns that are compiled on first use, and only searched where they can match."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

_LETTERS = re.compile(r"[^\W\d_]+")
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub")


class Lazy:
    """A regular expression that is compiled when it is first used.

    Most phrases need few of them, and starting must be quick. `needs` are words of which every
    match holds at least one, as a run of letters with no letter beside it: where a phrase has
    none of them (see `words_in`), the pattern need not be tried.
    """

    def __init__(self, source: str, flags: int = 0, needs: frozenset[str] = frozenset()) -> None:
        """Keep the source; a fault in it is told on first use."""
        self._source, self._flags = source, flags
        self.needs = needs

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself; from then on its own methods stand in for those of the class."""
        pattern = re.compile(self._source, self._flags)
        vars(self).update({name: getattr(pattern, name) for name in _METHODS})
        return pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find the first match between `start` and `end`."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at `start`."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match the whole text."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Find every match between `start` and `end`."""
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        """Return every match, or its only group."""
        return self.compiled.findall(text)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Replace every match, or the first `count`."""
        return self.compiled.sub(new, text, count)


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


def words_in(low: str) -> frozenset[str]:
    """Return every run of letters of a lower-case text: what `Lazy.needs` is held against."""
    return frozenset(_LETTERS.findall(low))
