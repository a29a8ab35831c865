"""Numbers, letters and bullets in front of a line, and what looks like a heading."""

from __future__ import annotations

import re
from typing import NamedTuple

_BULLET = r"[-–—•●○◦▪■□➢➤►▸✓✔*·\uf0b7\uf0a7\uf0d8]"
_MARK = re.compile(
    rf"(?P<bullet>{_BULLET}|o)\s+(?=\S)(?:(?P<inner>[A-Za-z]|\d{{1,2}})[.)]\s+(?=\S))?"
    r"|\(?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}[a-z]?)(?P<end>[.):]|(?<=\.\d)|(?<=\.\d\d))?\s+(?=\S)"
    r"|\(?(?P<letter>[A-Za-z]|[ivx]{2,4})[.)]\s+(?=\S)"
    r"|(?P<code>(?:[RAPDS]|KR|SP|OKR|KPI)\s?-?\d{1,2}(?:\.\d{1,2}){0,3})"
    r"\s*[.:)–-]?\s+(?=\S)"
)
ENDS = (".", "!", "?", ";", ",")
_CODE_TITLE = re.compile(
    r"(?P<code>[A-Z]{1,4}\d{0,2}|[A-Z]\.\d{1,2}|\d{1,2}\.\d{1,2})\s*[:–-]\s+(?=\S)"
)


class LineMark(NamedTuple):
    """What stands before the words of a line: `sort` is how it looks, `end` where words begin."""

    sort: str
    written: str
    end: int


def read_mark(line: str) -> LineMark | None:
    """Return the number, letter or bullet that opens a line; None for a plain line."""
    found = _MARK.match(line)
    if found is None:
        return None
    if found["bullet"]:
        written = found["inner"] or found["bullet"]
        return LineMark("bullet", written, found.end())
    if found["number"]:
        dots = found["number"].count(".")
        if not found["end"] and not dots:
            return None  # `300 vrijwilligers` is a sentence, no numbering
        return LineMark("number", found["number"], found.end())
    if found["letter"]:
        return LineMark("letter", found["letter"], found.end())
    return LineMark("code", found["code"], found.end())


def code_of_title(text: str) -> tuple[str, str] | None:
    """Return (`AD`, the words) of a heading such as `AD: Versterken …`; None without a code."""
    found = _CODE_TITLE.match(text)
    return (found["code"], text[found.end() :].strip()) if found else None


def looks_like_title(text: str, most: int = 90) -> bool:
    """Tell whether a line by itself could be a heading: short, a capital, no full stop."""
    if not text or len(text) > most or text.endswith((*ENDS, "…")):
        return False
    if sum(sign.isalpha() for sign in text) < 3:
        return False
    first = text.lstrip("'\"‘“(")[:1]
    return bool(first) and (first.isupper() or first.isdigit()) and len(text.split()) <= 14
