"""The typeface of the pages: embedded, so that every computer sets the same lines."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

FAMILY = "Source Sans Pro"
SCHEME = "letter"
"""How the addresses of files with letters begin; nothing else is found at such an address."""
_PACKAGE = "font_source_sans_pro"
_CUTS = (
    (400, "normal", "Regular"),
    (400, "italic", "It"),
    (600, "normal", "Semibold"),
    (700, "normal", "Bold"),
)


class Faces(NamedTuple):
    """A style sheet that brings a typeface along, and its files by address."""

    sheet: str
    files: tuple[tuple[str, bytes], ...]


@cache
def shipped_faces() -> Faces | None:
    """Return the typeface that bkl uses (SIL Open Font License).

    None when its package is not there: the style sheet of the pages names fonts of the system
    after it.
    """
    try:
        folder = resources.files(_PACKAGE) / "files"
    except ModuleNotFoundError:
        return None
    sheet = "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};font-style:{style};'
        f"src:url({SCHEME}:{cut})}}"
        for weight, style, cut in _CUTS
    )
    files = [
        (f"{SCHEME}:{cut}", (folder / f"SourceSansPro-{cut}.otf").read_bytes())
        for _, _, cut in _CUTS
    ]
    return Faces(sheet, tuple(files))


def own_faces(data: bytes) -> Faces:
    """Return a typeface of the workspace, in the place of the one that bkl uses."""
    place = f"{SCHEME}:eigen"
    sheet = f'@font-face{{font-family:"{FAMILY}";src:url({place})}}'
    return Faces(sheet, ((place, data),))
