"""The words behind a number read in full: the `per 1.000` of a ratio, and what is no unit."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NoReturn

from bkl.domein.notatie.reading.nouns import Eenheid, unit_of
from bkl.domein.notatie.reading.plain import are_plain
from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.getal import scan_number
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary import refusals
from bkl.domein.notatie.vocabulary.qualifiers import HALF_GETAL, LATER, ORDE

_KEER = Lazy(r"\s*[x×](?=\s|[.,]?$)|(?<=[a-zé])maal(?!\w)")
_KEER_IN = Lazy(r"((?:keer|maal)\s+)in\s+(?:de|het|een|elke?|iedere?)\s+", re.IGNORECASE)
_PER = Lazy(r"(?<!\w)per\s+(?=\S)")
_SLASH = Lazy(r"(?<=[^\W\d])/(?=(?:inwoner|huishouden|jaar|persoon|week|maand|dag|uur|lid)(?!\w))")
_DIGIT = Lazy(r"(?<!\w)(?<!\w-)\d(?:[\d.,]*\d)?")
_STRANGE = Lazy(r"[^\w\s'/&(),.\"“”-]|_|(?<!\S)['(),.-]+(?!\S)")
_NOT_FIRST = Lazy(
    r"\s*(?:(?:en|of|tot|à|a|naar|plus|t/m|dan|maar|niet|geen|ja|nee|procent)(?![\w-])"
    r"|(?:en|of|tot|naar)(?=\d))"
)
_PREPOSITION = Lazy(
    r"\s*(?:van|voor|bij|op|met|in|door|die|dat|om|als|uit|onder|over|de|het)(?![\w-])"
)
_MONTH = Lazy(
    r"\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|jan|feb|febr|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)(?![\w-])"
)


def read_eenheid(text: str, low: str, start: int, teken: str | None) -> Eenheid:
    """Return what follows a number; `low` is `text` in lower case.

    `teken` is a sign that stood at the number itself, `%` or `€`; it opens the unit. The
    number of `per 1.000` is taken out: `meldingen per 1.000 inwoners` is the unit
    `meldingen per inwoners` with denominator 1000.
    """
    end = len(low)
    if start == end:
        return Eenheid(teken)
    words, per = text[start:], None
    if keer := _KEER.match(low, start):
        words, start = f"keer {text[keer.end() :]}", keer.end()
    elif not low[start].isspace():
        _refuse_strange(text, start)
    if "per " in low:
        words, per = _take_per(text, low, start, words)
    if per is None:
        _check(text, low, start, teken or keer)
    if "/" in words:
        words = _SLASH.sub(" per ", words)
    parts = words.split()
    if len(parts) > 1 and parts[0] in ("keer", "maal") and teken is None:
        parts = _KEER_IN.sub(r"\1per ", " ".join(parts)).split()
    return unit_of(low, start, parts, teken, per)


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
    parts = low[start:].split()
    if parts and are_plain(parts, signed=bool(opened)):
        return
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
    refusals.expect_no_loose_bound(low, start)
    if text[start:].split(None, 1)[:1] == ["M"]:
        raise Onleesbaar(
            "`M` is geen eenheid; het kan miljoen betekenen.",
            "Schrijf `mln`, of wat u telt voluit.",
            start,
            len(low),
        )
    if vague := HALF_GETAL.match(low, start):
        raise Onleesbaar(
            f"`{vague[1]}` is geen eenheid.",
            "Schrijf het getal in cijfers; een deel van het geheel als percentage.",
            *vague.span(1),
        )
    if month := _MONTH.match(low, start):
        raise Onleesbaar(
            "Dit is een datum, geen hoeveelheid.",
            "Zet een datum in `deadline`.",
            start,
            month.end(),
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
