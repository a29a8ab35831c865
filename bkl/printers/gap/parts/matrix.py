"""The whole plan at a glance: thema × doelgroep with counts, or a list per speerpunt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from bkl.api import GapResult
from bkl.domein.dossier.verdicts import Telling
from bkl.printers.gap.parts.bar import counts_bar, tint_of
from bkl.printers.gap.parts.groups import Section
from bkl.printers.layout import Piece, flow, pad, shorten, wrap
from bkl.printers.screen import Screen, cells, harmless
from bkl.wording.figures import ontwikkeling_teken, symbool

_NARROWEST_CELL, _WIDEST_CELL = 19, 40
_NARROWEST_TITLE = 20
_ROOMY = 100


def matrix(result: GapResult, groups: Iterable[Section], screen: Screen) -> list[str] | None:
    """Return the matrix of speerpunten; None without two axes, or when the screen lacks room."""
    werkplan = result.dossier.werkplan
    themas, doelgroepen = werkplan.themas, werkplan.doelgroepen
    side = 16 if screen.width < _ROOMY else 24
    width = min((screen.width - side) // max(1, len(themas)), _WIDEST_CELL)
    if not themas or not doelgroepen or width < _NARROWEST_CELL:
        return None
    places = {
        werkplan.axes_of(groep.sleutel, groep.speerpunt): groep
        for groep in groups
        if groep.sectie == "speerpunten" and not groep.diepte
    }
    head = [wrap(f"{thema} {name}", width - 2, "", "  ") for thema, name in themas.items()]
    lines = _row([], head, side, width)
    for doelgroep, name in doelgroepen.items():
        columns = [_cell(places.get((thema, doelgroep)), width - 2, screen) for thema in themas]
        lines += ["", *_row(wrap(f"{doelgroep} {name}", side - 2, "", "  "), columns, side, width)]
    return lines


def listing(groups: Sequence[Section], screen: Screen) -> list[list[str]]:
    """Return for each speerpunt its code, title, a bar and the counts, in columns that fit."""
    codes = max(cells(groep.sleutel) + 2 * groep.diepte for groep in groups) + 2
    counted = max(cells(short_counts(groep.telling)) for groep in groups) + 2
    signs = {groep.sleutel: _signs(groep.telling, screen) for groep in groups}
    widest = max(cells(" ".join(text for text, _ in pieces)) for pieces in signs.values())
    bar = 12 if screen.width >= _ROOMY else 8
    title = min(60, screen.width - codes - bar - 2 - counted - widest)
    found = []
    for groep in groups:
        lead, name = pad("  " * groep.diepte + groep.sleutel, codes), harmless(groep.titel)
        pieces = signs[groep.sleutel]
        rest = f"{counts_bar(groep.telling, bar, screen)}  {short_counts(groep.telling)}"
        if title >= _NARROWEST_TITLE:
            line = lead + pad(shorten(name, title - 2), title) + pad(rest, bar + 2 + counted)
            found.append([line + " ".join(screen.paint(text, *tints) for text, tints in pieces)])
        else:
            beside = flow(pieces, screen, "  ", " ")
            found.append([lead + shorten(name, screen.width - codes), f"  {rest}", *beside])
    return found


def short_counts(telling: Telling) -> str:
    """Return `3 van 12`: reached for certain, and promised; `–` for no promise."""
    return f"{telling.gehaald[0]} van {telling.n}" if telling.n else "–"


def _cell(groep: Section | None, width: int, screen: Screen) -> list[str]:
    if groep is None:
        return ["–"]
    telling = groep.telling
    return [
        f"{screen.paint(groep.sleutel, 'vet')}  {short_counts(telling)}",
        counts_bar(telling, min(width, 16), screen),
        *flow(_signs(telling, screen), replace(screen, width=width), "", " "),
    ]


def _signs(telling: Telling, screen: Screen) -> list[Piece]:
    signs: list[Piece] = [
        (f"{symbool(oordeel, ascii_only=not screen.unicode)}{number}", (tint_of(oordeel),))
        for oordeel, number in telling.aantallen.items()
        if number
    ]
    if telling.n_ontwikkelingen:
        sign = ontwikkeling_teken(ascii_only=not screen.unicode)
        signs.append((f"{sign}{telling.n_ontwikkelingen}", ("zacht",)))
    return signs


def _row(head: Sequence[str], columns: Sequence[Sequence[str]], side: int, width: int) -> list[str]:
    """Set the lines of a row of cells beside one another."""
    tall = zip_longest(head, *columns, fillvalue="")
    return [
        (pad(first, side) + "".join(pad(text, width) for text in rest)).rstrip()
        for first, *rest in tall
    ]
