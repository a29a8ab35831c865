"""The words behind a number: the unit, the `per 1.000` of a ratio, and the tail behind them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple, NoReturn

from bkl.domein.notatie.reading.plain import are_plain
from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.getal import scan_number
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary import refusals
from bkl.domein.notatie.vocabulary.eenheid import EURO
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
STOP = words(
    "aan bij in met naar om onder op over tot tussen uit van via voor door tijdens rond rondom "
    "die dat dit waar waarbij waarvan waarin is zijn wordt worden werd werden hebben heeft had "
    "hadden krijgen krijgt kregen kreeg doen doet deden nemen neemt namen gaan gaat komen komt "
    "staan staat te zich er we wij ze zij de het een als niet geen weer ook binnen conform "
    "volgens tegen zonder ten op sinds vanuit vanaf naast daadwerkelijk moet moeten kan kunnen "
    "wil willen zal zullen voldoet voldoen stijgt stroomt stromen dient haalt halen haalden vindt "
    "vinden geeft geven weet weten rookt maakt maken ontvangen ontvangt beschikken beschikt scoort "
    "scoren volgen volgt bezoeken vervolgens meer minder totaal"
)
_ADJECTIVE_EN = words(
    "betrokken gesloten gevonden gekozen verschenen tevreden eigen open volwassen verbonden "
    "geholpen gegeven geschreven gewonnen houten afgewezen aangenomen ingetrokken verloren "
    "vervallen gestolen overleden teruggetrokken doorverwezen ingeschreven uitgeschreven verbroken"
)
_PLURAL = Lazy(r"[a-zà-ÿ]{2,}(?:en|s|'s|ën)$")
_PARTICIPLE = Lazy(
    r"(?:(?:uit|op|af|aan|in|toe|bij|deel|mee|voor|door|over)?ge[a-z]{3,}(?:d|t)|be[a-z]{3,}(?:d|t)"
    r"|ver[a-z]{3,}(?:d|t)|(?:on)?her[a-z]{3,}(?:d|t)|ont[a-z]{3,}(?:d|t)|onder(?:steund|zocht)"
    r"|(?:uit|op|af|aan|in|toe|bij|deel|voor)ge[a-z]{3,}en|geworven|gegeven|begonnen|gevolgd"
    r"|georganiseerd|gerealiseerd|ge[a-z]*eerd)$"
)
_OF_WHOM = Lazy(
    r"\s*(?:van\s+(?:(?:de|het|alle|onze|ons|hun|deze|dat|die|al\s+onze)\s+)?|v\.?d\.?\s+)",
    re.IGNORECASE,
)
_KEEPS = frozenset(("of", "en", "/", "&", "per"))


_TWO_THINGS = Lazy(r"\s+(?:[a-zà-ÿ-]+e\s+)?[a-zà-ÿ-]{3,}\s+(?:en|plus)\s+(?:een|één|'n)\s+[a-zà-ÿ]")
MEASURES = words(
    "km kilometer kilometers ha hectare hectares m2 m² m3 kg kilo kilogram ton kton fte euro mwh "
    "kwh gwh mw kw gw pj tj gj"
)
"""Units of measure: the noun behind one says of what, and is no part of the unit."""


class Eenheid(NamedTuple):
    """A unit, the number of `per 1.000`, and the words behind the noun."""

    eenheid: str | None
    per: Fraction | None = None
    staart: str | None = None


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


def unit_of(
    low: str, start: int, parts: list[str], teken: str | None, per: Fraction | None
) -> Eenheid:
    """Return the unit that words behind a number are, which nothing forbids to be one."""
    if teken is not None:
        return _behind_sign(parts, teken, per)
    if len(parts) == 1:
        return Eenheid(parts[0].rstrip(" .,") or None, per)
    return _counted(low, start, parts, per)


def _counted(low: str, start: int, parts: list[str], per: Fraction | None) -> Eenheid:
    """Return the unit of what is counted or measured, with the words behind it."""
    if _TWO_THINGS.match(low, start):
        _refuse_both(low, start)
    if len(parts) > 1 and parts[0].lower() in MEASURES and parts[1].lower() not in ("per", "of"):
        measure = EURO if parts[0].lower().startswith("euro") else parts[0]
        return Eenheid(measure, per, " ".join(parts[1:]).strip(" .,;:") or None)
    unit, staart = noun_group(parts)
    return Eenheid(unit or None, per, staart or None)


def _refuse_both(low: str, start: int) -> NoReturn:
    raise Onleesbaar(
        "Hier staan twee doelen in een zin.",
        "Maak er twee indicatoren van, elk met een eigen naam.",
        start,
        len(low),
    )


def noun_group(words: list[str]) -> tuple[str, str]:
    """Return (noun with its adjectives, the words behind it) of what follows a number."""
    cut = len(words)
    for place, word in enumerate(words):
        bare = word.lower()
        if not bare.isalpha():
            bare = bare.strip(".,;:()'\"“”‘’")
        if place and bare in STOP and words[place - 1].lower() not in ("of", "en", "per"):
            cut = place
            break
        if word.endswith((",", ";", ":")) or (place > 1 and _ends_item(words, place)):
            cut = place + 1
            break
        if place + 1 < len(words) and _ends_group(bare, words[place + 1]):
            cut = place + 1
            break
    group = words[:cut]
    while len(group) > 1 and _PARTICIPLE.match(group[-1].lower().strip(".,")):
        group.pop()
        while len(group) > 1 and group[-1].lower() in ("en", "of"):
            group.pop()
    staart = words[len(group) :]
    return " ".join(group).rstrip(" .,;:"), " ".join(staart).strip(" .,;:")


def _ends_item(words: list[str], place: int) -> bool:
    """Tell whether the word is what something is counted per: `3 dagdelen per week open`."""
    if words[place - 1].lower() == "per":
        low = words[place].lower()
        return not low.endswith("e") and low not in ("een", "elk", "ieder", "het")
    return place > 2 and words[place - 2].lower() == "per"


def _ends_group(bare: str, following: str) -> bool:
    """Tell whether a plural noun closes the group, for what follows is no noun of it."""
    if bare[-1:] not in "sn" or len(bare) < 4 or bare in _ADJECTIVE_EN or "-" in bare:
        return False
    if not _PLURAL.search(bare):
        return False
    low = following.lower().strip(".,")
    return low not in _KEEPS and not following[:1].isupper() and following[:1] not in "'‘\"/&"


def _behind_sign(parts: list[str], teken: str, per: Fraction | None) -> Eenheid:
    """Return the unit of a share or a sum of money: the sign with whom or what it is of."""
    if not parts or not " ".join(parts).strip(" .,"):
        return Eenheid(teken, per)
    first = parts[0].lower()
    rest = " ".join(parts)
    if first == "per":
        unit, staart = noun_group(parts[1:])
        return Eenheid(f"{teken} per {unit}", per, staart or None)
    whom = _OF_WHOM.match(rest)
    if teken != EURO and whom is not None and rest[whom.end() :].strip():
        group, staart = noun_group(rest[whom.end() :].split())
        article = " ".join(whom[0].split())
        article = "van de" if article.lower().startswith(("vd", "v.d")) else article
        return Eenheid(f"{teken} {article} {group}", per, staart or None)
    if "per" in parts[:3] and teken == EURO:
        at = parts.index("per")
        unit, staart = noun_group(parts[at + 1 :])
        return Eenheid(f"{teken} per {unit}", per, " ".join((*parts[:at], staart)).strip() or None)
    return Eenheid(teken, per, rest.strip(" .,;:") or None)


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
