"""Markdown: the master itself."""

from __future__ import annotations

import re

from bkl.render.document import Document

_PICTURE = re.compile(r"(!\[[^\]\n]*\]\(<?)([^\s<>)]+)")


def write(document: Document) -> bytes:
    """Return the Markdown as UTF-8.

    Pictures are named from the workspace in the data, and from its folder of reports here.
    """

    def place(found: re.Match[str]) -> str:
        own = document.pictures.get(found[2]) is not None
        return f"{found[1]}{'../' if own else ''}{found[2]}"

    return _PICTURE.sub(place, document.markdown).encode()
