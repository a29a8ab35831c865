"""The colours of the house style, for formats that cannot read the style sheet of the page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bkl.domein.woorden import OORDELEN, Oordeel
from bkl.render.document import Document
from bkl.render.style import Style
from bkl.render.text.verdicts import class_of

_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{3,8})\s*(?=[;}]|$)")
_RECT = re.compile(r'<rect class="([a-z-]+)"')
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


def tints_of(palette: Mapping[str, str]) -> dict[str, str]:
    """Return the fill of each part of a bar, by its class, where no style sheet reaches it."""
    tints = {"baan": "lijn", "mogelijk": "mogelijk", "zeker": "accent", "streep": "papier"}
    for oordeel in OORDELEN:
        name = colour_name(oordeel)
        tints[class_of(oordeel)] = f"{name}-balk" if f"{name}-balk" in palette else name
    return {part: palette.get(name, "#888") for part, name in tints.items()}


def paint(html: str, tints: Mapping[str, str]) -> str:
    """Return HTML in which each part of a bar bears its own fill."""

    def fill(found: re.Match[str]) -> str:
        tint = tints.get(found[1])
        return f'<rect fill="{tint}"' if tint else found[0]

    return _RECT.sub(fill, html)
