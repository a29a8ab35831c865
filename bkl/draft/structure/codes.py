"""Ids in the document's own numbering, as far as the werkplan allows them."""

from __future__ import annotations

import re
from collections.abc import Collection

_CODE = re.compile(r"[^A-Za-z0-9.]+")
_VALID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]*(?:\.[0-9][A-Za-z0-9_]*)*")
_WORDS = re.compile(
    r"^(?:doelstelling|doel|resultaat|actie|activiteit|indicator)\s*-?", re.IGNORECASE
)


def code_of(mark: str, letter: str, number: int, taken: Collection[str]) -> str:
    """Return the id of an onderdeel: the document's own mark where it has one.

    `1.` becomes `R1` (with `letter` R), `a)` the letter, `1.1.2` and `KR2` stay as they are;
    without a mark it is the next number.
    """
    code = _CODE.sub("", _WORDS.sub("", mark.strip()).strip(" .)(:"))
    if code.isdigit():
        code = f"{letter}{int(code)}"
    elif not _VALID.fullmatch(code):
        code = f"{letter}{number}"
    if code not in taken:
        return code
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def key_of(code: str, kind: str, taken: Collection[str]) -> str | None:
    """Return the key of a speerpunt for its code in the document, None without a usable one.

    `2` of `Programma 2` becomes `P2`; a number without such a word stays a number.
    """
    plain = _CODE.sub("", code.strip(" .)(:"))
    if plain.isdigit() and kind:
        plain = f"{kind[0].upper()}{int(plain)}"
    if not plain or not _VALID.fullmatch(plain):
        return None
    return plain if plain not in taken else None
