"""Verloop and fasebalk: figures through the years, and the phases that a speerpunt goes through."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bkl.gap.years import Punt, Reeks
from bkl.render.charts.layout import EDGE, WIDTH, Fasebalk, Verloop, placed
from bkl.render.text.escape import one_line
from bkl.wording.figures import format_gegeven

_HIGH = 36
"""How high the chart is: twice a bar, as a line needs the room."""


def build_verloop(wat: str, reeks: Reeks) -> Verloop | None:
    """Return the chart of a series, None with fewer than two figures. `wat` is what is counted."""
    known = [interval for punt in reeks.punten if (interval := punt.waarde) is not None]
    ends = [end for one in known for end in (one.low, one.high) if end is not None]
    goals = [_goal(punt) for punt in reeks.punten]
    if len(known) < 2 or not ends:
        return None
    ends += [goal for goal in goals if goal is not None]
    low, high = min(Fraction(0), *ends), max(ends)
    step = (WIDTH - 2 * EDGE) / (len(reeks.punten) - 1)

    def height(value: Fraction) -> float:
        return placed(_HIGH - 3 - float((value - low) / ((high - low) or 1)) * (_HIGH - 6))

    lines: list[list[str]] = [[]]
    dots: list[tuple[float, float]] = []
    bars: list[tuple[float, float, float]] = []
    breaks: list[float] = []
    for number, punt in enumerate(reeks.punten):
        x = placed(EDGE + number * step)
        if punt.breuk is not None:
            breaks.append(placed(x - step / 2))
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
    doelen = tuple(
        (placed(EDGE + number * step), height(goal))
        for number, goal in enumerate(goals)
        if goal is not None
    )
    return Verloop(_series_title(wat, reeks.punten), joined, (*dots,), (*bars,), (*breaks,), doelen)


def _goal(punt: Punt) -> Fraction | None:
    doel = punt.vergelijking.doel
    return doel.drempel if doel is not None and punt.vergelijking.waarde is not None else None


def build_fasebalk(fasen: Sequence[str], nu: str) -> Fasebalk | None:
    """Return the chart of a phase, None when it is none of the phases of the plan."""
    if nu not in fasen:
        return None
    place = list(fasen).index(nu)
    wide = (WIDTH - 2) / len(fasen)
    title = f"De fase is {nu}: nummer {place + 1} van {len(fasen)} ({', '.join(fasen)})."
    boxes = tuple((placed(1 + number * wide), placed(wide - 3)) for number in range(len(fasen)))
    return Fasebalk(one_line(title), tuple(fasen), place, boxes)


def _series_title(wat: str, punten: Sequence[Punt]) -> str:
    years = [f"in {p.jaar} {format_gegeven(p.vergelijking) or 'geen cijfer'}" for p in punten]
    return one_line(f"Het verloop van ‘{wat.rstrip('. ')}’: {', '.join(years)}.")


def _ends(punt: Punt, top: Fraction) -> tuple[Fraction, Fraction] | None:
    """Return the ends of a figure, the sure one first; what has no end reaches the top."""
    waarde = punt.waarde
    if waarde is None:
        return None
    low = Fraction(0) if waarde.low is None else waarde.low
    return low, top if waarde.high is None else waarde.high
