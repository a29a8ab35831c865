"""Grafieken: what a chart shows, with every place in it worked out; templates only draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

WIDTH, HEIGHT = 160, 18
"""Size of a chart, in the units in which its places are given."""
EDGE = 6
"""Room left and right of what is drawn."""
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
    soort: str = "bullet"


@dataclass(frozen=True, slots=True)
class Verloop:
    """Figures through the years: `lijnen` join what may be compared, `breuken` lie between.

    `punten` are the figures, `staven` (x, top, bottom) how far an uncertain one reaches.
    """

    MARK: ClassVar[str] = "grafiek"

    titel: str
    lijnen: tuple[str, ...]
    punten: tuple[tuple[float, float], ...]
    staven: tuple[tuple[float, float, float], ...]
    breuken: tuple[float, ...]
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


def placed(value: float) -> float:
    """Return a place as it is written in a drawing."""
    return round(value, 1)
