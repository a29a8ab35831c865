"""Reeksen on a screen: a sparkline per stretch of comparable years, its figures beside it."""

from __future__ import annotations

from fractions import Fraction

from bkl.gap.years import Punt, Reeks
from bkl.printers.gap.parts.lines import labelled
from bkl.printers.screen import Screen
from bkl.wording.figures import format_gegeven

_BLOCKS = "▁▂▃▄▅▆▇█"


def series_lines(reeks: Reeks, screen: Screen, indent: str) -> list[str]:
    """Return `reeks   ▂▄█  2019: 2 · 2020: 4 · 2021: 8`; each break starts a line of its own."""
    lines: list[str] = []
    for number, part in enumerate(reeks.stukken):
        spark = f"{sparkline(part)}  " if screen.unicode and len(part) > 1 else ""
        if part[0].breuk is not None:
            lines += labelled("", f"trendbreuk: {part[0].breuk}", screen, indent)
        lines += labelled("reeks" if number == 0 else "", spark + figures(part), screen, indent)
    return lines


def figures(punten: tuple[Punt, ...]) -> str:
    """Return `2019: 2 lezingen · 2020: geen cijfer · 2021: 8 lezingen`."""
    return " · ".join(f"{punt.jaar}: {figure(punt)}" for punt in punten)


def figure(punt: Punt) -> str:
    """Return what one year came to: the figure as written, else the verdict."""
    return format_gegeven(punt.vergelijking) or punt.vergelijking.oordeel


def sparkline(punten: tuple[Punt, ...]) -> str:
    """Return one character per year, from nought to the greatest; `·` where there is no figure.

    A range is drawn at the end that was told: the lower one, or the upper one of `< 12`.
    """
    values = [_sure(punt) for punt in punten]
    top = max((value for value in values if value is not None), default=Fraction(0))
    return "".join(_block(value, top) for value in values)


def _sure(punt: Punt) -> Fraction | None:
    waarde = punt.waarde
    if waarde is None:
        return None
    given = punt.vergelijking.realisatie
    only_top = given and given.waarde and given.waarde.soort == "bovengrens"
    return waarde.high if waarde.low is None or only_top else waarde.low


def _block(value: Fraction | None, top: Fraction) -> str:
    if value is None:
        return "·"
    if top <= 0 or value <= 0:
        return _BLOCKS[0]
    return _BLOCKS[min(7, int(value / top * 8))]
