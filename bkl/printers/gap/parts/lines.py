"""Small pieces of text laid out on a screen."""

from __future__ import annotations

from bkl.domein.dossier.verdicts import Telling
from bkl.printers.gap.parts.bar import tint_of
from bkl.printers.layout import Piece, flow, wrap
from bkl.printers.screen import Screen
from bkl.wording.figures import gehaald_tekst, ontwikkeling_tekst, symbool

_READABLE = 112
"""Sentences longer than this are hard to read, however wide the window is."""


def labelled(label: str, text: str, screen: Screen, indent: str, width: int = 14) -> list[str]:
    """Return `label   text`, with the text as a block of its own beside the label."""
    lead = f"{indent}{label:<{width}}"
    lines = wrap(text, min(screen.width, _READABLE), lead)
    return [screen.paint(lead, "zacht") + lines[0][len(lead) :], *lines[1:]]


def counts(telling: Telling, screen: Screen, indent: str = "") -> list[str]:
    """Return `3 van 12 gehaald, 4 zonder antwoord · ◐ 2 deels gehaald`, without noughts."""
    only_aside = not telling.n and telling.n_ontwikkelingen
    pieces: list[Piece] = [] if only_aside else [(gehaald_tekst(telling), ("vet",))]
    for oordeel, number in telling.aantallen.items():
        if number:
            sign = symbool(oordeel, ascii_only=not screen.unicode)
            pieces.append((f"{sign} {number} {oordeel}", (tint_of(oordeel),)))
    if telling.buiten:
        pieces.append((f"{telling.buiten} buiten de telling", ("zacht",)))
    if aside := ontwikkeling_tekst(telling):
        pieces.append((aside, ("zacht",)))
    return flow(pieces, screen, indent)
