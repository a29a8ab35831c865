"""The comparison for people: the whole plan as a matrix, or a selection verdict by verdict."""

from __future__ import annotations

from itertools import chain

from bkl.api import GapResult
from bkl.domein.vergelijking import Rij
from bkl.printers.gap._block import Columns, block, heading
from bkl.printers.gap._groups import Groep, groups
from bkl.printers.gap._lines import counts
from bkl.printers.gap._matrix import listing, matrix
from bkl.printers.layout import Piece, flow, shorten, wrap
from bkl.printers.screen import Screen, cells, harmless

_SECTIES = {
    "speerpunten": "Speerpunten",
    "uitgangspunten": "Uitgangspunten",
    "projecten": "Projecten",
}
_AMBITIE_LINES = 3


def show(result: GapResult, screen: Screen) -> str:
    """Return the matrix when nothing was selected, else the selected speerpunten in full."""
    found = groups(result)
    whole = result.selectie is None and result.telling == result.alle
    lines = _overview(result, found, screen) if whole else _details(result, found, screen)
    return screen.finish("\n".join(line.rstrip() for line in lines) + "\n")


def _details(result: GapResult, found: list[Groep], screen: Screen) -> list[str]:
    if not found:
        return ["Geen indicator past bij deze keuze."]
    everything = len({(rij.speerpunt, rij.onderdeel) for rij in result.rijen}) == 1
    lines: list[str] = []
    for groep in found:
        lines += [*_title(groep, result, screen), ""]
        lines += _groep(groep, screen, everything=everything and result.selectie is not None)
    if len(found) > 1:
        lines += [screen.paint("Samen", "vet"), *counts(result.telling, screen, "  ")]
    return lines


def _title(groep: Groep, result: GapResult, screen: Screen) -> list[str]:
    jaar = str(result.dossier.jaar)
    lines = wrap(groep.titel, screen.width - 6, f"{groep.sleutel}  ")
    first = lines[0] + " " * (screen.width - cells(lines[0]) - len(jaar)) + jaar
    lines = [screen.paint(line, "vet") for line in (first, *lines[1:])]
    if groep.speerpunt.ambitie:
        ambitie = wrap(groep.speerpunt.ambitie, screen.width - 2, "    ")
        if len(ambitie) > _AMBITIE_LINES:
            last = ambitie[_AMBITIE_LINES - 1] + " " + ambitie[_AMBITIE_LINES].strip()
            ambitie = [*ambitie[: _AMBITIE_LINES - 1], shorten(last, screen.width - 2)]
        lines += ambitie
    return [*lines, *counts(groep.telling, screen, "    ")]


def _groep(groep: Groep, screen: Screen, *, everything: bool) -> list[str]:
    columns = Columns.of(groep.rijen)
    lines = [] if everything else heading(columns, screen)
    for onderdeel, rijen in groep.onderdelen:
        lines += _onderdeel(onderdeel, rijen, screen)
        for rij in rijen:
            lines += block(rij, screen, columns, everything=everything)
        lines.append("")
    return lines


def _onderdeel(onderdeel: str, rijen: list[Rij], screen: Screen) -> list[str]:
    return wrap(rijen[0].tekst, screen.width, f"{screen.paint(onderdeel, 'vet')}  ")


def _overview(result: GapResult, found: list[Groep], screen: Screen) -> list[str]:
    werkplan = result.dossier.werkplan
    verslag = result.dossier.jaarverslag
    stand = f"stand op {verslag.peildatum:%d-%m-%Y}" if verslag else "nog geen jaarverslag"
    title = f"Werkplan {werkplan.werkplan} · {harmless(werkplan.organisatie)} · {stand}"
    lines = [screen.paint(line, "vet") for line in wrap(title, screen.width)]
    lines += ["", *counts(result.alle, screen), ""]
    grid = matrix(result, found, screen)
    if grid is not None:
        lines += [*grid, ""]
    listed = [groep for groep in found if grid is None or groep.sectie != "speerpunten"]
    table = listing(listed, screen) if listed else []
    for sectie, name in _SECTIES.items():
        rows = [row for groep, row in zip(listed, table, strict=True) if groep.sectie == sectie]
        if rows:
            lines += [screen.paint(name, "vet"), *chain.from_iterable(rows), ""]
    return [*lines, *_legend(result, found, screen)]


def _legend(result: GapResult, found: list[Groep], screen: Screen) -> list[str]:
    """Explain what the signs leave unsaid: the two figures, and the three shades."""
    zeker, mogelijk = result.alle.gehaald
    shades: list[Piece] = [
        ("█ zeker gehaald", ()),
        ("▒ misschien gehaald: er is geen cijfer, of het zegt te weinig", ()),
        ("░ niet of deels gehaald", ()),
    ]
    lines = flow(shades, screen, "", "  ")
    if mogelijk > zeker:
        meaning = (
            f"{zeker}–{mogelijk} van {result.alle.n}: {zeker} zeker gehaald; hoogstens {mogelijk}, "
            "als alles wat nu onbekend is gehaald blijkt."
        )
        lines += wrap(meaning, screen.width)
    if found:
        first = found[0]
        lines += wrap(
            f"Meer zien: `bkl gap {first.sleutel}` of `bkl gap {first.rijen[0].id}`.", screen.width
        )
    return [screen.paint(line, "zacht") for line in lines]
