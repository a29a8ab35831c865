"""How the document looks: styles, page, language."""

from __future__ import annotations

from typing import cast

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from bkl.render.word.book import Book
from bkl.render.word.runs import CODE_FONT, VERDICT_STYLES, verdict_style
from bkl.render.word.xml import element

FONT = "Arial"
LANGUAGE = "nl-NL"
_WORD_2013 = "15"
"""The newest way of laying out: any older one is opened in compatibility mode."""
_HEADINGS = {  # points, space before, space after, colour
    "Title": (26, 12, 4, "inkt"),
    "Heading 1": (16, 24, 6, "inkt"),
    "Heading 2": (12, 16, 4, "accent"),
    "Heading 3": (10, 10, 2, "inkt"),
    "Heading 4": (10, 8, 2, "inkt"),
    "Heading 5": (10, 8, 2, "inkt"),
    "TOC Heading": (12, 12, 6, "accent"),
}
_OWN = {  # name: id, base, points, space after
    "Tabeltekst": ("Tabeltekst", "Normal", 8, 0),
    "Tabelkop": ("Tabelkop", "Tabeltekst", 8, 0),
    "Tabelnummer": ("Tabelnummer", "Tabeltekst", 7.5, 0),
    "Na tabel": ("NaTabel", "Normal", 4, 6),
    "Code": ("Code", "Normal", 9, 6),
    "Cijfer": ("Cijfer", "Normal", 10, 10),
    "footnote text": ("FootnoteText", "Normal", 8, 0),
    "toc 1": ("TOC1", "Normal", 10, 2),
    "toc 2": ("TOC2", "Normal", 9.5, 1),
}


def set_styles(book: Book) -> None:
    """Give the document its styles, page size and proofing language."""
    docx = book.docx
    _page(docx)
    normal = _style(docx, "Normal")
    _font(normal, FONT, 10)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.2
    for name, (size, before, after, colour) in _HEADINGS.items():
        style = _style(docx, name)
        _font(style, FONT, size)
        style.font.bold = True
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(book.colour(colour))
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        style.paragraph_format.keep_with_next = True
        _drop(style, "w:pBdr")
    for name, (id_, base, points, after) in _OWN.items():
        style = _add(docx, name, id_, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = _style(docx, base)
        _font(style, CODE_FONT if name == "Code" else FONT, points)
        style.paragraph_format.space_after = Pt(after)
    _details(book)
    _speak_dutch(docx)


def _details(book: Book) -> None:
    """Set what single styles have of their own."""
    docx = book.docx
    quiet = RGBColor.from_string(book.colour("zacht"))
    accent = RGBColor.from_string(book.colour("accent"))
    caption = _style(docx, "Caption")
    _font(caption, FONT, 8.5)
    caption.font.bold, caption.font.color.rgb = False, quiet
    caption.paragraph_format.keep_with_next = True
    subtitle = _style(docx, "Subtitle")
    _font(subtitle, FONT, 11)
    subtitle.font.italic, subtitle.font.color.rgb = False, quiet
    subtitle.font.bold = False
    _drop(subtitle, "w:spacing", inside="w:rPr")
    _style(docx, "Tabelkop").font.bold = _style(docx, "Tabelnummer").font.bold = True
    _style(docx, "Tabelkop").font.color.rgb = quiet
    _style(docx, "toc 1").font.bold = True
    _style(docx, "toc 2").paragraph_format.left_indent = Mm(6)
    _style(docx, "Tabeltekst").paragraph_format.line_spacing = 1.1
    _box(_style(docx, "Code"), book.colour("vlak"))
    figure = _style(docx, "Cijfer")
    figure.paragraph_format.keep_together = True
    figure.paragraph_format.left_indent = Mm(5)
    line = element("left", val="single", sz="24", space="10", color=book.colour("accent"))
    figure.element.pPr.find(qn("w:spacing")).addprevious(element("pBdr", line))
    for name in ("Header", "Footer"):
        _font(_style(docx, name), FONT, 8)
        _style(docx, name).font.color.rgb = quiet
        _drop(_style(docx, name), "w:tabs")
    link = _add(docx, "Hyperlink", "Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = accent
    for name in VERDICT_STYLES:
        verdict = _add(docx, f"Oordeel {name}", verdict_style(name), WD_STYLE_TYPE.CHARACTER)
        verdict.font.bold = True
        verdict.font.color.rgb = RGBColor.from_string(book.colour(name))
    mark = _add(docx, "footnote reference", "FootnoteReference", WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    mark.font.color.rgb = accent


def _box(style: ParagraphStyle, colour: str) -> None:
    """Give the style a ground of its own, and keep its lines together."""
    style.paragraph_format.keep_together = True
    ground = element("shd", val="clear", color="auto", fill=colour)
    # the format wants it before the spacing
    style.element.get_or_add_pPr().find(qn("w:spacing")).addprevious(ground)


def _page(docx: DocxDocument) -> None:
    section = docx.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)


def _style(docx: DocxDocument, name: str) -> ParagraphStyle:
    return cast("ParagraphStyle", docx.styles[name])


def _add(docx: DocxDocument, name: str, id_: str, kind: WD_STYLE_TYPE) -> ParagraphStyle:
    style = docx.styles.add_style(name, kind, builtin=True)
    style.element.styleId = id_
    style.hidden = False
    return cast("ParagraphStyle", style)


def _drop(style: ParagraphStyle, tag: str, inside: str = "w:pPr") -> None:
    """Take out what the template of python-docx has set."""
    for found in style.element.findall(f"{qn(inside)}/{qn(tag)}"):
        found.getparent().remove(found)


def _font(style: ParagraphStyle, font: str, points: float) -> None:
    """Set the font in every script, so that no theme font takes its place."""
    style.font.name, style.font.size = font, Pt(points)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    fonts.set(qn("w:cs"), font)


def _speak_dutch(docx: DocxDocument) -> None:
    """Make Dutch the language of the proofing tools, everywhere."""
    for lang in docx.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), LANGUAGE)
    properties: BaseOxmlElement = _style(docx, "Normal").element.get_or_add_rPr()
    properties.append(element("lang", val=LANGUAGE, eastAsia=LANGUAGE))
    settings = docx.settings.element
    stop = settings.find(qn("w:defaultTabStop"))
    if stop is not None:
        stop.addnext(element("autoHyphenation"))
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), _WORD_2013)
    for name, attribute, value in (
        ("themeFontLang", "val", LANGUAGE),
        ("decimalSymbol", "val", ","),
        ("listSeparator", "val", ";"),
        ("zoom", "percent", "100"),
    ):
        for found in settings.iter(qn(f"w:{name}")):
            found.set(qn(f"w:{attribute}"), value)
