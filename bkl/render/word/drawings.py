"""Charts as pictures: Word shows SVG only in its newest versions, and prints it badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import resvg_py

from bkl.domein.records import dataclass

_SVG = re.compile(r"(<svg\b.*?</svg>)", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TAG_SVG = re.compile(r"<svg\b([^>]*)>")
_SIZE = re.compile(r'(?<![-\w])(width|height|viewBox)\s*=\s*(["\'])(.*?)\2', re.DOTALL)
_LARGEST = 800
"""Units that a chart may be wide or high: a page is as wide."""
_REACHES_OUT = re.compile(r"href|<image|<!|url\s*\(|@import|<style|<foreignObject", re.IGNORECASE)
_SHARP = 4
"""How many dots a picture has for each unit of its drawing: sharp on paper too."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing as PNG, the sentence that says the same, and its width in CSS pixels."""

    png: bytes
    words: str
    width: int


def read_drawing(html: str) -> Iterator[Drawn | str]:
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
        width = _width(piece)
        if _REACHES_OUT.search(piece) or not words or width is None:
            yield words
            continue
        try:
            png = resvg_py.svg_to_bytes(svg_string=piece, zoom=_SHARP, skip_system_fonts=True)
        except ValueError:
            yield words
            continue
        yield Drawn(bytes(png), words, width)


def _width(svg: str) -> int | None:
    """Return how wide a drawing is, None for one that is not plainly of a size for a page.

    Every `<svg>` in it counts: what is drawn is as large as the largest of them asks for.
    """
    widths: list[int] = []
    for inside in _TAG_SVG.findall(svg):
        sizes = {name: value.strip() for name, _, value in _SIZE.findall(inside)}
        numbers = [sizes.get("width", ""), sizes.get("height", "")]
        numbers += sizes.get("viewBox", "0 0 1 1").replace(",", " ").split()
        if not all(_fits(number) for number in numbers):
            return None
        widths.append(int(float(sizes["width"])))
    return widths[0] if widths else None


def _fits(number: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}(\.\d{1,4})?", number)) and float(number) <= _LARGEST
