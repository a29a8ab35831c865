"""Verdicts, counts and percentages as HTML: a class for the colour and a small bar.

The words are whole; colour and bars only repeat what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.common.utils import escapeHtml

from bkl.domein.woorden import ONBESLIST, Oordeel
from bkl.render.text.dutch import aantal
from bkl.render.text.marks import Procent, Tel
from bkl.render.text.signs import Counts, Large, Percentage, Verdict, count_words

_GAP, _STRIPE = 0.006, 0.012
"""Room between two parts of a stacked bar, and between its stripes, as a share of the whole."""


def class_of(soort: str) -> str:
    """Return the class name for a kind of verdict: `deels-gehaald`."""
    return soort.replace(" ", "-")


def show_worded(shown: Verdict | Counts | Percentage | Large) -> str:
    """Return the element for what a sign stands for, other than a chart."""
    if isinstance(shown, Verdict):
        name = class_of(shown.merk.soort)
        return f'<strong class="oordeel {name}">{escapeHtml(shown.words)}</strong>'
    if isinstance(shown, Counts):
        return _counts(shown.tellen)
    if isinstance(shown, Percentage):
        return f'<span class="deel">{escapeHtml(shown.words)} {_bar(shown.procent)}</span>'
    return f"<strong>{escapeHtml(shown.words)}</strong>"


def _bar(procent: Procent) -> str:
    """Return a bar of 100 units: solid as far as certain, lighter as far as possible."""
    return (
        '<svg class="balk" viewBox="0 0 100 8" preserveAspectRatio="none" role="img">'
        f"<title>{escapeHtml(procent.tekst)} van het doel</title>"
        '<rect class="baan" width="100" height="8"/>'
        f'<rect class="mogelijk" width="{procent.mogelijk:g}" height="8"/>'
        f'<rect class="zeker" width="{procent.zeker:g}" height="8"/></svg>'
    )


def _counts(tellen: Sequence[Tel]) -> str:
    chips = [
        f'<span class="tel {class_of(tel.soort)}">{escapeHtml(count_words(tel))}</span>'
        for tel in tellen
    ]
    return f'<span class="telling">{draw_stack(tellen)}{" ".join(chips)}</span>'


def draw_stack(tellen: Sequence[Tel], size: tuple[int, int] | None = None) -> str:
    """Return the counts as one bar: as wide as its place, or of a size in CSS pixels."""
    total = sum(tel.aantal for tel in tellen)
    words = ", ".join(f"{aantal(tel.aantal)} {tel.tekst}" for tel in tellen)
    unit = size[0] / total if size else 1
    box = f'viewBox="0 0 {total} 8"'
    if size:
        box = f'viewBox="0 0 {size[0]} 8" width="{size[0]}" height="{size[1]}"'
    parts, start = [], 0
    gap = total * _GAP if len(tellen) > 1 else 0
    for tel in tellen:
        # a part is seen however small it is
        width = max(tel.aantal - gap, tel.aantal / 2)
        shape = f'x="{start * unit:g}" width="{width * unit:g}"'
        parts.append(f'<rect class="{class_of(tel.soort)}" {shape} height="8"/>')
        parts += _stripes(tel.soort, start * unit, width * unit, total * unit)
        start += tel.aantal
    return (
        f'<svg class="stapelbalk" {box} preserveAspectRatio="none" role="img">'
        f"<title>{escapeHtml(words)}</title>{''.join(parts)}</svg>"
    )


def _stripes(oordeel: Oordeel, start: float, width: float, total: float) -> Iterator[str]:
    """Yield what tells verdicts apart without colour: niet is striped, open has a line."""
    if oordeel == "niet gehaald":
        step = total * _STRIPE
        for number in range(int(width / step)):
            x = start + (number + 0.6) * step
            yield f'<rect class="streep" x="{x:.4g}" width="{step * 0.4:.4g}" height="8"/>'
    elif oordeel in ONBESLIST:
        yield f'<rect class="streep" x="{start:g}" y="3" width="{width:g}" height="2"/>'
