"""`--per kwartaal`: each indicator through the periods, as lines on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from bkl.api import GapResult
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.printers.gap.parts.bar import tint_of
from bkl.printers.layout import Piece, flow, pad, wrap
from bkl.printers.screen import Screen, cells, harmless
from bkl.wording.figures import format_verschil, ontwikkeling_teken, symbool
from bkl.wording.periods import (
    NIETS_TE_TONEN,
    left_out,
    promised_told,
    reached_told,
    so_far_told,
    title_of,
    verdict_told,
)

if TYPE_CHECKING:
    from bkl.gap.periods.cells import Vakcel
    from bkl.gap.periods.due import Vaktoets
    from bkl.gap.periods.table import Periodereeks, Periodetabel

_INDENT = "    "
_WIDE = 120
_WIDEST = 34
"""No figure makes its column wider than this."""


def period_lines(result: GapResult, tabel: Periodetabel, screen: Screen) -> list[str]:
    """Return the table: a block per indicator, a line per period, and below it what is due then."""
    dossier = result.dossier
    stand = f" · stand op {dossier.peildatum:%d-%m-%Y}" if dossier.jaarverslag else ""
    years = dossier.werkplan.werkplan if tabel.soort == "jaar" else dossier.jaar
    title = f"{title_of(tabel)} · {years}{stand}"
    lines = [screen.paint(line, "vet") for line in wrap(title, screen.width)]
    if not tabel.reeksen:
        return [*lines, "", *wrap(NIETS_TE_TONEN, screen.width)]
    for reeks in tabel.reeksen:
        lines += ["", *_block(reeks, tabel, screen)]
    if (note := left_out(tabel)) is not None:
        lines += ["", *(screen.paint(line, "zacht") for line in wrap(note, screen.width))]
    return lines


def _block(reeks: Periodereeks, tabel: Periodetabel, screen: Screen) -> list[str]:
    entry = reeks.rij.vergelijking.entry
    text = f"{entry.onderdeel_tekst} ({entry.tekst})" if entry.naam else reeks.rij.tekst
    lines = wrap(text, screen.width, f"{harmless(reeks.rij.id)}  ")
    id_ = harmless(reeks.rij.id)
    lines[0] = screen.paint(id_, "vet") + lines[0][len(id_) :]
    rows = list(_joined(reeks.cellen, short=tabel.soort in ("week", "maand")))
    names = max(cells(name) for name, _ in rows) + 2
    figures = max(cells(harmless(reached_told(cel))) for _, cel in rows)
    figures = min(figures, _WIDEST) + 2
    for name, cel in rows:
        lines += _line(name, cel, reeks.rij.vergelijking, (names, figures), screen)
    return lines


def _joined(cellen: Sequence[Vakcel], *, short: bool) -> Iterator[tuple[str, Vakcel]]:
    """Yield each cell with its name; weeks and months of which nothing is known as one."""
    for _, run in groupby(enumerate(cellen), lambda pair: _alike(*pair) if short else pair[0]):
        part = [cel for _, cel in run]
        yield _named(part[0].vak.naam, part[-1].vak.naam), part[0]


def _named(first: str, last: str) -> str:
    """Return `maart 2022`, or `maart t/m juni 2022`: what is said once is enough."""
    if first == last:
        return first
    head, _, year = first.rpartition(" ")
    return f"{head if last.endswith(f' {year}') else first} t/m {last}"


def _alike(number: int, cel: Vakcel) -> str | int:
    """Return a key that only cells without anything in them share."""
    nothing = cel.bereikt is None and not cel.toetsen
    return cel.fase if nothing else number


def _line(
    name: str, cel: Vakcel, vergelijking: Vergelijking, widths: tuple[int, int], screen: Screen
) -> list[str]:
    reached = harmless(reached_told(cel))
    lead = f"{_INDENT}{pad(name, widths[0])}"
    so_far = so_far_told(cel) if cel.bereikt is not None else None
    told = f"samen {harmless(so_far)}" if so_far else ""
    if cells(lead + reached) > screen.width:
        lines = wrap(reached, screen.width, lead)
        if told:
            lines += wrap(told, screen.width, _INDENT * 2)
    else:
        beside = f"{pad(reached, widths[1])}{told}".rstrip()
        fits = cells(lead + beside) <= screen.width
        shown = screen.paint(reached, "zacht") if cel.bereikt is None else reached
        rest = beside[len(reached) :] if fits else ""
        lines = [f"{screen.paint(lead, 'zacht')}{shown}{rest}"]
        if told and not fits:
            lines += wrap(told, screen.width, _INDENT * 2)
    due = [_due(one, vergelijking, screen) for one in cel.toetsen]
    if len(due) == 1 and screen.width >= _WIDE:
        beside_it = " · ".join(text for text, _ in due[0])
        if cells(lines[-1]) + 3 + cells(beside_it) <= screen.width:
            painted = " · ".join(screen.paint(text, *tints) for text, tints in due[0])
            return [*lines[:-1], f"{lines[-1]}   {painted}"]
    for pieces in due:
        lines += flow(pieces, screen, _INDENT * 2)
    return lines


def _due(one: Vaktoets, vergelijking: Vergelijking, screen: Screen) -> list[Piece]:
    """Return `✓ gehaald · doel 3 lezingen · toen 3 lezingen · verschil geen`."""
    entry, toets = vergelijking.entry, one.toets
    development = entry.is_ontwikkeling
    sign = symbool(toets.oordeel, ascii_only=not screen.unicode)
    if development:
        sign = ontwikkeling_teken(ascii_only=not screen.unicode)
    tint = "zacht" if development else tint_of(toets.oordeel)
    pieces: list[Piece] = [(f"{sign} {verdict_told(one, entry)}", (tint, "vet"))]
    pieces.append((f"{one.wat}: {harmless(promised_told(one, entry))}", ()))
    if one.gegeven is not None:
        pieces.append((f"stand {harmless(one.gegeven)}", ()))
    verschil = format_verschil(toets)
    if verschil is not None:
        pieces.append((f"verschil {verschil}", ()))
    return pieces
