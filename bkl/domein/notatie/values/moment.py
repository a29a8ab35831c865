"""Moment: when something is due or was measured, as people write it: `eind 2023`, `Q1 2023`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NoReturn

from bkl.domein.notatie.values.dates import MAAND, MAANDEN, read_date
from bkl.domein.notatie.values.jaren import Schooljaar, first_day
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.records import dataclass

_LEAD = r"(?:in het|in de|in|op|per|vóór het|uiterlijk)\s+"
_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
_HALF = {"eerste": 1, "tweede": 2, "laatste": 2}
_RANGWOORD = "|".join(_RANG)
_FIRST, _LAST = 1900, 2199


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a period from `begin` up to and including `eind`; `tekst` as written."""

    tekst: str
    begin: date
    eind: date

    @property
    def is_periode(self) -> bool:
        """Tell whether it lasts longer than a day."""
        return self.begin != self.eind


@lru_cache(maxsize=512)
def read_moment(tekst: str) -> Moment:
    """Return the moment that a phrase names.

    A period counts as over on its last day: what is due in `Q1 2023` is due on 31 March.
    Raises Onleesbaar for a phrase that leaves the day open, such as `begin 2023`.
    """
    low = re.sub(_LEAD, "", " ".join(tekst.lower().split()), count=1)
    try:
        day = read_date(low)
    except ValueError:
        cure = "Controleer dag en maand."
        raise Onleesbaar(f"`{tekst}` bestaat niet.", cure, 0, len(tekst)) from None
    if day is not None:
        return _day(tekst, day)
    for pattern, build in _VORMEN:
        if found := re.fullmatch(pattern, low):
            return build(tekst, found)
    return _refuse(tekst, f"`{tekst}` is geen moment waarvan de dag vaststaat.")


def with_year(tekst: str, jaar: int) -> str:
    """Return the text of a moment without a year, such as `3 mei`, with the year it is in.

    In a school year that is the calendar year in which it falls.
    """
    if not isinstance(jaar, Schooljaar):
        return f"{tekst} {jaar}"
    first = f"{tekst} {int(jaar)}"
    try:
        early = read_moment(first).eind < first_day(jaar)
    except Onleesbaar:
        return first
    return f"{tekst} {int(jaar) + 1}" if early else first


def _kwartaal(tekst: str, found: re.Match[str]) -> Moment:
    digit = next((part for part in found.groups()[:3] if part), None)
    kwartaal = int(digit) if digit else _RANG[found[4]]
    return _period(tekst, int(found[5]), 3 * kwartaal - 2, 3 * kwartaal)


def _helft(tekst: str, found: re.Match[str]) -> Moment:
    half = int(found[1]) if found[1] else _HALF[found[2]]
    return _period(tekst, int(found[3]), 6 * half - 5, 6 * half)


def _maand(tekst: str, found: re.Match[str]) -> Moment:
    maand = MAANDEN.index(found[1]) + 1
    return _period(tekst, int(found[2]), maand, maand)


def _eind(tekst: str, found: re.Match[str]) -> Moment:
    last = _last_day(_year(tekst, found[2]), MAANDEN.index(found[1]) + 1 if found[1] else 12)
    return Moment(tekst, last, last)


# compiled on first use: few plans name a moment other than a date
_VORMEN: tuple[tuple[str, Callable[[str, re.Match[str]], Moment]], ...] = (
    (
        (
            rf"(?:q([1-4])|kwartaal ([1-4])|([1-4])e kwartaal|({_RANGWOORD}) kwartaal)"
            r"(?: van)? (\d{4})"
        ),
        _kwartaal,
    ),
    (
        r"(?:([12])e|(eerste|tweede|laatste)) (?:helft|halfjaar|half jaar)(?: van)? (\d{4})",
        _helft,
    ),
    (rf"({MAAND}) (\d{{4}})", _maand),
    (r"(\d{4})", lambda tekst, found: _period(tekst, int(found[1]), 1, 12)),
    (rf"(?:eind|einde|ultimo)(?: van)?(?: ({MAAND}))? (\d{{4}})", _eind),
    (
        r"(?:halverwege|medio|midden)(?: van)? (\d{4})",
        lambda tekst, found: _day(tekst, date(_year(tekst, found[1]), 6, 30)),
    ),
)


def _period(tekst: str, jaar: int, first: int, last: int) -> Moment:
    _year(tekst, str(jaar))
    return Moment(tekst, date(jaar, first, 1), _last_day(jaar, last))


def _day(tekst: str, day: date) -> Moment:
    _year(tekst, str(day.year))
    return Moment(tekst, day, day)


def _last_day(jaar: int, maand: int) -> date:
    following = date(jaar + maand // 12, maand % 12 + 1, 1)
    return following - timedelta(days=1)


def _year(tekst: str, jaar: str) -> int:
    if not _FIRST <= int(jaar) <= _LAST:
        _refuse(tekst, f"{jaar} is geen jaartal.")
    return int(jaar)


def _refuse(tekst: str, reden: str) -> NoReturn:
    cure = "Schrijf het als `31-12-2023`, `1 juli 2023`, `Q1 2023` of `eind 2023`."
    raise Onleesbaar(reden, cure, 0, len(tekst))
