"""Grafieken: what a chart shows, with every place in it worked out; templates only draw."""

from __future__ import annotations

from dataclasses import dataclass

from bkl.render.text.escape import Md

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

    titel: str
    lijnen: tuple[str, ...]
    punten: tuple[tuple[float, float], ...]
    staven: tuple[tuple[float, float, float], ...]
    breuken: tuple[float, ...]
    soort: str = "verloop"


@dataclass(frozen=True, slots=True)
class Fasebalk:
    """The phases in their order; `nu` is the place of the current one, from 0."""

    titel: str
    fasen: tuple[str, ...]
    nu: int
    vakken: tuple[Span, ...]
    soort: str = "fasebalk"


@dataclass(frozen=True, slots=True)
class Leeswijzer:
    """How to read the bars of bullets; only where they are drawn."""

    soort: str = "leeswijzer"


Grafiek = Bullet | Verloop | Fasebalk | Leeswijzer


class Grafieken:
    """The charts of one document, numbered in the order in which a reader meets them."""

    def __init__(self) -> None:
        self._all: list[Grafiek] = []

    def teken(self, grafiek: Grafiek | None) -> Md:
        """Return the place of a chart: unseen in Markdown, and drawn in the other formats."""
        if grafiek is None:
            return Md("")
        self._all.append(grafiek)
        return Md(f'<a id="grafiek-{len(self._all)}"></a>')

    def uitleg(self) -> Md:
        """Return the place of the words that explain the bars, nothing without any bar."""
        drawn = any(isinstance(grafiek, Bullet) for grafiek in self._all)
        return self.teken(Leeswijzer() if drawn else None)

    @property
    def alle(self) -> tuple[Grafiek, ...]:
        """All charts that have a place; that of the first is `grafiek-1`."""
        return tuple(self._all)


def placed(value: float) -> float:
    """Return a place as it is written in a drawing."""
    return round(value, 1)
