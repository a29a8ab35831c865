"""Figures that a writer refers to in a text of their own, put in their place."""

from __future__ import annotations

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verwijzing import find_verwijzingen, resolve
from bkl.render.text.escape import escape_markdown


def fill_figures(text: str, dossier: Dossier) -> str:
    """Return the text with each `{{ BD-R4.lezingen }}` replaced by its phrase, as plain text.

    Nothing is evaluated, and a phrase cannot bring markup. What names no indicator stays as
    it is; a figure that is not there reads `niet gerapporteerd`.
    """
    parts: list[str] = []
    position = 0
    for found in find_verwijzingen(text):
        meant = resolve(dossier, found.code) if found.code else None
        if meant is not None:
            phrase = meant.tekst or "niet gerapporteerd"
            parts += (text[position : found.start], escape_markdown(phrase))
            position = found.end
    return "".join((*parts, text[position:]))
