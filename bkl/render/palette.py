"""The colours of the house style, for formats that cannot read the style sheet of the page."""

from __future__ import annotations

import re

from bkl.domein.woorden import Oordeel
from bkl.render.document import Document
from bkl.render.style import Style

_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{3,8})\s*(?=[;}]|$)")
_NAMES: dict[Oordeel, str] = {
    "gehaald": "goed",
    "deels gehaald": "deels",
    "niet gehaald": "niet",
    "niet te bepalen": "open",
    "niet vergelijkbaar": "open",
    "onleesbaar": "open",
    "uitgesteld": "buiten",
    "vervallen": "buiten",
}


def read_palette(document: Document) -> dict[str, str]:
    """Return the colours of the light page by name: `{"goed": "#1a6b35", …}`.

    They stand in the first `:root` of `_page.css`, so that a workspace which changes them
    there changes every format; those of its house style go before them. Raises Sjabloonfout
    when that template does not work.
    """
    return colours_of(document.sjablonen.fill("_page.css", {}), document.stof.style)


def colours_of(sheet: str, style: Style) -> dict[str, str]:
    """Return the colours in the style sheet of a page, with those of the house before them."""
    found = _ROOT.search(sheet)
    shipped: dict[str, str] = dict(_COLOUR.findall(found[1])) if found else {}
    return {**shipped, **style.colours}


def colour_name(oordeel: Oordeel) -> str:
    """Return how the palette calls the colour of a verdict; `<name>-vlak` is its light side."""
    return _NAMES.get(oordeel, "stil")
