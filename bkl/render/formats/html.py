"""HTML: one page that stands by itself, made from the Markdown."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from bkl.render.document import Document
from bkl.render.drawing import draw_charts
from bkl.render.jinja.plain import Plainer
from bkl.render.text.body import build_body

PAGE_IDS = ("pagina-inhoud", "pagina-tekst", "pagina-top")
"""Ids that the page around the text uses itself."""


def write(document: Document) -> bytes:
    """Return the page as UTF-8: no scripts, nothing fetched, its own style sheet inside.

    Raises Sjabloonfout when a template of the page does not work.
    """
    body = build_body(document.tekst, PAGE_IDS, draw_charts(document), document.pictures)
    style = document.sjablonen.fill("_page.css", {}) + document.stof.style.sheet
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    # ours or escaped already: the parser leaves no HTML of writers in the body
    page = document.sjablonen.fill(
        "_page.html.j2",
        {
            "document": document.kenmerken,
            "huis": document.huis,
            "inhoud": Markup(body.html),  # noqa: S704
            "koppen": Plainer().of(body.koppen),
            "stijl": Markup(style),  # noqa: S704
            "stijl_hash": f"sha256-{digest}",
        },
    )
    return page.encode()
