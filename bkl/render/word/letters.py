"""How wide words are about, and where a long one may break in a narrow column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pyphen
from docx.oxml.xmlchemy import BaseOxmlElement

from bkl.render.word.xml import element, text

_LETTERS = {" ijlIJ.,:;'’/": 68, "ft()-": 84, "r": 90, "cksxz?": 110, "mwMW%…": 180}
_SMALL, _CAPITAL, _PLAIN = 126, 143, 0.9
"""The width of bold letters in a table, in twentieths of a point, and what part of it plain
ones take: those of a wide typeface, since a computer without the one that is asked for shows
another."""
_EDGE = 4
"""Letters that stay together at both ends of a word."""
_LONG = re.compile(rf"[^\W\d_]{{{2 * _EDGE + 1},}}")


def width_of(words: str, *, bold: bool) -> int:
    """Return about how wide words are in a table, in twentieths of a point."""
    return round(sum(map(_letter, words)) * (1 if bold else _PLAIN))


def hyphenated(words: str, room: int, *, bold: bool) -> Iterator[BaseOxmlElement]:
    """Yield text in which words that are wider than their room may break between syllables.

    The hyphen shows only where a line ends.
    """
    done = 0
    for found in _LONG.finditer(words):
        if width_of(found[0], bold=bold) > room:
            for place in _places(found[0]):
                yield text(words[done : found.start() + place])
                yield element("softHyphen")
                done = found.start() + place
    yield text(words[done:])


def longest_piece(word: str) -> str:
    """Return the longest part of a word that never breaks."""
    places = [found.start() + at for found in _LONG.finditer(word) for at in _places(found[0])]
    parts = [word[start:end] for start, end in zip([0, *places], [*places, None], strict=True)]
    return max(parts, key=len)


@cache
def _places(word: str) -> tuple[int, ...]:
    """Return where a word breaks without a change of its letters."""
    return tuple(int(one) for one in _patterns().positions(word) if one.data is None)


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=_EDGE, right=_EDGE)


@cache
def _letter(letter: str) -> int:
    wide = _CAPITAL if letter.isupper() else _SMALL
    return next((width for letters, width in _LETTERS.items() if letter in letters), wide)
