"""Footnotes: a part of the package that python-docx does not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from bkl.render.word.book import Book
from bkl.render.word.runs import write_inline
from bkl.render.word.xml import element, run, text

_SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}


def take_notes(tokens: Sequence[Token]) -> tuple[list[Token], dict[int, list[Token]]]:
    """Return the blocks without the list of notes, and the texts of each note by number."""
    body: list[Token] = []
    notes: dict[int, list[Token]] = {}
    number = 0
    inside = False
    for token in tokens:
        if token.type in ("footnote_block_open", "footnote_block_close"):
            inside = token.type.endswith("open")
        elif not inside:
            body.append(token)
        elif token.type == "footnote_open":
            number = int(token.meta["id"]) + 1
        elif token.type == "inline":
            notes.setdefault(number, []).append(token)
    return body, notes


def add_notes(book: Book, notes: Mapping[int, Sequence[Token]]) -> None:
    """Add the part with the notes that the text refers to, and tell the settings of it."""
    if not book.noted:
        return
    root = element("footnotes")
    part = XmlPart(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, root, book.docx.part.package)
    book.docx.part.relate_to(part, RT.FOOTNOTES)
    for kind, id_ in _SEPARATORS.items():
        spacing = element("pPr", element("spacing", after="0", line="240", lineRule="auto"))
        line = element("p", spacing, run(element(kind)))
        root.append(element("footnote", line, type_=kind, id=id_))
    book.part = part
    for number in list(book.noted):
        root.append(_note(book, number, notes.get(number, ())))
    book.part = book.docx.part
    _tell_settings(book.docx)


def _note(book: Book, number: int, texts: Sequence[Token]) -> BaseOxmlElement:
    paragraph = element("p", element("pPr", element("pStyle", val="FootnoteText")))
    paragraph.append(run(element("footnoteRef"), style="FootnoteReference"))
    for inline in texts:
        paragraph.append(run(text(" ")))
        write_inline(book, inline.children or (), paragraph)
    return element("footnote", paragraph, id=str(number))


def _tell_settings(docx: DocxDocument) -> None:
    settings = docx.settings.element
    separators = [element("footnote", id=id_) for id_ in _SEPARATORS.values()]
    compat = settings.find(qn("w:compat"))
    place = len(settings) if compat is None else settings.index(compat)
    settings.insert(place, element("footnotePr", *separators))
