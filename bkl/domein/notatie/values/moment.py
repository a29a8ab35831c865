"""Moment: when something is due or was measured, as people write it: `eind 2023`, `Q1 2023`."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from bkl.domein.notatie.values.dates import MAAND, MAANDEN, read_date
from bkl.domein.notatie.values.jaren import Schooljaar, first_day, last_day, read_jaar
from bkl.domein.notatie.values.kalender import Dagen, half_month, months_of, weeks_in, weken
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unclear import NO_MOMENT, refuse, unclear
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.records import dataclass

_LEAD = r"(?:in het|in de|in|op|per|vóór het|uiterlijk)\s+"
_RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_NTH = "|".join(_RANG)
_FIRST, _LAST = 1900, 2199
_LENGTHS = {"kwartaal": 3, "tertaal": 4, "halfjaar": 6, "half jaar": 6, "helft": 6, "semester": 6}
"""The parts of a year that are all equally long, in months."""
_SHORT = Lazy(r"(?<!\w)(jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.?(?=[ –-])")
_SCHOOL = Lazy(r"(?:het )?schooljaar (\d{4})[-–/](\d{2,4})(?!\d)")
_TO = Lazy(r"(.+?)(?: t/m | tot en met | [-–] )(.+)")
_DASHED = Lazy(
    rf"({MAAND})[-–]((?:{MAAND}) \d{{4}})|((?:week|wk\.?) \d\d?)[-–](\d\d? (?:van )?\d{{4}})"
)


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

    A period counts as over on its last day: what is due in `Q1 2023` is due on 31 March. Weeks
    are those of ISO 8601; the parts of a school year are counted from 1 August.
    Raises Onleesbaar for a phrase that leaves the day open, such as `begin 2023`.
    """
    low = re.sub(_LEAD, "", " ".join(tekst.lower().split()), count=1)
    try:
        days = _one(tekst, low) or _one(tekst, spelled := _spelled(low)) or _span(tekst, spelled)
    except ValueError as fault:
        if isinstance(fault, Onleesbaar):
            raise
        raise refuse(tekst, f"`{tekst}` bestaat niet.", "Controleer dag en maand.") from None
    if days is None:
        raise refuse(tekst, f"`{tekst}` {NO_MOMENT}", unclear(low))
    return Moment(tekst, *days)


def with_year(tekst: str, jaar: int) -> str:
    """Return the text of a moment without a year, such as `3 mei`, with the year it is in.

    In a school year that is the calendar year in which it falls. Raises Onleesbaar for what may
    be two moments there, such as `Q2`: that of the calendar or that of the school year.
    """
    if not isinstance(jaar, Schooljaar):
        return f"{tekst} {jaar}"
    years = (int(jaar), int(jaar) + 1)
    calendar = [one for year in years if _inside(one := f"{tekst} {year}", jaar)]
    own = f"{tekst} {jaar}"
    if _inside(own, jaar):
        calendar.append(own)
    if len(calendar) > 1:
        named = " of ".join(f"`{one}` ({_in_words(one)})" for one in calendar)
        reden = f"`{tekst}` kan in schooljaar {jaar} meer dan één moment zijn."
        raise refuse(tekst, reden, f"Schrijf {named}.")
    return calendar[0] if calendar else f"{tekst} {years[0]}"


def _inside(tekst: str, jaar: int) -> bool:
    """Tell whether a moment exists that shares days with a year."""
    try:
        moment = read_moment(tekst)
    except Onleesbaar:
        return False
    return moment.eind >= first_day(jaar) and moment.begin <= last_day(jaar)


def _in_words(tekst: str) -> str:
    moment = read_moment(tekst)
    return f"{moment.begin:%d-%m-%Y} t/m {moment.eind:%d-%m-%Y}"


def _spelled(low: str) -> str:
    """Return a text with its months in full and school years as `2023/2024`."""
    return _SCHOOL.sub(r"\1/\2", _SHORT.sub(_in_full, low))


def _in_full(found: re.Match[str]) -> str:
    return "maart" if found[1] == "mrt" else next(m for m in MAANDEN if m.startswith(found[1][:3]))


def _one(tekst: str, low: str) -> Dagen | None:
    """Return the days of one moment, None for another text; ValueError for a day that is not."""
    day = read_date(low)
    if day is not None:
        _year(tekst, str(day.year))
        return day, day
    for pattern, build in _VORMEN:
        if found := re.fullmatch(pattern, low):
            return build(tekst, found)
    return None


def _span(tekst: str, low: str) -> Dagen | None:
    """Return the days from one moment up to and including another: `januari t/m maart 2023`.

    What the first leaves out (`1 t/m 15 maart 2023`) is as in the second, and the other way
    round (`week 10 t/m 12 2023`).
    """
    found = _DASHED.fullmatch(low) or _TO.fullmatch(low)
    if found is None:
        return None
    left, right = (part for part in found.groups() if part)
    heads, tails = left.split(), right.split()
    end = _one(tekst, right) or _one(tekst, f"{heads[0]} {right}")
    if end is None:
        return None
    begin = _one(tekst, left)
    for start in range(len(tails) - 1, -1, -1):
        begin = begin or _one(tekst, " ".join((left, *tails[start:])))
    if begin is None:
        return None
    if begin[0] > end[0] or begin[1] > end[1]:
        reden = f"`{tekst}` eindigt voordat het begint."
        raise refuse(tekst, reden, "Zet bij allebei het jaar, en het eerste moment vooraan.")
    return begin[0], end[1]


