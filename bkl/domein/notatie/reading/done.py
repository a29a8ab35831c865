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
_YEAR = r"(?:\s+(?:van\s+)?(?:19|20)\d\d(?:/(?:\d\d){1,2})?)"
_WHEN = Lazy(
    r"(?<!\w)(?:(?:uiterlijk|vóór|voor|per|in|op|met\s+ingang\s+van)\s+)*(?:(?:op|voor|in|eind|einde|het|de)\s+)*"
    rf"(?P<moment>(?:\d{{1,2}}\s+|(?:half|medio|halverwege|midden)\s+)?(?:{_MONTHS})(?:\s+(?:19|20)\d\d)?"
    rf"|(?:medio|halverwege|midden){_YEAR}|(?:week|wk\.?)\s+\d{{1,2}}(?!\d){_YEAR}?"
    r"|(?:het\s+|de\s+)?(?:q[1-4]|(?:[1-4]e|eerste|tweede|derde|vierde)\s+(?:kwartaal|halfjaar|helft))"
    rf"{_YEAR}?|\d{{1,2}}-\d{{1,2}}-(?:19|20)\d\d|(?:19|20)\d\d)(?!\w)"
)
_EIND = Lazy(r"(?<!\w)(?:eind|einde|ultimo)\s")
_MONTH = Lazy(rf"(?:{_MONTHS})(?!\w)")
_VOOR = Lazy(r"(?<!\w)(?:vóór|voor)\s")
_ENDS_DONE = Lazy(rf"(?:^|\s){_DONE}(?:\s+(?:zijn|is|worden|hebben|te\s+zijn))?\s*[.!]?$")
_STARTS_DONE = Lazy(rf"(?:is\s+|zijn\s+)?{_DONE}(?!\w)")
_NAMES_DONE = Lazy(rf"(?:de\s+|het\s+)?(?:[a-zà-ÿ-]+\s+)?{_DONE_NOUN}(?!\w)")
_NOT = Lazy(
    r"(?<!\w)(?:nog\s+)?(?:niet|geen|deels|gedeeltelijk|bijna|grotendeels"
    rf"|half(?!\s+(?:{_MONTHS})))(?!\w)"
)
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
    """Return the last day that is named, None where nobody says of which year.

    Raises Onleesbaar for a day that does not exist, or that may be two days.
    """
    text = when["moment"].removeprefix("het ").removeprefix("de ")
    text = text[0].upper() + text[1:] if text[0] == "q" else text
    try:
        if not re.search(r"(?:19|20)\d\d", text):
            if jaar is None:
                return None
            text = with_year(text, jaar)
        whole = len(text) == 4 or _MONTH.match(text)
        moment = read_moment(f"eind {text}" if whole and _EIND.search(when[0]) else text)
    except Onleesbaar as fout:
        raise Onleesbaar(fout.reden, fout.herstel, *when.span("moment")) from None
    return moment.begin if _VOOR.search(when[0]) and moment.is_periode else moment.eind
