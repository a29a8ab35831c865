"""Grafieken: what a chart shows, with every place in it worked out; templates only draw."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal

from bkl.domein.records import dataclass

WIDTH, HEIGHT = 160, 18
"""Size of a chart, in the units in which its places are given."""
EDGE = 6
"""Room left and right of what is drawn."""
_HATCH = 4
Span = tuple[float, float]
"""Where something begins, and how wide it is."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A doel beside what was reached.

    `zeker` is the bar as far as the figure is certain and `onzeker` how much further it may
    reach, hatched by the path `arcering`; `open` tells that it has no known end. `doel` is
    where the doel lies, `doel_tot` where a bandbreedte ends, `begin` where the nulmeting is.
    """

    MARK: ClassVar[str] = "grafiek"

    titel: str
    zeker: Span
    onzeker: Span | None
    arcering: str
    open: bool
    doel: float
    doel_tot: float | None
    begin: float | None
    tekens: str = ""
    soort: str = "bullet"


@dataclass(frozen=True, slots=True)
class Verloop:
    """Figures through the years: `lijnen` join what may be compared, `breuken` lie between.

    `punten` are the figures, `staven` (x, top, bottom) how far an uncertain one reaches and
    `doelen` (x, y) what each year was to reach.
    """

    MARK: ClassVar[str] = "grafiek"

    titel: str
    lijnen: tuple[str, ...]
    punten: tuple[tuple[float, float], ...]
    staven: tuple[tuple[float, float, float], ...]
    breuken: tuple[float, ...]
    doelen: tuple[tuple[float, float], ...] = ()
    tekens: str = ""
    soort: str = "verloop"


@dataclass(frozen=True, slots=True)
class Fasebalk:
    """The phases in their order; `nu` is the place of the current one, from 0."""

    MARK: ClassVar[str] = "grafiek"

    titel: str
    fasen: tuple[str, ...]
    nu: int
    vakken: tuple[Span, ...]
    soort: str = "fasebalk"


@dataclass(frozen=True, slots=True)
class Aandeel:
    """The share of a doel that was reached, on a scale that is the same for every doel.

    `nul` and `doel` are where 0 and 100 % lie. `zeker` and `onzeker` are None without a
    figure; `links` and `rechts` tell that it goes on beyond the scale. `begin` tells that 0 %
    is the nulmeting. `tekens` draws it in text.
    """

    MARK: ClassVar[str] = "grafiek"

    titel: str
    nul: float
    doel: float
    zeker: Span | None
    onzeker: Span | None
    arcering: str
    rechts: bool = False
    links: bool = False
    begin: bool = False
    tekens: str = ""
    soort: str = "aandeel"


@dataclass(frozen=True, slots=True)
class Warmte:
    """How much of some promises was reached; `trap` is what the cell around it is called by."""

    MARK: ClassVar[str] = "grafiek"

    titel: str
    trap: str
    zeker: float
    onzeker: Span | None
    arcering: str
    tekens: str
    soort: str = "warmte"


@dataclass(frozen=True, slots=True)
class Staaf:
    """Two counts in one bar: the first solid, the second hatched behind a gap."""

    MARK: ClassVar[str] = "grafiek"

    titel: str
    eerste: float
    tweede: Span | None
    arcering: str
    tekens: str
    soort: str = "staaf"


Soort = Literal["gehaald", "gemist", "komt", "uitstel"]
"""What a moment on a timeline is: reached, missed, still to come, or moved to a later year."""


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """A moment in its year: `plek` is where it lies, `nu` the peildatum, `eind` the year's end."""

    MARK: ClassVar[str] = "grafiek"

    titel: str
    plek: float
    nu: float
    eind: float
    teken: Soort
    soort: str = "tijdlijn"


def span(start: float, end: float) -> Span:
    """Return the span between two places, in either order."""
    return min(start, end), placed(abs(end - start))


def bar_of(sure: Fraction, possible: Fraction) -> str:
    """Return ten signs for a share: certain, possible, and the rest; an arrow beyond the whole."""
    first = min(10, int(sure * 10))
    second = min(10, -int(-possible * 10 // 1))
    beyond = "→" if possible > 1 else ""
    return "█" * first + "▒" * max(0, second - first) + "░" * (10 - max(first, second)) + beyond


def hatched(start: float, end: float, top: int = 6, bottom: int = 16) -> str:
    """Return the path of slanted lines between two places: a pattern that needs no name."""
    high = bottom - top
    parts = []
    x = start - high + _HATCH / 2
    while x < end:
        left, right = max(x, start), min(x + high, end)
        if right > left:
            begin, stop = bottom - (left - x), bottom - (right - x)
            parts.append(f"M{left:.5g} {begin:.5g}L{right:.5g} {stop:.5g}")
        x += _HATCH
    return "".join(parts)


def placed(value: float) -> float:
    """Return a place as it is written in a drawing."""
    return round(value, 1)
