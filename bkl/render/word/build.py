"""The whole document: title, contents, text, notes, and what is known about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from itertools import pairwise

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from bkl import __version__
from bkl.render.document import Document
from bkl.render.drawing import draw_charts
from bkl.render.palette import read_palette
from bkl.render.text.body import for_paper, read_text
from bkl.render.text.headings import Heading, contents, opening_end, title_end
from bkl.render.word.blocks import Blocks
from bkl.render.word.book import COVER_HEIGHT, LOGO_HEIGHT, TEXT_WIDTH, Book
from bkl.render.word.notes import add_notes, take_notes
from bkl.render.word.pack import pack
from bkl.render.word.tables import widths_in
from bkl.render.word.template import LANGUAGE, open_template
from bkl.render.word.xml import bookmark_name, clean, element, field, run, text

_TAB = "9525"
_STYLED, _STEP = 2, 340
"""Levels of contents with a style of their own, and how far each further one moves in."""
_HALFWAY, _BELOW_PICTURE = Mm(80), Mm(20)
_SHORT, _LONG, _TOO_LONG = 8, 12, 30
"""With so many lines of contents a report begins at once; with more than the second number it
may have a cover, and with more than the third, unless bound, it lists only chapters."""
_FEWEST = 4
"""Lines of contents that are worth it, on paper too."""
_BOUND = ("jaarverslag", "werkplan")
"""What is printed and bound: these list their sections too."""
_COVERED = ("jaarverslag",)
"""What is long enough for a cover of its own; the others have one for the picture of the house."""
_LOOSE = ("resultatenkaart",)
"""Reports of short cards, which share a page."""
_UNLISTED = ("dashboard", *_LOOSE)
"""What begins at once, on paper too, however many chapters it has."""


def build_word(document: Document) -> bytes:
    """Return the report as a Word file; the same document gives the same bytes."""
    tekst = read_text(document.tekst)
    blocks_, notes = take_notes(tekst.tokens)
    body, koppen = for_paper(blocks_, tekst.koppen)
    palette = read_palette(document)
    made = open_template(palette, document.stof.style)
    book = Book(made, palette, draw_charts(document))
    book.pictures = document.pictures
    book.widths = widths_in(body)
    _describe(book.docx, document)
    lines = _lines(document, koppen)
    covered = len(lines) > _LONG and (
        document.rapport in _COVERED or document.stof.style.cover is not None
    )
    _edges(book.docx, document, covered=covered)
    blocks = Blocks(book, loose=document.rapport in _LOOSE)
    start = title_end(body)
    opening = opening_end(body, start)
    _front(book, document)
    blocks.write(body[:start])
    _dress_title(book, document, covered=covered)
    blocks.turns = covered
    blocks.write(body[start:opening])
    listed = _contents(book, lines)
    if covered and any(token.type == "table_open" for token in body[start:opening]):
        # a result with tables fills a page of its own
        listed[0].get_or_add_pPr().append(element("pageBreakBefore"))
    for paragraph in listed:
        _put(book, paragraph)
    if listed:
        _ask_for_pages(book.docx)
    blocks.write(body[opening:])
    if blocks.loose:
        _keep_cards_whole(made)
    add_notes(book, notes)
    return pack(book.docx)


def _put(book: Book, paragraph: BaseOxmlElement) -> None:
    """Put a paragraph before the properties of the last section, which stay at the end."""
    book.docx.element.body.insert(len(book.docx.element.body) - 1, paragraph)


def _front(book: Book, document: Document) -> None:
    """Put the logo and the cover picture of the house above the title."""
    style = document.stof.style
    if style.logo is not None:
        words = f"Logo van {document.organisatie}"
        shown = book.show(style.logo.data, words, highest=LOGO_HEIGHT)
        right = element("pPr", element("jc", val="right"))
        _put(book, element("p", right, shown))
    if style.cover is not None:
        words = style.cover_words or "Foto op het omslag"
        shown = book.show(style.cover.data, words, TEXT_WIDTH, COVER_HEIGHT)
        _put(book, element("p", shown))


def _dress_title(book: Book, document: Document, *, covered: bool) -> None:
    """Put the address below the title, on a cover halfway down the page or below its picture."""
    if covered:
        title = next(one for one in book.docx.paragraphs if one.text)
        pictured = bool(book.docx.inline_shapes)
        title.paragraph_format.space_before = _BELOW_PICTURE if pictured else _HALFWAY
    _quiet_first_line(book.docx)
    if document.stof.style.address:
        line = " · ".join(document.stof.style.address)
        _put(book, element("p", element("pPr", element("pStyle", val="Subtitle")), run(text(line))))


def _quiet_first_line(made: DocxDocument) -> None:
    """Give the line below the title the style that belongs to it."""
    for paragraph in made.paragraphs[1:]:
        if paragraph.style is not None and paragraph.style.name == "Normal":
            paragraph.style = "Subtitle"


def _keep_cards_whole(made: DocxDocument) -> None:
    """Keep all paragraphs of a chapter on one page, where they fit."""
    for one, following in pairwise(made.paragraphs):
        ends = following.style is not None and following.style.name == "Heading 1"
        if not ends:
            one.paragraph_format.keep_with_next = True


def _lines(document: Document, koppen: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the lines of the table of contents."""
    lines = contents(koppen)
    if document.rapport in _UNLISTED or len(lines) < _FEWEST:
        return ()
    if document.rapport in _BOUND:
        return lines
    if len(lines) > _TOO_LONG:
        lines = tuple(kop for kop in lines if kop.niveau == 2)
    return lines if len(koppen) > _SHORT else ()


