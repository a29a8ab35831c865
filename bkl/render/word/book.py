"""Book: the document being written, with its bookmarks, links, footnotes and pictures."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping

from docx.document import Document as DocxDocument
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu

from bkl.render.word.xml import bookmark_name, element, field, run, text

_TEXT_WIDTH = Emu(168 * 36000)
"""How wide a picture may be: the width of the text on A4, 168 mm."""


class Book:
    """What the writers of blocks and runs share. `part` is where relations now belong."""

    def __init__(self, docx: DocxDocument, palette: Mapping[str, str]) -> None:
        self.docx = docx
        self.palette = palette
        self.part: Part = docx.part
        self.noted: list[int] = []
        self._marks = 0

    def colour(self, name: str) -> str:
        """Return a colour of the house style as Word writes it: `1A6B35`."""
        value = self.palette.get(name, "#000000").lstrip("#").upper()
        return "".join(digit * 2 for digit in value) if len(value) == 3 else value[:6]

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
        head, _, data = source.partition(",")
        if not head.startswith("data:image/") or not head.endswith("base64"):
            return None
        try:
            image = io.BytesIO(base64.b64decode(data, validate=True))
            inline = self.docx.part.new_pic_inline(image)
        except (binascii.Error, UnrecognizedImageError, ValueError, EOFError):
            return None
        if inline.extent.cx > _TEXT_WIDTH:
            inline.extent.cy = Emu(inline.extent.cy * _TEXT_WIDTH // inline.extent.cx)
            inline.extent.cx = _TEXT_WIDTH
        inline.docPr.set("descr", words)
        inline.docPr.set("name", f"Afbeelding {inline.docPr.get('id')}")
        return run(element("drawing", inline))
