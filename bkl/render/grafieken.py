"""Grafieken: what a chart shows, with every place in it worked out; templates only draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bkl.domein.doel import Doel
from bkl.domein.getal import write_number
from bkl.domein.interval import Interval
from bkl.domein.opmaak import format_gegeven, format_interval
from bkl.domein.vergelijking import Vergelijking
from bkl.gap.reeksen import Punt, Reeks
from bkl.render.escape import Md, one_line

WIDTH, HEIGHT = 160, 18
"""Size of a chart, in the units in which its places are given."""
_EDGE = 6
_TOP, _BOTTOM = 6, 16
_HATCH = 4
_NO_FIGURE = ("gereed", "kwalitatief", "niet toetsbaar")

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


def build_bullet(vergelijking: Vergelijking) -> Bullet | None:
    """Return the chart of one result, None where there are no two figures to compare."""
    doel, waarde = vergelijking.doel, vergelijking.waarde
    if doel is None or waarde is None or doel.drempel is None or doel.soort in _NO_FIGURE:
        return None
    scale = _Scale.around(doel.drempel, doel, waarde)
    base = scale.at(Fraction(0))
    sure = scale.at(waarde.low) if waarde.low is not None else base
    far = scale.end if waarde.high is None else scale.at(waarde.high)
    return Bullet(
        titel=_bullet_title(vergelijking, doel, waarde),
        zeker=_span(base, sure),
        onzeker=_span(sure, far) if far > sure else None,
        arcering=_hatched(sure, far),
        open=waarde.high is None,
        doel=scale.at(doel.drempel),
        doel_tot=scale.at(doel.bovengrens) if doel.bovengrens is not None else None,
        begin=scale.at(doel.nulmeting) if doel.nulmeting is not None else None,
    )


def build_verloop(wat: str, reeks: Reeks) -> Verloop | None:
    """Return the chart of a series, None with fewer than two figures. `wat` is what is counted."""
    known = [interval for punt in reeks.punten if (interval := punt.waarde) is not None]
    ends = [end for one in known for end in (one.low, one.high) if end is not None]
    if len(known) < 2 or not ends:
        return None
    low, high = min(Fraction(0), *ends), max(ends)
    step = (WIDTH - 2 * _EDGE) / (len(reeks.punten) - 1)

    def height(value: Fraction) -> float:
        return _round(HEIGHT - 3 - float((value - low) / ((high - low) or 1)) * (HEIGHT - 6))

    lines: list[list[str]] = [[]]
    dots: list[tuple[float, float]] = []
    bars: list[tuple[float, float, float]] = []
    breaks: list[float] = []
    for number, punt in enumerate(reeks.punten):
        x = _round(_EDGE + number * step)
        if punt.breuk is not None:
            breaks.append(_round(x - step / 2))
            lines.append([])
        ends_of = _ends(punt, high)
        if ends_of is None:
            lines.append([])
            continue
        bottom, top = (height(end) for end in ends_of)
        dots.append((x, bottom))
        lines[-1].append(f"{x:g},{bottom:g}")
        if top != bottom:
            bars.append((x, top, bottom))
    joined = tuple(" ".join(line) for line in lines if len(line) > 1)
    return Verloop(_series_title(wat, reeks.punten), joined, (*dots,), (*bars,), (*breaks,))


def build_fasebalk(fasen: Sequence[str], nu: str) -> Fasebalk | None:
    """Return the chart of a phase, None when it is none of the phases of the plan."""
    if nu not in fasen:
        return None
    place = list(fasen).index(nu)
    wide = (WIDTH - 2) / len(fasen)
    title = f"De fase is {nu}: nummer {place + 1} van {len(fasen)} ({', '.join(fasen)})."
    boxes = tuple((_round(1 + number * wide), _round(wide - 3)) for number in range(len(fasen)))
    return Fasebalk(one_line(title), tuple(fasen), place, boxes)


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Fraction
    span: Fraction

    @classmethod
    def around(cls, drempel: Fraction, doel: Doel, waarde: Interval) -> _Scale:
        given = (doel.bovengrens, doel.nulmeting, waarde.low, waarde.high)
        marks = [Fraction(0), drempel, *(mark for mark in given if mark is not None)]
        low, high = min(marks), max(marks)
        # a figure without end needs room to go on beyond the last mark
        room = Fraction(5, 4) if waarde.high is None else Fraction(21, 20)
        return cls(low, (high - low) * room or Fraction(1))

    @property
    def end(self) -> float:
        return WIDTH - _EDGE

    def at(self, value: Fraction) -> float:
        return _round(_EDGE + float((value - self.low) / self.span) * (WIDTH - 2 * _EDGE))


def _bullet_title(vergelijking: Vergelijking, doel: Doel, waarde: Interval) -> str:
    given = format_gegeven(vergelijking)
    title = f"Het doel was ‘{vergelijking.doel_tekst}’ en bereikt is ‘{given}’."
    if waarde.low != waarde.high:
        title += f" Zeker is alleen: {format_interval(waarde)}."
    if doel.nulmeting is not None:
        title += f" Bij het begin was het {write_number(doel.nulmeting)}."
    return one_line(title)


def _series_title(wat: str, punten: Sequence[Punt]) -> str:
    years = [f"in {p.jaar} {p.vergelijking.gegeven or 'geen cijfer'}" for p in punten]
    return one_line(f"Het verloop van ‘{wat.rstrip('. ')}’: {', '.join(years)}.")


def _ends(punt: Punt, top: Fraction) -> tuple[Fraction, Fraction] | None:
    """Return the ends of a figure, the sure one first; what has no end reaches the top."""
    waarde = punt.waarde
    if waarde is None:
        return None
    low = Fraction(0) if waarde.low is None else waarde.low
    return low, top if waarde.high is None else waarde.high


def _span(start: float, end: float) -> Span:
    return min(start, end), _round(abs(end - start))


def _hatched(start: float, end: float) -> str:
    """Return the path of slanted lines between two places: a pattern that needs no name."""
    high = _BOTTOM - _TOP
    parts = []
    x = start - high + _HATCH / 2
    while x < end:
        left, right = max(x, start), min(x + high, end)
        if right > left:
            begin, stop = _BOTTOM - (left - x), _BOTTOM - (right - x)
            parts.append(f"M{left:.5g} {begin:.5g}L{right:.5g} {stop:.5g}")
        x += _HATCH
    return "".join(parts)


def _round(value: float) -> float:
    return round(value, 1)