def _ask_for_pages(made: DocxDocument) -> None:
    """Let Word fill in the page numbers of the contents when it opens the file.

    Only Word knows its pages. It asks its user once, until the document is saved.
    """
    settings = made.settings.element
    following = settings.find(qn("w:footnotePr"))
    following = settings.find(qn("w:compat")) if following is None else following
    following.addprevious(element("updateFields", val="true"))


def _contents(book: Book, koppen: Sequence[Heading]) -> list[BaseOxmlElement]:
    """Return the table of contents: every line is there and leads to its chapter.

    Its page is known to Word alone: a number that another program counts would be wrong.
    """
    if not koppen:
        return []
    heading = element("p", element("pPr", element("pStyle", val="TOCHeading")))
    heading.append(run(text("Inhoud")))
    lines = []
    for kop in koppen:
        line = element("p", _line_style(kop.niveau))
        link = book.link(f"#{kop.id}")
        link.append(run(text(kop.tekst)))
        link.append(run(element("tab")))
        link.extend(field(rf"PAGEREF {bookmark_name(kop.id)} \h", run(text(""))))
        line.append(link)
        lines.append(line)
    deepest = max(kop.niveau for kop in koppen) - 1
    begin, code, separate, end = field(rf'TOC \o "1-{deepest}" \h \z \u')
    for place, part in enumerate((begin, code, separate), start=1):
        lines[0].insert(place, part)
    lines[-1].append(end)
    return [heading, *lines]


def _line_style(niveau: int) -> BaseOxmlElement:
    """Return how a line of the contents looks; below the levels with a style it moves in."""
    made = element("pPr", element("pStyle", val=f"TOC{min(niveau - 1, _STYLED)}"))
    # a leader to a number that is not there yet leads nowhere: Word draws it later
    made.append(element("tabs", element("tab", val="right", leader="none", pos=_TAB)))
    if niveau - 1 > _STYLED:
        made.append(element("ind", left=str(_STEP * (niveau - 2))))
    return made


def _describe(made: DocxDocument, document: Document) -> None:
    """Set the properties of the document; its dates are those of the data."""
    day = datetime.combine(document.datum, time())
    properties = made.core_properties
    properties.title = clean(document.titel)[:255]
    properties.subject = f"{document.rapport.capitalize()} over {document.jaar}"
    properties.author = properties.last_modified_by = clean(document.organisatie)[:255]
    properties.comments = f"Gemaakt met bkl {__version__}."
    properties.keywords = ""
    properties.language = LANGUAGE
    properties.created = properties.modified = day
    properties.revision = 1


def _edges(made: DocxDocument, document: Document, *, covered: bool) -> None:
    """Write the header, and the footer with the page numbers; a cover has neither."""
    section = made.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    _tab_at_the_right(head._p)
    head._p.append(run(text(document.titel)))
    head._p.append(run(element("tab")))
    # the chapter that the page is in; by number, since names of styles differ per language
    head._p.extend(field("STYLEREF 1", run(text(document.organisatie))))
    for footer in (section.footer, *(() if covered else (section.first_page_footer,))):
        line = footer.paragraphs[0]._p
        _tab_at_the_right(line)
        line.append(run(element("tab"), text("Pagina ")))
        line.extend(field("PAGE", run(text("1"))))
        line.append(run(text(" van ")))
        line.extend(field("NUMPAGES", run(text("1"))))


def _tab_at_the_right(paragraph: BaseOxmlElement) -> None:
    properties = paragraph.get_or_add_pPr()
    stops = element("tabs", element("tab", val="right", pos=_TAB))
    style = properties.find(qn("w:pStyle"))
    properties.insert(0 if style is None else 1, stops)
