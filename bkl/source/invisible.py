"""Signs that nobody sees: how they are called, and where they are read as what they look like."""

from __future__ import annotations

import re

_NAMES = {
    "\u00ad": "een zacht afbreekstreepje",
    "\u034f": "een verbindingsteken",
    "\u061c": "een teken voor de schrijfrichting",
    "\u180e": "een onzichtbare spatie",
    "\u200b": "een spatie zonder breedte",
    "\u200c": "een onzichtbaar scheidingsteken",
    "\u200d": "een onzichtbaar verbindingsteken",
    "\u2060": "een onzichtbaar verbindingsteken",
    "\ufeff": "een bytevolgordeteken",
}
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACE = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_STRUCTURE = re.compile(
    rf"^[ ]*{_SPACE}[ \u00a0\u2000-\u200a\u202f\u205f\u3000]*"
    rf"|(?<=[\w'\"]:){_SPACE}+|(?<=^-){_SPACE}+|(?<= -){_SPACE}+|{_SPACE}+(?=#\s)|{_SPACE}+$",
    re.M,
)


def name_of(sign: str) -> str:
    """Return how an invisible sign is called, with its number."""
    known = _NAMES.get(sign, "een teken voor de schrijfrichting")
    return f"{known} (U+{ord(sign):04X})"


def find_invisible(text: str) -> re.Match[str] | None:
    """Return the first sign in a text that nobody sees."""
    return None if text.isascii() else INVISIBLE.search(text)


def as_it_looks(text: str) -> str:
    """Return the text of a file with usual spaces where YAML wants one, of the same length.

    That is before a key, behind its colon or a dash, before a comment, and at the end of a line.
    """
    return text if text.isascii() else _STRUCTURE.sub(lambda found: " " * len(found[0]), text)
