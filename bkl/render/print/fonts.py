"""The typeface of the pages: embedded, so that every computer sets the same lines."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

FAMILY = "Source Sans Pro"
_PACKAGE = "font_source_sans_pro"
_CUTS = (
    (400, "normal", "Regular"),
    (400, "italic", "It"),
    (600, "normal", "Semibold"),
    (700, "normal", "Bold"),
)


@cache
def font_faces() -> str:
    """Return the style sheet that brings the typeface along (SIL Open Font License).

    Empty when its package is not there: the style sheet of the pages names fonts of the
    system after it.
    """
    try:
        folder = resources.files(_PACKAGE) / "files"
    except ModuleNotFoundError:
        return ""
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:{style};'
        f"src:url(data:font/otf;base64,{_data(folder / f'SourceSansPro-{cut}.otf')})}}"
        for weight, style, cut in _CUTS
    )


def _data(file: Traversable) -> str:
    return b64encode(file.read_bytes()).decode("ascii")
