"""Periods: a year cut into weeks, months, quarters or other parts, without a day left over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bkl.domein.notatie.values.dates import MAANDEN
from bkl.domein.notatie.values.jaren import first_day, last_day
from bkl.domein.notatie.values.kalender import months_of, weken
from bkl.domein.notatie.values.moment import Moment
from bkl.domein.woorden import PERIODESOORTEN, Periodesoort

_MONTHS: dict[Periodesoort, int] = {
    "maand": 1,
    "kwartaal": 3,
    "tertaal": 4,
    "halfjaar": 6,
    "jaar": 12,
}
_USUAL: Periodesoort = "kwartaal"
"""How long the periods are where nothing was measured over one."""


class Tijdvak(NamedTuple):
    """A period of a table; `naam` is how people write it, and reads back as the same days."""

    naam: str
    begin: date
    eind: date

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.begin <= day <= self.eind

    def contains(self, moment: Moment) -> bool:
        """Tell whether all of a moment lies in it."""
        return self.begin <= moment.begin and moment.eind <= self.eind


def periods_of(jaar: int, soort: Periodesoort) -> tuple[Tijdvak, ...]:
    """Return the periods of a year in order; every day of the year lies in exactly one.

    The first and the last week may reach beyond the year. The parts of a school year are
    counted from August.
    """
    if soort == "week":
        return tuple(_weeks(jaar))
    length = _MONTHS[soort]
    parts = (months_of(jaar, skip, length) for skip in range(0, 12, length))
    return tuple(
        Tijdvak(_name(soort, number, begin, jaar), begin, eind)
        for number, (begin, eind) in enumerate(parts, 1)
    )


def grain_of(moments: Iterable[Moment], jaar: int) -> Periodesoort:
    """Return the shortest periods in which the longest measured period of a year fits whole.

    Days fit anywhere, and a whole year says nothing: then it is a quarter.
    """
    widest = None
    for moment in moments:
        inside = moment.begin <= last_day(jaar) and moment.eind >= first_day(jaar)
        if not moment.is_periode or not inside:
            continue
        found = next((soort for soort in PERIODESOORTEN if _fits(moment, jaar, soort)), "jaar")
        order = PERIODESOORTEN.index(found)
        if found != "jaar":
            widest = order if widest is None else max(widest, order)
    return _USUAL if widest is None else PERIODESOORTEN[widest]


def _fits(moment: Moment, jaar: int, soort: Periodesoort) -> bool:
    return any(vak.contains(moment) for vak in periods_of(jaar, soort))


def _weeks(jaar: int) -> Iterable[Tijdvak]:
    day = first_day(jaar)
    while day <= last_day(jaar):
        year, number, _ = day.isocalendar()
        begin, eind = weken(year, number)
        yield Tijdvak(f"week {number} {year}", begin, eind)
        day = eind + timedelta(days=1)


def _name(soort: Periodesoort, number: int, begin: date, jaar: int) -> str:
    if soort == "maand":
        return f"{MAANDEN[begin.month - 1]} {begin.year}"
    names = {"kwartaal": f"Q{number} ", "jaar": ""}
    return f"{names.get(soort, f'{number}e {soort} ')}{jaar}"
