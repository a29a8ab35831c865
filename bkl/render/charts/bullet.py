"""Bullet: a doel beside what was reached, laid out from the figures."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.render.charts.layout import EDGE, WIDTH, Bullet, Span, placed
from bkl.render.text.escape import one_line
from bkl.wording.figures import beloofd, format_gegeven, format_interval

_TOP, _BOTTOM = 6, 16
_HATCH = 4
_NO_FIGURE = ("gereed", "kwalitatief", "niet toetsbaar")


def build_bullet(vergelijking: Vergelijking) -> Bullet | None:
    """Return the chart of one result, None where there are no two figures to compare."""
    doel, waarde = vergelijking.doel, vergelijking.waarde
    if doel is None or waarde is None or doel.drempel is None or doel.soort in _NO_FIGURE:
        return None
    scale = _Scale.around(doel.drempel, doel, waarde)
    # what was reached is the way from where it began
    base = scale.at(doel.nulmeting or Fraction(0))
    near = scale.start if waarde.low is None else scale.at(waarde.low)
    far = scale.end if waarde.high is None else scale.at(waarde.high)
    return Bullet(
        titel=_bullet_title(vergelijking, doel, waarde),
        zeker=_span(base, min(max(base, near), far)),
        onzeker=_span(near, far) if far > near else None,
        arcering=_hatched(near, far),
        open=waarde.high is None,
        doel=scale.at(doel.drempel),
        doel_tot=scale.at(doel.bovengrens) if doel.bovengrens is not None else None,
        begin=scale.at(doel.nulmeting) if doel.nulmeting is not None else None,
    )


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
    def start(self) -> float:
        return EDGE

    @property
    def end(self) -> float:
        return WIDTH - EDGE

    def at(self, value: Fraction) -> float:
        return placed(EDGE + float((value - self.low) / self.span) * (WIDTH - 2 * EDGE))


def _bullet_title(vergelijking: Vergelijking, doel: Doel, waarde: Interval) -> str:
    given = format_gegeven(vergelijking)
    title = f"Het doel was ‘{beloofd(vergelijking)}’ en bereikt is ‘{given}’."
    if waarde.low != waarde.high:
        title += f" Zeker is alleen: {format_interval(waarde)}."
    if doel.nulmeting is not None:
        title += f" Bij het begin was het {write_number(doel.nulmeting)}."
    return one_line(title)


def _span(start: float, end: float) -> Span:
    return min(start, end), placed(abs(end - start))


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
