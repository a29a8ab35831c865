"""HTML: one page that stands by itself, made from the Markdown."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from bkl.render.document import Document
from bkl.render.drawing import draw_charts
from bkl.render.jinja.plain import Plainer
from bkl.render.page import ACCENT, digest, icon
from bkl.render.palette import colours_of
from bkl.render.text.body import build_body

PAGE_IDS = (
    *("pagina-inhoud", "pagina-tekst", "pagina-top"),
    *("pagina-zoeken", "pagina-woorden", "pagina-oordeel", "pagina-wis", "pagina-gevonden"),
)
"""Ids that the page around the text uses itself."""
_SCRIPT = Path(__file__).with_name("page.js")


def write(document: Document) -> bytes:
    """Return the page as UTF-8: nothing fetched, its own style sheet and one script inside.

    The script is bkl's own, which no template can change; the page says so to the browser, and
    is whole without it.
    Raises Sjabloonfout when a template of the page does not work.
    """
    body = build_body(document.tekst, PAGE_IDS, draw_charts(document), document.pictures)
    style = document.sjablonen.fill("_page.css", {}) + document.stof.style.sheet
    script = _SCRIPT.read_text(encoding="utf-8")
    # ours or escaped already: the parser leaves no HTML of writers in the body
    page = document.sjablonen.fill(
        "_page.html.j2",
        {
            "document": document.kenmerken,
            "huis": document.huis,
            "inhoud": Markup(body.html),  # noqa: S704
            "koppen": Plainer().of(body.koppen),
            "stijl": Markup(style),  # noqa: S704
            "stijl_hash": digest(style),
            "script": Markup(script),  # noqa: S704
            "script_hash": digest(script),
            "pictogram": icon(colours_of(style, document.stof.style).get("accent", ACCENT)),
        },
    )
    return page.encode()
