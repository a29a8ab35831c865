"""Markdown: the master itself."""

from __future__ import annotations

from bkl.render.document import Document


def write(document: Document) -> bytes:
    """Return the Markdown as UTF-8."""
    return document.markdown.encode()
