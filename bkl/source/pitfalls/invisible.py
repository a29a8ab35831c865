"""Signs that nobody sees: how they are called, and where they are read as what they look like."""

from __future__ import annotations

import re

from bkl.domein.notatie.values.lazy import Lazy

PRIVATE = r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""Characters without a meaning of their own, as part of a pattern: each font shows its own thing.

Documents do not show them, as what bkl draws itself is marked with some of them.
"""
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
    "\uf0a7": "een blokje uit het lettertype Wingdings",
    "\uf0b7": "een bolletje uit het lettertype Symbol",
    "\uf0d8": "een pijltje uit het lettertype Wingdings",
    "\uf0e0": "een pijltje uit het lettertype Wingdings",
    "\uf0fc": "een vinkje uit het lettertype Wingdings",
    "\uf8ff": "het beeldmerk van Apple",
}
INVISIBLE = Lazy(
    f"[{PRIVATE}"
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_LEADS = (b"\xee", b"\xef", b"\xf3", b"\xf4")
"""How such characters begin in UTF-8, as do few others."""
_PRIVATE = Lazy(f"[{PRIVATE}]")
_SPACE = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_STRUCTURE = Lazy(
    rf"^[ ]*{_SPACE}[ \u00a0\u2000-\u200a\u202f\u205f\u3000]*"
    rf"|(?<=[\w'\"]:){_SPACE}+|(?<=^-){_SPACE}+|(?<= -){_SPACE}+|{_SPACE}+(?=#\s)|{_SPACE}+$",
    re.M,
)


def name_of(sign: str) -> str:
    """Return how a sign that nobody sees, or that has no meaning, is called, with its number."""
    other = "een teken zonder vaste betekenis"
    other = other if find_private(sign) else "een teken voor de schrijfrichting"
    return f"{_NAMES.get(sign, other)} (U+{ord(sign):04X})"


def reason_of(sign: str) -> str:
    """Return what is wrong with such a sign, to stand behind its name."""
    return "dat elk lettertype anders toont" if find_private(sign) else "dat niemand ziet"


def find_invisible(text: str) -> re.Match[str] | None:
    """Return the first sign in a text that nobody sees, or that has no meaning of its own."""
    # all of them count as unprintable, except a joiner and what chooses how a sign is drawn
    if text.isascii() or (text.isprintable() and "\u034f" not in text and max(text) < "\ufe00"):
        return None
    return INVISIBLE.search(text)


def find_private(text: str) -> re.Match[str] | None:
    """Return the first sign in a text that has no meaning of its own."""
    return None if text.isascii() else _PRIVATE.search(text)


def may_hold_private(text: str) -> bool:
    """Tell whether a long text can hold such a sign: a byte of it tells, and takes no pattern."""
    data = b"" if text.isascii() else text.encode("utf-8", "surrogatepass")
    return any(lead in data for lead in _LEADS)


def as_it_looks(text: str) -> str:
    """Return the text of a file with usual spaces where YAML wants one, of the same length.

    That is before a key, behind its colon or a dash, before a comment, and at the end of a line.
    """
    return text if text.isascii() else _STRUCTURE.sub(lambda found: " " * len(found[0]), text)
