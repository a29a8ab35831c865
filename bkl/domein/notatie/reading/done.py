"""Done or not, and by which day: `vóór 1 juli gereed`, `eind 2022 ingevoerd`, `gereed op 3 mei`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.moment import read_moment, with_year
from bkl.domein.notatie.values.unreadable import Onleesbaar

_DONE = (
    r"(?:gereed|afgerond|vastgesteld|opgeleverd|ingevoerd|gerealiseerd|uitgevoerd|klaar|voltooid"
    r"|ondertekend|getekend|afgesloten|opgestart|gestart|geopend|gepubliceerd|goedgekeurd|aangenomen"
    r"|ingericht|geïmplementeerd|opgesteld|geplaatst|beschikbaar|operationeel|gelanceerd|live)"
)
_DONE_NOUN = (
    r"(?:vaststelling|oplevering|afronding|invoering|ingebruikname|publicatie|implementatie|ondertekening"
    r"|opening|besluitvorming|lancering|presentatie|verschijning)"
)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_WHEN = Lazy(
    r"(?<!\w)(?:(?:uiterlijk|vóór|voor|per|in|op|medio|met\s+ingang\s+van)\s+)*(?:(?:op|voor|in|eind|einde|het)\s+)*"
    rf"(?P<moment>(?:\d{{1,2}}\s+)?(?:{_MONTHS})(?:\s+(?:19|20)\d\d)?"
    r"|(?:het\s+)?(?:q[1-4]|[1-4]e\s+kwartaal|(?:eerste|tweede|derde|vierde)\s+kwartaal)(?:\s+(?:van\s+)?(?:19|20)\d\d)?"
    r"|\d{1,2}-\d{1,2}-(?:19|20)\d\d|(?:19|20)\d\d)(?!\w)"
)
_EIND = Lazy(r"(?<!\w)(?:eind|einde|ultimo)\s")
_VOOR = Lazy(r"(?<!\w)(?:vóór|voor)\s")
_ENDS_DONE = Lazy(rf"(?:^|\s){_DONE}(?:\s+(?:zijn|is|worden|hebben|te\s+zijn))?\s*[.!]?$")
_STARTS_DONE = Lazy(rf"(?:is\s+|zijn\s+)?{_DONE}(?!\w)")
_NAMES_DONE = Lazy(rf"(?:de\s+|het\s+)?(?:[a-zà-ÿ-]+\s+)?{_DONE_NOUN}(?!\w)")
_NOT = Lazy(r"(?<!\w)(?:nog\s+)?(?:niet|geen|deels|gedeeltelijk|bijna|half|grotendeels)(?!\w)")
_NOT_DONE = Lazy(rf"(?:is\s+|zijn\s+)?(?:nog\s+)?niet\s+{_DONE}\s*[.]?$")
_VAGUE = Lazy(
    r"(?<!\w)(?:alle|meer|meerdere|veel|enkele|diverse|verschillende|een\s+aantal|sommige|minder"
    r"|voldoende|waar\s+mogelijk|zoveel|en|of|helft|\w*tallen)(?!\w)"
)


class Gereed(NamedTuple):
    """Something done, or not; `dag` is the day when that is told."""

    gereed: bool
    dag: date | None = None


def read_done_by(low: str, jaar: int | None) -> date | bool | None:
    """Return the day by which a phrase wants something done, True without a day, else False.

    The day of a month without a year is one of `jaar`.
    """
    if _VAGUE.search(low) or _NOT.search(low):
        return False
    when = _WHEN.search(low)
    rest = low if when is None else f"{low[: when.start()]} {low[when.end() :]}"
    if any(c.isdigit() for c in rest) or telwoord.find_word(rest, 0):
        return False
    names = when is not None and _NAMES_DONE.match(rest.strip())
    ends = _ENDS_DONE.search(rest.rstrip(" .,")) or _STARTS_DONE.match(rest.strip())
    if not names and not ends:
        return False
    if when is None:
        return len(low.split()) <= 8
    day = _day_of(low, when, jaar)
    return day if day is not None else True


def read_done(low: str, jaar: int | None) -> Gereed | None:
    """Read a realisatie that says that something is done, or not yet."""
    if _NOT_DONE.fullmatch(low):
        return Gereed(False)
    found = _STARTS_DONE.match(low)
    if found is None:
        return None
    rest = low[found.end() :].strip(" .")
    if not rest:
        return Gereed(True)
    when = _WHEN.fullmatch(rest)
    return None if when is None else Gereed(True, _day_of(rest, when, jaar))


def _day_of(low: str, when: re.Match[str], jaar: int | None) -> date | None:
    text = when["moment"].removeprefix("het ")
    if not re.search(r"(?:19|20)\d\d", text):
        if jaar is None:
            return None
        text = with_year(text, jaar)
    if _EIND.search(when[0]) and not text.startswith(("eind", "q")) and not text[0].isdigit():
        text = f"eind {text}"
    elif _EIND.search(when[0]):
        text = f"eind {text}" if len(text) == 4 else text
    try:
        moment = read_moment(text)
    except Onleesbaar:
        return None
    return moment.begin if _VOOR.search(when[0]) and moment.is_periode else moment.eind
