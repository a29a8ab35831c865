"""Book: the document being written, with its bookmarks, links, footnotes and pictures."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Iterator, Mapping, Sequence

from docx.document import Document as DocxDocument
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu

from bkl.render.palette import paint, tints_of
from bkl.render.pictures import Pictures
from bkl.render.text.marks import Tel
from bkl.render.text.verdicts import draw_stack
from bkl.render.word.drawings import read_drawing
from bkl.render.word.xml import bookmark_name, element, field, hex_colour, run, text

TEXT_WIDTH = Emu(168 * 36000)
"""The width of the text on A4, 168 mm."""
TEXT_HEIGHT, COVER_HEIGHT, LOGO_HEIGHT = Emu(150 * 36000), Emu(90 * 36000), Emu(20 * 36000)
"""How high a picture in the text, on the cover, and the logo may be."""
TWIP = 635
"""A twentieth of a point in EMU."""
_PIXEL = 9525
"""A CSS pixel in EMU."""
_WIDEST = 630
"""Pixels of a bar that is as wide as the text."""


class Book:
    """What the writers of blocks and runs share.

    `part` is where relations now belong, `room` how wide a picture may be here, `drawings`
    are the charts as HTML by the name of their place, `tables` how many have a number already,
    and `widths` those of the columns of the tables that are to come.
    """

    def __init__(
        self, docx: DocxDocument, palette: Mapping[str, str], drawings: Mapping[str, str]
    ) -> None:
        self.docx = docx
        self.palette = palette
        self.tints = tints_of(palette)
        self.drawings = drawings
        self.part: Part = docx.part
        self.room = TEXT_WIDTH
        self.noted: list[int] = []
        self.tables = 0
        self.widths: Iterator[list[int]] = iter(())
        self.pictures = Pictures(None)
        self._marks = 0

    def colour(self, name: str) -> str:
        """Return a colour of the house style as Word writes it: `1A6B35`."""
        return hex_colour(self.palette, name)

    def mark(self, place: str, *inside: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Return what stands inside a bookmark that links can go to."""
        self._marks += 1
        number = str(self._marks)
        start = element("bookmarkStart", id=number, name=bookmark_name(place))
        return [start, *inside, element("bookmarkEnd", id=number)]

    def link(self, href: str) -> BaseOxmlElement:
        """Return an empty hyperlink, within the document or to the outside."""
        if href.startswith("#"):
            return element("hyperlink", anchor=bookmark_name(href[1:]), history="1")
        made = element("hyperlink", history="1")
        made.set(
            "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
            self.part.relate_to(href, RT.HYPERLINK, is_external=True),
        )
        return made

    def note(self, number: int) -> list[BaseOxmlElement]:
        """Return a footnote mark; a note that stands elsewhere already is referred to."""
        place = f"noot-{number}"
        if number in self.noted:
            shown = run(text(str(number)), style="FootnoteReference")
            return field(rf"NOTEREF {bookmark_name(place)} \f \h", shown)
        self.noted.append(number)
        reference = element("footnoteReference", id=str(number))
        return self.mark(place, run(reference, style="FootnoteReference"))

    def picture(self, source: str, words: str) -> BaseOxmlElement | None:
        """Return a picture that is in the text itself, None when it cannot be shown."""
        if own := self.pictures.get(source):
            return self.show(own.data, words, highest=TEXT_HEIGHT)
        head, _, data = source.partition(",")
        if not head.startswith("data:image/") or not head.endswith("base64"):
            return None
        try:
            return self.show(base64.b64decode(data, validate=True), words)
        except (binascii.Error, UnrecognizedImageError, ValueError, EOFError):
            return None

    def chart(self, place: str) -> list[BaseOxmlElement]:
        """Return the chart that belongs at a place, with its words."""
        pieces = read_drawing(self.drawings.get(place, ""))
        return [
            run(text(piece))
            if isinstance(piece, str)
            else self.show(piece.png, piece.words, Emu(piece.width * _PIXEL))
            for piece in pieces
        ]

    def bar(self, tellen: Sequence[Tel]) -> list[BaseOxmlElement]:
        """Return counts as a stacked bar, as wide as its place; higher in the text itself."""
        whole = self.room == TEXT_WIDTH
        width = min(int(self.room) // _PIXEL, _WIDEST)
        svg = paint(draw_stack(tellen, (width, 14 if whole else 7)), self.tints)
        return [
            self.show(piece.png, piece.words, Emu(piece.width * _PIXEL))
            for piece in read_drawing(svg)
            if not isinstance(piece, str)
        ]

    def show(
        self, image: bytes, words: str, width: Emu | None = None, highest: Emu | None = None
    ) -> BaseOxmlElement:
        """Return a picture as wide as wished, but never wider or higher than its place."""
        inline = self.docx.part.new_pic_inline(io.BytesIO(image))
        size = inline.extent
        wanted = int(min(width or size.cx, self.room))
        if highest is not None:
            wanted = min(wanted, highest * size.cx // size.cy)
        size.cx, size.cy = Emu(wanted), Emu(size.cy * wanted // size.cx)
        # the picture itself bears its size once more
        inline.graphic.graphicData.pic.spPr.cx = size.cx
        inline.graphic.graphicData.pic.spPr.cy = size.cy
        for side in ("distT", "distB", "distL", "distR"):
            # without it LibreOffice leaves room around the picture, and shows it beyond its cell
            inline.set(side, "0")
        inline.docPr.set("descr", words)
        inline.docPr.set("name", f"Afbeelding {inline.docPr.get('id')}")
        return run(element("drawing", inline))
