"""Charts as pictures: Word shows SVG only in its newest versions, and prints it badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import resvg_py

_SVG = re.compile(r"(<svg\b.*?</svg>)", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_WIDTH = re.compile(r'<svg\b[^>]*\bwidth="(\d+)"')
_REACHES_OUT = re.compile(r"href|<image|<!|url\s*\(|@import|<style|<foreignObject", re.IGNORECASE)
_SHARP = 4
"""How many dots a picture has for each unit of its drawing: sharp on paper too."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as PNG, the sentence that says the same, and its width in CSS pixels."""

    png: bytes
    words: str
    width: int


def read_drawing(html: str) -> Iterator[Picture | str]:
    """Yield what a chart shows, in order: its pictures, and the words around them.

    A drawing that reaches for anything outside itself is not drawn: its words take its place.
    """
    for piece in _SVG.split(html):
        if not piece.startswith("<svg"):
            if words := unescape(_TAG.sub("", piece)):
                yield words
            continue
        title = _TITLE.search(piece)
        words = unescape(title[1]).strip() if title else ""
        width = _WIDTH.search(piece)
        if _REACHES_OUT.search(piece) or not words or not width:
            yield words
            continue
        try:
            png = resvg_py.svg_to_bytes(svg_string=piece, zoom=_SHARP, skip_system_fonts=True)
        except ValueError:
            yield words
            continue
        yield Picture(bytes(png), words, int(width[1]))
