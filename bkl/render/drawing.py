"""Charts where they belong: each place in the text is given its drawing."""

from __future__ import annotations

from bkl.render.document import Document
from bkl.render.jinja.plain import Plainer

Tekeningen = dict[str, str]
"""Drawings as HTML, by the name of their place."""


def draw_charts(document: Document) -> Tekeningen:
    """Return every chart of a document as inline SVG, drawn by `_charts.html.j2`.

    Raises Sjabloonfout when that template does not work.
    """
    plainer = Plainer()
    return {
        chart.place: document.sjablonen.fill(
            "_chart.html.j2", {"g": plainer.of(chart.grafiek)}
        ).strip()
        for chart in document.grafieken
    }
