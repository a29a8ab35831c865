"""What stands beside a verdict: mijlpalen, the plan before it was changed, other years."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.gap.years import Vervolg
from bkl.printers.gap.parts.lines import labelled
from bkl.printers.gap.parts.series import series_lines
from bkl.printers.screen import Screen, cells
from bkl.wording.beside import Beside, besides
from bkl.wording.figures import beloofd, oordeel_tekst
from bkl.wording.levels import row_told

_WIDTH = 14


def aside(
    rij: Rij, result: GapResult, screen: Screen, indent: str, *, everything: bool
) -> list[str]:
    """Return the lines below one row, beyond its own verdict and account."""
    if rij.zelfde_als:
        return []
    id_ = rij.vergelijking.entry.id
    notes = list(besides(rij.vergelijking))
    later = result.vervolgen.get(id_)
    if later is not None and later.bekend:
        notes.append(("hoe verder", _later(later)))
    if (earlier := result.herkomsten.get(id_)) is not None:
        notes.append(("vervolg van", _earlier(earlier, rij.vergelijking)))
    if result.dossier.gelaagd:
        notes += row_told(result.dossier, rij.vergelijking.entry, rij.id)
    if everything:
        notes += _background(rij.vergelijking, told=result.dossier.gelaagd)
    lines: list[str] = []
    for label, text in notes:
        lines += labelled(label, text, screen, indent, max(_WIDTH, cells(label) + 2))
    reeks = result.reeksen.get(id_) if result.reeksen else None
    return lines + (series_lines(reeks, screen, indent) if reeks else [])


def _background(vergelijking: Vergelijking, *, told: bool) -> Beside:
    indicator = vergelijking.entry.indicator
    if indicator.niveau:
        yield "niveau", indicator.niveau
    if vergelijking.entry.uitvoerders and not told:
        yield "uitvoerder", ", ".join(vergelijking.entry.uitvoerders)
    if indicator.labels:
        yield "labels", ", ".join(indicator.labels)
    if vergelijking.realisatie is not None:
        metingen = vergelijking.realisatie.realisatie.metingen
        if metingen:
            yield "metingen", "; ".join(f"{when}: {one.tekst}" for when, one in metingen.items())


def _later(vervolg: Vervolg) -> str:
    if vervolg.gevonden is None:
        return f"staat niet in het werkplan van {vervolg.jaar}"
    return f"{vervolg.jaar}, {_found(vervolg.gevonden)}"


def _earlier(vervolg: Vervolg, vergelijking: Vergelijking) -> str:
    id_ = vergelijking.entry.indicator.vervolg_van or ""
    if vervolg.gevonden is None:
        where = f"het werkplan van {vervolg.jaar}" if vervolg.bekend else "een eerder werkplan"
        return f"{id_}, niet gevonden in {where}"
    return f"{vervolg.jaar}, {_found(vervolg.gevonden)}"


def _found(vergelijking: Vergelijking) -> str:
    text = f"{vergelijking.entry.id}: "
    if promised := beloofd(vergelijking):
        text += f"beloofd {promised}, "
    return text + oordeel_tekst(vergelijking)
