"""Jaren: calendar years and school years, and the span of years that a plan covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import NamedTuple

_YEAR = r"(?:19|20|21)\d\d"
_SPAN = Lazy(rf"({_YEAR})(?:([-–/])((?:19|20|21)?\d\d))?")
_PER_SCHOOL = Lazy(r"(?<!\w)(?:per|elk|ieder|dit)\s+schooljaar(?!\w)", re.IGNORECASE)
LONGEST = 20
"""So many years one plan covers at most."""


class Schooljaar(int):
    """A school year, by the calendar year in which it begins; it is written `2023/2024`.

    It runs from 1 August up to and including 31 July.
    """

    def __str__(self) -> str:
        """Return `2023/2024`."""
        return f"{int(self)}/{int(self) + 1}"


class Planjaren(NamedTuple):
    """The years that a plan covers, both ends included; written `2021`, `2023-2026`, `2023/2024`.

    Both are a Schooljaar in a plan of school years: `2023/2027` is four of those.
    """

    eerste: int
    laatste: int

    def __str__(self) -> str:
        """Return the years as they are written."""
        if self.school:
            return f"{int(self.eerste)}/{int(self.laatste) + 1}"
        return str(self.eerste) if self.lengte == 1 else f"{self.eerste}-{self.laatste}"

    @property
    def school(self) -> bool:
        """Tell whether the years are school years."""
        return isinstance(self.eerste, Schooljaar)

    @property
    def lengte(self) -> int:
        """How many years the plan covers."""
        return self.laatste - self.eerste + 1

    @property
    def in_naam(self) -> str:
        """The span as it stands in the name of a file: `2023-2026`."""
        return str(self).replace("/", "-")

    @property
    def begin(self) -> date:
        """The first day of the plan."""
        return first_day(self.eerste)

    @property
    def eind(self) -> date:
        """The last day of the plan."""
        return last_day(self.laatste)

    def jaar(self, nummer: int) -> int:
        """Return one year of this plan, as a Schooljaar where its years are those."""
        return Schooljaar(nummer) if self.school else int(nummer)

    def jaren(self) -> Iterator[int]:
        """Yield every year of the plan, the first one first."""
        return (self.jaar(nummer) for nummer in range(self.eerste, self.laatste + 1))

    def covers(self, jaar: int) -> bool:
        """Tell whether the plan is about a year."""
        return self.eerste <= jaar <= self.laatste


def first_day(jaar: int) -> date:
    """Return the first day of a year: 1 January, or 1 August for a school year."""
    return date(jaar, 8 if isinstance(jaar, Schooljaar) else 1, 1)


def last_day(jaar: int) -> date:
    """Return the last day of a year: 31 December, or 31 July for a school year."""
    return date(jaar + 1, 7, 31) if isinstance(jaar, Schooljaar) else date(jaar, 12, 31)


def of_school(jaar: int | None, text: str, low: str) -> tuple[str, str]:
    """Return a phrase; in a plan of school years a schooljaar is simply a year.

    `low` is the same in lower case.
    """
    if not isinstance(jaar, Schooljaar) or "schooljaar" not in low:
        return text, low
    return _PER_SCHOOL.sub("per jaar", text), _PER_SCHOOL.sub("per jaar", low)


def year_in_name(jaar: int) -> str:
    """Return a year as it stands in the name of a file: `2021`, or `2023-2024`."""
    return str(jaar).replace("/", "-")


def read_jaar(tekst: str) -> int | None:
    """Return the year that is written, a Schooljaar for `2023/2024`; None for any other text."""
    found = read_planjaren(tekst)
    return found.eerste if found is not None and found.lengte == 1 else None


def read_planjaren(tekst: str) -> Planjaren | None:
    """Return the years that are written: `2021`, `2023-2026`, `2023/2024`; None for other text.

    A span that runs back, or of more years than LONGEST, is no span.
    """
    found = _SPAN.fullmatch(tekst)
    if found is None:
        return None
    first = int(found[1])
    if found[3] is None:
        return Planjaren(first, first)
    last = int(found[1][: 4 - len(found[3])] + found[3])
    if not first < last < first + LONGEST:
        return None
    if found[2] == "/":
        return Planjaren(Schooljaar(first), Schooljaar(last - 1))
    return Planjaren(first, last)
