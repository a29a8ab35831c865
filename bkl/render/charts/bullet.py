"""Bullet: a doel beside what was reached, laid out from the figures."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.records import dataclass
from bkl.render.charts.layout import EDGE, WIDTH, Bullet, hatched, placed, span
from bkl.render.text.escape import one_line
from bkl.wording.figures import beloofd, format_gegeven, format_interval

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
        zeker=span(base, min(max(base, near), far)),
        onzeker=span(near, far) if far > near else None,
        arcering=hatched(near, far),
        open=waarde.high is None,
        doel=scale.at(doel.drempel),
        doel_tot=scale.at(doel.bovengrens) if doel.bovengrens is not None else None,
        begin=scale.at(doel.nulmeting) if doel.nulmeting is not None else None,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From figures to places in the chart: where it begins, and how much it spans."""

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
