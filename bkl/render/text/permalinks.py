"""Permalinks: a heading, and the promise that a row begins with, lead to themselves.

Who points at one can copy its address, and sees that there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markdown_it.token import Token

PLACE = "plek"
"""The class of such a link."""
_LINKED = ("link_open", "footnote_ref", "image")


def link_places(tokens: Sequence[Token]) -> None:
    """Wrap what has an id of its own in a link to it; what holds a link already is left alone."""
    for opener, inline in pairwise(tokens):
        place = opener.attrGet("id")
        head = opener.type == "heading_open" or (opener.type == "td_open" and opener.tag == "th")
        if not place or not head or inline.type != "inline" or not inline.children:
            continue
        if not any(child.type in _LINKED for child in inline.children):
            attributes: dict[str, str | int | float] = {"href": f"#{place}", "class": PLACE}
            inline.children = [
                Token("link_open", "a", 1, attrs=attributes),
                *inline.children,
                Token("link_close", "a", -1),
            ]