def _part(tekst: str, found: re.Match[str]) -> Dagen | None:
    """Return a quarter, a half or a third of a year, counted from its first month."""
    digit, word, jaar = found["digit"], found["rang"], _year(tekst, found["jaar"])
    length = 3 if found["wat"] == "q" else _LENGTHS[found["wat"]]
    if found["wat"] == "semester" and not isinstance(jaar, Schooljaar):
        return None
    count = 12 // length
    nummer = int(digit) if digit else count if word == "laatste" else _RANG[word]
    if not 1 <= nummer <= count:
        return None
    return months_of(jaar, (nummer - 1) * length, length)


def _maand(tekst: str, found: re.Match[str]) -> Dagen:
    return months_of(_calendar(tekst, found[2]), MAANDEN.index(found[1]), 1)


def _half_maand(tekst: str, found: re.Match[str]) -> Dagen:
    return half_month(_calendar(tekst, found[2]), MAANDEN.index(found[1]) + 1)


def _week(tekst: str, found: re.Match[str]) -> Dagen:
    jaar, nummer = _calendar(tekst, found["jaar"]), int(found["week"])
    if not 1 <= nummer <= weeks_in(jaar):
        reden = f"{jaar} heeft geen week {nummer}: de laatste is week {weeks_in(jaar)}."
        raise refuse(tekst, reden, f"Schrijf een week van 1 tot en met {weeks_in(jaar)}.")
    return weken(jaar, nummer)


def _heel_jaar(tekst: str, found: re.Match[str]) -> Dagen:
    return months_of(_year(tekst, found[1]), 0, 12)


def _eind(tekst: str, found: re.Match[str]) -> Dagen:
    if found[1]:
        last = months_of(_calendar(tekst, found[2]), MAANDEN.index(found[1]), 1)[1]
    else:
        last = last_day(_year(tekst, found[2]))
    return last, last


def _halverwege(tekst: str, found: re.Match[str]) -> Dagen:
    last = months_of(_year(tekst, found[1]), 0, 6)[1]
    return last, last


_JAAR = r"(?: van)? (?P<jaar>\d{4}(?:/\d{2}(?:\d{2})?)?)"
_WAT = "kwartaal|tertaal|halfjaar|half jaar|helft|semester"
# compiled on first use: few plans name a moment other than a date
_VORMEN = (
    (
        rf"(?:(?P<digit>[1-4])e|(?P<rang>{_NTH}|laatste)) (?P<wat>{_WAT}){_JAAR}",
        _part,
    ),
    (rf"(?P<wat>q)(?P<digit>[1-4])(?P<rang>){_JAAR}", _part),
    (rf"(?P<wat>kwartaal|tertaal|semester) (?P<digit>[1-4])(?P<rang>){_JAAR}", _part),
    (r"(?P<wat>q)(?P<digit>[1-4])(?P<rang>)-(?P<jaar>\d{4})", _part),
    (r"(?P<jaar>\d{4})[- ](?P<wat>q)(?P<digit>[1-4])(?P<rang>)", _part),
    (r"(?:week|wk\.?) (?P<week>\d{1,2}),?(?: van)? (?P<jaar>\d{4})", _week),
    (r"(?P<jaar>\d{4})-w(?P<week>\d\d)", _week),
    (rf"(?:half|halverwege|medio|midden)(?: van)? ({MAAND}) (\d{{4}})", _half_maand),
    (rf"({MAAND}) (\d{{4}})", _maand),
    (r"(\d{4}(?:/\d{2}(?:\d{2})?)?)", _heel_jaar),
    (rf"(?:eind|einde|ultimo)(?: van)?(?: ({MAAND}))? (\d{{4}}(?:/\d{{2}}(?:\d{{2}})?)?)", _eind),
    (r"(?:halverwege|medio|midden)(?: van)? (\d{4}(?:/\d{2}(?:\d{2})?)?)", _halverwege),
)


def _calendar(tekst: str, jaar: str) -> int:
    found = _year(tekst, jaar)
    if isinstance(found, Schooljaar):
        reden = f"`{tekst}` noemt een schooljaar bij een maand."
        raise refuse(tekst, reden, f"Schrijf het kalenderjaar: {int(found)} of {int(found) + 1}.")
    return found


def _year(tekst: str, jaar: str) -> int:
    """Return the year that is written, as a Schooljaar where it is one."""
    if not _FIRST <= int(jaar[:4]) <= _LAST:
        raise refuse(tekst, f"{jaar} is geen jaartal.")
    found = read_jaar(jaar)
    if found is None:
        cure = f"Een schooljaar is één jaar, zoals `{jaar[:4]}/{int(jaar[:4]) + 1}`."
        raise refuse(tekst, f"{jaar} is geen schooljaar.", cure)
    return found
