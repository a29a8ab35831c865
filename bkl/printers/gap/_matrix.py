"""The whole plan at a glance: thema × doelgroep with counts, or a list per speerpunt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from bkl.api import GapResult
from bkl.domein.opmaak import symbool
from bkl.domein.vergelijking import Telling
from bkl.printers.gap._bar import counts_bar, tint_of
from bkl.printers.gap._groups import Groep
from bkl.printers.gap._lines import Piece, flow
from bkl.printers.screen import Screen, harmless, pad, shorten, wrap

_NARROWEST_CELL, _WIDEST_CELL = 19, 40
_HEAD = 16


def matrix(result: GapResult, groups: Iterable[Groep], screen: Screen) -> list[str] | None:
    """Return the matrix of speerpunten; None without two axes, or when the screen lacks room."""
    werkplan = result.dossier.werkplan
    themas, doelgroepen = werkplan.themas, werkplan.doelgroepen
    width = min((screen.width - _HEAD) // max(1, len(themas)), _WIDEST_CELL)
    if not themas or not doelgroepen or width < _NARROWEST_CELL:
        return None
    places = {
        werkplan.axes_of(groep.sleutel, groep.speerpunt): groep
        for groep in groups
        if groep.sectie == "speerpunten"
    }
    head = [wrap(f"{thema} {name}", width - 2, "", "  ") for thema, name in themas.items()]
    lines = _row([], head, width)
    for doelgroep, name in doelgroepen.items():
        cells_ = [_cell(places.get((thema, doelgroep)), width - 2, screen) for thema in themas]
        lines += ["", *_row(wrap(f"{doelgroep} {name}", _HEAD - 2, "", "  "), cells_, width)]
    return lines


def listing(groups: Sequence[Groep], screen: Screen) -> list[str]:
    """Return one line per speerpunt: code, title, a bar and the counts."""
    codes = max(len(groep.sleutel) for groep in groups) + 2
    title = min(44, screen.width - codes - 46)
    lines = []
    for groep in groups:
        telling = groep.telling
        lead = pad(groep.sleutel, codes) + pad(shorten(harmless(groep.titel), title), title + 2)
        bar = f"{counts_bar(telling, 12, screen)}  {pad(short_counts(telling), 12)}"
        lines.append(lead + bar + " ".join(screen.paint(sign, *tints) for sign, tints in _signs(telling, screen)))
    return lines


def short_counts(telling: Telling) -> str:
    """Return `3–7 van 12`: reached for certain, possibly, and promised."""
    zeker, mogelijk = telling.gehaald
    span = f"{zeker}" if zeker == mogelijk else f"{zeker}–{mogelijk}"
    return f"{span} van {telling.n}"


def _cell(groep: Groep | None, width: int, screen: Screen) -> list[str]:
    if groep is None:
        return ["–"]
    telling = groep.telling
    return [
        f"{screen.paint(groep.sleutel, 'vet')}  {short_counts(telling)}",
        counts_bar(telling, min(width, 16), screen),
        *flow(_signs(telling, screen), replace(screen, width=width), "", " "),
    ]


def _signs(telling: Telling, screen: Screen) -> list[Piece]:
    return [
        (f"{symbool(oordeel, ascii_only=not screen.unicode)}{number}", (tint_of(oordeel),))
        for oordeel, number in telling.aantallen.items()
        if number
    ]


def _row(head: Sequence[str], columns: Sequence[Sequence[str]], width: int) -> list[str]:
    """Set the lines of a row of cells beside one another."""
    tall = zip_longest(head, *columns, fillvalue="")
    return [
        (pad(first, _HEAD) + "".join(pad(text, width) for text in rest)).rstrip()
        for first, *rest in tall
    ]
