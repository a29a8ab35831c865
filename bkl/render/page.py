"""What pages on screen have in common: their picture in a tab, and what their policy names."""

from __future__ import annotations

import base64
import hashlib

ACCENT = "#0b5a52"
"""For a style sheet of a workspace that names none."""


def icon(colour: str) -> str:
    """Return the small picture of a page in its tab: a tick in the colour of the house."""
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
        f'<rect width="16" height="16" rx="3" fill="{colour}"/>'
        '<path d="M4 8.5L7 11.5L12 5" fill="none" stroke="#fff" stroke-width="2"/></svg>'
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.encode()).decode()}"


def digest(text: str) -> str:
    """Return by what a policy names a style sheet or a script that may be used."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
