"""The whole plan on a screen: counts, the matrix of speerpunten, and a legend."""

from __future__ import annotations

from itertools import chain

from bkl.api import GapResult
from bkl.printers.gap.parts.groups import Section
from bkl.printers.gap.parts.lines import counts
from bkl.printers.gap.parts.matrix import listing, matrix
from bkl.printers.gap.parts.money import of_whole
from bkl.printers.layout import Piece, flow, wrap
from bkl.printers.screen import Screen, harmless


def hoofdletter(text: str) -> str:
    """Return the text with a capital, and the rest as it is."""
    return text[:1].upper() + text[1:]


def overview(result: GapResult, found: list[Section], screen: Screen) -> list[str]:
    """Return the whole plan: counts, the matrix or a list, and how to read them."""
    werkplan = result.dossier.werkplan
    verslag, words = result.dossier.jaarverslag, werkplan.begrippen
    stand = f"nog geen {words.jaarverslag}"
    if verslag:
        stand = f"stand op {verslag.peildatum:%d-%m-%Y}"
    title = f"{hoofdletter(words.werkplan)} {werkplan.werkplan} · {werkplan.organisatie} · {stand}"
    lines = [screen.paint(line, "vet") for line in wrap(title, screen.width)]
    lines += ["", *counts(result.alle, screen), ""]
    grid = matrix(result, found, screen)
    if grid is not None:
        lines += [*grid, ""]
    ouders = result.dossier.nesting.ouders
    inside = {*ouders, *ouders.values()}
    listed = [
        groep
        for groep in found
        if grid is None or groep.sectie != "speerpunten" or groep.sleutel in inside
    ]
    table = listing(listed, screen) if listed else []
    names = {"speerpunten": words.speerpunten, **words.buiten_matrix}
    for sectie, name in names.items():
        rows = [row for groep, row in zip(listed, table, strict=True) if groep.sectie == sectie]
        if rows:
            lines += [
                screen.paint(hoofdletter(harmless(name)), "vet"),
                *chain.from_iterable(rows),
                "",
            ]
    if result.dossier.geld is not None or result.dossier.feiten:
        lines += of_whole(result, screen)
    return [*lines, *_legend(result, found, screen)]


def _legend(result: GapResult, found: list[Section], screen: Screen) -> list[str]:
    """Explain what the signs leave unsaid: the three shades, and what may still be reached."""
    zeker, mogelijk = result.alle.gehaald
    unsure = "zonder antwoord: er is geen cijfer, of het zegt te weinig"
    shades: list[Piece] = [
        ("█ zeker gehaald", ()),
        (f"▒ {'loopt nog, of ' if result.alle.loopt else ''}{unsure}", ()),
        ("░ niet of deels gehaald", ()),
    ]
    lines = flow(shades, screen, "", "  ")
    if mogelijk > zeker:
        going = "nog loopt of " if result.alle.loopt else ""
        meaning = (
            f"{zeker} van {result.alle.n} zeker gehaald; hoogstens {mogelijk}, "
            f"als alles wat {going}zonder antwoord is, gehaald blijkt."
        )
        lines += wrap(meaning, screen.width)
    if found:
        first = found[0]
        lines += wrap(
            f"Meer zien: `bkl gap {first.sleutel}` of `bkl gap {first.gekozen[0].id}`.",
            screen.width,
        )
    return [screen.paint(line, "zacht") for line in lines]
