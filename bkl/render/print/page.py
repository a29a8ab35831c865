"""The report as HTML for paper: title page, contents with page numbers, notes at the foot."""

from __future__ import annotations

import re

from markupsafe import Markup

from bkl import __version__
from bkl.render.document import Document
from bkl.render.drawing import draw_charts
from bkl.render.jinja.plain import Plainer
from bkl.render.palette import paint, read_palette, tints_of
from bkl.render.print.classes import add_classes
from bkl.render.print.notes import move_notes
from bkl.render.text.body import for_paper, read_text
from bkl.render.text.headings import contents, opening_end, title_end

PAGE_IDS = ("pagina-inhoud", "pagina-tekst", "pagina-top")
_BROKEN_LINK = re.compile(r"(<a [^>]*>)([^<]*)<wbr>([^<]*)</a>")
_RULE = re.compile(r"<hr ?/?>\n(?=<h[23][ >])")


def build_paper(document: Document) -> str:
    """Return the HTML from which the pages are set; it needs nothing from outside.

    Raises Sjabloonfout when a template of the page does not work.
    """
    palette = read_palette(document)
    tekst = read_text(document.tekst, PAGE_IDS, draw_charts(document), document.pictures)
    tokens, koppen = for_paper(move_notes(tekst), tekst.koppen)
    add_classes(tokens)
    start = title_end(tokens)
    body = opening_end(tokens, start)
    tints = tints_of(palette)
    colours = "".join(f"--{name}:{value};" for name, value in palette.items())
    style = document.sjablonen.fill("_print.css", {"document": document.kenmerken})
    # ours or escaped already: the parser leaves no HTML of writers in the text
    return document.sjablonen.fill(
        "_print.html.j2",
        {
            "document": document.kenmerken,
            "huis": document.huis,
            "kop": Markup(tekst.html_of(tokens[:start])),  # noqa: S704
            "opening": Markup(_fit(tekst.html_of(tokens[start:body]), tints)),  # noqa: S704
            "inhoud": Markup(_sheets(_fit(tekst.html_of(tokens[body:]), tints))),  # noqa: S704
            "koppen": Plainer().of(contents(koppen)),
            "stijl": Markup(f":root{{{colours}}}\n{style}"),  # noqa: S704
            "datum": document.datum.isoformat(),
            "versie": __version__,
        },
    )


def _sheets(html: str) -> str:
    """Return HTML in which each part below a rule of the report is a section: a card, a sheet."""
    first, *rest = _RULE.split(html)
    return first + "".join(f'<section class="blad">\n{part}</section>\n' for part in rest)


def _fit(html: str, tints: dict[str, str]) -> str:
    """Return HTML that WeasyPrint handles well: painted bars, no break within a link."""
    # an empty element in a link becomes a link of its own that no reader can reach
    return _BROKEN_LINK.sub(r"\1\2</a><wbr>\1\3</a>", paint(html, tints))
