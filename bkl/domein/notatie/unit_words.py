"""The words behind a number: the unit, and the `per 1.000` of a ratio."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NoReturn

from bkl.domein.notatie import refusals, telwoord
from bkl.domein.notatie.getal import scan_number
from bkl.domein.notatie.qualifiers import HALF_GETAL, LATER, ORDE
from bkl.domein.notatie.unreadable import Onleesbaar

_KEER = re.compile(r"\s*[x×](?=\s|[.,]?$)")
_PER = re.compile(r"(?<!\w)per\s+(?=\S)")
_DIGIT = re.compile(r"(?<!\w)(?<!\w-)\d(?:[\d.,]*\d)?")
_STRANGE = re.compile(r"[^\w\s'/&(),.-]|_|(?<!\S)['(),.-]+(?!\S)")
_NOT_FIRST = re.compile(
    r"\s*(?:(?:en|of|tot|à|a|naar|plus|t/m|dan|maar|niet|geen|ja|nee|procent)(?![\w-])"
    r"|(?:en|of|tot|naar)(?=\d))"
)
_PREPOSITION = re.compile(
    r"\s*(?:van|voor|bij|op|met|in|door|die|dat|om|als|uit|onder|over|de|het)(?![\w-])"
)


def read_eenheid(
    text: str, low: str, start: int, teken: str | None
) -> tuple[str | None, Fraction | None]:
    """Return (unit, denominator) from what follows a number; `low` is `text` in lower case.

    `teken` is a sign that stood at the number itself, `%` or `€`; it opens the unit. The
    number of `per 1.000` is taken out: `meldingen per 1.000 inwoners` is the unit
    `meldingen per inwoners` with denominator 1000.
    """
    end = len(low)
    if start == end:
        return teken, None
    words, per = text[start:], None
    if keer := _KEER.match(low, start):
        words, start = f"keer {text[keer.end() :]}", keer.end()
    elif not low[start].isspace():
        _refuse_strange(text, start)
    if "per " in low:
        words, per = _take_per(text, low, start, words)
    if per is None:
        _check(text, low, start, teken or keer)
    unit = " ".join(words.split()).rstrip(" .,")
    if teken is not None:
        unit = f"{teken} {unit}" if unit else teken
    return unit or None, per


def _take_per(text: str, low: str, start: int, words: str) -> tuple[str, Fraction | None]:
    found = _PER.search(low, start)
    number = scan_number(low, found.end()) if found else None
    if found is None or number is None or low.startswith("een", found.end()):
        return words, None
    value, end = number
    if value.denominator != 1 or value < 1 or low[end : end + 1].strip(" \t\r\n.,"):
        raise Onleesbaar(
            "Achter `per` staat geen heel getal.",
            "Schrijf bijvoorbeeld `per 1.000 inwoners`.",
            found.end(),
            end,
        )
    _check(text, low[: found.end()], start, "per")
    if low[end:].strip():
        _check(text, low, end, "per")
    cut = len(words) - (len(text) - found.end())
    behind = text[end:]
    # `159 per 1.000` counts nothing by name: the word goes with its number
    return words[: cut if behind.strip(" .,") else found.start() - len(text)] + behind, value


def _check(text: str, low: str, start: int, opened: object) -> None:
    """Refuse words that are no unit; `opened` tells that a sign or `keer` stands before them."""
    if strange := _STRANGE.search(low, start):
        _refuse_strange(text, strange.start())
    if _NOT_FIRST.match(low, start) or (not opened and _PREPOSITION.match(low, start)):
        _refuse_second(low, start)
    number = _DIGIT.search(low, start) or telwoord.find_word(low, start) or ORDE.search(low, start)
    if number:
        _refuse_second(low, start)
    if again := LATER.search(low, start):
        raise Onleesbaar(
            f"`{again[0]}` staat achter het getal.",
            f"Schrijf `{again[0]}` vóór het getal.",
            *again.span(),
        )
    if vague := HALF_GETAL.match(low, start):
        raise Onleesbaar(
            f"`{vague[1]}` is geen eenheid.",
            "Schrijf het getal in cijfers; een deel van het geheel als percentage.",
            *vague.span(1),
        )


def _refuse_second(low: str, start: int) -> NoReturn:
    digit = _DIGIT.search(low, start)
    found = digit or telwoord.find_word(low, start) or ORDE.search(low, start)
    if found is None:
        raise Onleesbaar(
            f"`{low[start:].strip()}` is geen eenheid.",
            "Schrijf na het getal alleen wat u telt, zoals `3 lezingen`.",
            start + 1,
            len(low),
        )
    if digit and re.fullmatch(r"\s+[0-9]{3}(?:\s.*)?", low[start:], re.DOTALL):
        raise Onleesbaar(
            "Binnen een getal staat een spatie.",
            "Schrijf een punt tussen duizendtallen: `12.000`.",
            start,
            digit.end(),
        )
    refusals.refuse_second(*found.span())


def _refuse_strange(text: str, place: int) -> NoReturn:
    raise Onleesbaar(
        f"Het teken `{text[place]}` past niet in deze zin.",
        "Schrijf een getal met alleen de eenheid erachter, zoals `3 lezingen`.",
        place,
        place + 1,
    )
