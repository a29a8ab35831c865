"""Small pieces of text laid out on a screen."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.domein.opmaak import gehaald_tekst, symbool
from bkl.domein.vergelijking import Telling
from bkl.printers.gap._bar import tint_of
from bkl.printers.screen import Screen, Tint, cells, wrap

_READABLE = 112
"""Sentences longer than this are hard to read, however wide the window is."""

Piece = tuple[str, tuple[Tint, ...]]
"""A text that is not broken, with its colours."""


def flow(pieces: Iterable[Piece], screen: Screen, indent: str, between: str = " · ") -> list[str]:
    """Set pieces one after another, on as many lines as are needed."""
    lines: list[str] = []
    line, used = "", 0
    for text, tints in pieces:
        size = cells(text)
        if used and used + cells(between) + size > screen.width:
            lines.append(line)
            line, used = "", 0
        if not used and cells(indent) + size > screen.width:
            broken = wrap(text, screen.width, indent)
            lines += [screen.paint(part, *tints) for part in broken[:-1]]
            line, used = screen.paint(broken[-1], *tints), cells(broken[-1])
            continue
        lead = between if used else indent
        line += lead + screen.paint(text, *tints)
        used += cells(lead) + size
    return [*lines, line] if line else lines


def labelled(label: str, text: str, screen: Screen, indent: str, width: int = 14) -> list[str]:
    """Return `label   text`, with the text as a block of its own beside the label."""
    lead = f"{indent}{label:<{width}}"
    lines = wrap(text, min(screen.width, _READABLE), lead)
    return [screen.paint(lead, "zacht") + lines[0][len(lead) :], *lines[1:]]


def counts(telling: Telling, screen: Screen, indent: str = "") -> list[str]:
    """Return `3 tot 7 van 12 gehaald · ◐ 2 deels gehaald · …`, leaving out what is nought."""
    pieces: list[Piece] = [(gehaald_tekst(telling), ("vet",))]
    for oordeel, number in telling.aantallen.items():
        if number:
            sign = symbool(oordeel, ascii_only=not screen.unicode)
            pieces.append((f"{sign} {number} {oordeel}", (tint_of(oordeel),)))
    if telling.buiten:
        pieces.append((f"{telling.buiten} buiten de telling", ("zacht",)))
    return flow(pieces, screen, indent)
