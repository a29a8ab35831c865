"""`--explain`: the steps behind each verdict, for a reader who redoes them by hand."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.domein.dossier.verdicts import Rij
from bkl.printers.gap.parts.bar import tint_for
from bkl.printers.gap.parts.lines import labelled
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen, cells, harmless
from bkl.wording.beside import besides
from bkl.wording.explanation.steps import explain_steps
from bkl.wording.figures import oordeel_tekst, teken

_INDENT = "     "


def uitleg(result: GapResult, screen: Screen) -> list[str]:
    """Return the explanation of every selected indicator, each once."""
    lines: list[str] = []
    for rij in result.rijen:
        if rij.zelfde_als is None or len(result.rijen) == 1:
            lines += [*_indicator(rij, result, screen), ""]
    return lines


def _indicator(rij: Rij, result: GapResult, screen: Screen) -> list[str]:
    vergelijking = rij.vergelijking
    entry, dossier = vergelijking.entry, result.dossier
    jaar, plan = str(dossier.jaar), dossier.werkplan.werkplan.in_naam
    head = harmless(entry.id)
    gap = " " * max(2, screen.width - cells(head) - len(jaar))
    lines = [screen.paint(f"{head}{gap}{jaar}", "vet")]
    naam = f" ({entry.tekst})" if entry.naam else ""
    lines += wrap(f"{entry.onderdeel_tekst}{naam}", screen.width, "  ")
    for number, stap in enumerate(
        explain_steps(vergelijking, dossier.jaar, dossier.peildatum, plan), start=1
    ):
        lines += ["", screen.paint(f"  {number}  {stap.titel}", "vet")]
        for label, text in stap.regels:
            lines += labelled(label, text, screen, _INDENT)
    extra = list(besides(vergelijking))
    if extra:
        lines += ["", screen.paint("  +  Wat erbij hoort", "vet")]
        for label, text in extra:
            lines += labelled(label, text, screen, _INDENT)
    sign = teken(vergelijking, ascii_only=not screen.unicode)
    words = ", ".join((oordeel_tekst(vergelijking), *vergelijking.vlaggen))
    verdict = screen.paint(f"{sign} {words}", tint_for(vergelijking), "vet")
    return [*lines, "", f"  Oordeel: {verdict}"]
