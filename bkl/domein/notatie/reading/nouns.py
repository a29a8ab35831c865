"""The unit that words behind a number are: the noun that is counted, and the tail behind it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NoReturn

from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import EURO
from bkl.domein.records import NamedTuple

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
