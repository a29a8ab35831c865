"""Tables with a header row that repeats, row headers, and columns of a fixed width."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu
from markdown_it.token import Token

from bkl.render.web.headings import plain_text
from bkl.render.word.book import TEXT_WIDTH, Book
from bkl.render.word.runs import write_inline
from bkl.render.word.xml import element

FULL = 9525
"""Width of the text on A4 in twentieths of a point: 168 mm."""
_MARGIN = 100
_TWIP = 635
"""A twentieth of a point in EMU."""
_WIDTHS: dict[int, tuple[int, ...]] = {
    2: (30, 70),
    3: (18, 57, 25),
    4: (18, 42, 20, 20),
    5: (16, 21, 21, 21, 21),
    6: (17, 30, 14, 14, 10, 15),
}
_COUNTED = (52, 17, 31)
"""Of three columns where the second is a number."""
_NARROW = (48, 14)
"""Of two columns where the second is a number: a short table, to keep them together."""
_ALIGN = {"rechts": "right", "midden": "center"}


def write_table(book: Book, tokens: Sequence[Token]) -> list[BaseOxmlElement]:
    """Return the caption as a paragraph, if there is one, and the table."""
    caption = next((tokens[i + 1] for i, t in enumerate(tokens) if t.type == "caption_open"), None)
    rows = _rows(tokens)
    widths = _widths(rows)
    title = plain_text(caption) if caption else ""
    table = element("tbl", _properties(book, title, sum(widths)), _grid(widths))
    for number, row in enumerate(rows):
        table.append(_row(book, row, widths, header=number == 0))
    made = [table, element("p", element("pPr", element("pStyle", val="NaTabel")))]
    if caption is not None:
        paragraph = element("p", element("pPr", element("pStyle", val="Caption")))
        write_inline(book, caption.children or (), paragraph)
        made.insert(0, paragraph)
    return made


def _rows(tokens: Sequence[Token]) -> list[list[tuple[Token, Token]]]:
    """Return per row its cells: what opens each, and its text."""
    rows: list[list[tuple[Token, Token]]] = []
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append((token, tokens[index + 1]))
    return rows


def _widths(rows: Sequence[Sequence[tuple[Token, Token]]]) -> list[int]:
    count = len(rows[0])
    numbers = [cell.attrGet("class") == "rechts" for cell, _ in rows[0]]
    parts: Sequence[int] = _WIDTHS.get(count) or (1,) * count
    if numbers == [False, True]:
        return [FULL * part // 100 for part in _NARROW]
    if numbers == [False, True, False]:
        parts = _COUNTED
    return [FULL * part // sum(parts) for part in parts]


def _properties(book: Book, title: str, width: int) -> BaseOxmlElement:
    line = {"val": "single", "sz": "4", "space": "0", "color": book.colour("lijn")}
    made = element(
        "tblPr",
        element("tblW", w=str(width), type_="dxa"),
        element("tblBorders", element("bottom", **line), element("insideH", **line)),
        element("tblLayout", type_="fixed"),
        element(
            "tblCellMar",
            element("left", w="0", type_="dxa"),
            element("right", w=str(_MARGIN), type_="dxa"),
        ),
        element("tblLook", val="0480", firstRow="1", firstColumn="1", noVBand="1"),
    )
    if title:
        made.append(element("tblCaption", val=title))
    return made


def _grid(widths: Sequence[int]) -> BaseOxmlElement:
    return element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))


def _row(
    book: Book, cells: Sequence[tuple[Token, Token]], widths: Sequence[int], *, header: bool
) -> BaseOxmlElement:
    row = element("tr", element("trPr", element("cantSplit")))
    if header:
        row[0].append(element("tblHeader"))
    for number, ((opener, inline), width) in enumerate(zip(cells, widths, strict=True)):
        style = "Tabelkop" if header else "Tabelnummer" if number == 0 else "Tabeltekst"
        row.append(_cell(book, opener, inline, width, style))
    return row


def _cell(book: Book, opener: Token, inline: Token, width: int, name: str) -> BaseOxmlElement:
    properties = element("tcPr", element("tcW", w=str(width), type_="dxa"))
    if name == "Tabelkop":
        line = {"val": "single", "sz": "8", "space": "0", "color": book.colour("zacht")}
        properties.append(element("tcBorders", element("bottom", **line)))
        properties.append(element("vAlign", val="bottom"))
    style = element("pPr", element("pStyle", val=name))
    align = _ALIGN.get(str(opener.attrGet("class")))
    if align:
        style.append(element("jc", val=align))
    paragraph = element("p", style)
    place = opener.attrGet("id")
    if place:
        paragraph.extend(book.mark(str(place)))
    book.room = Emu((width - _MARGIN) * _TWIP)
    write_inline(book, inline.children or (), paragraph)
    book.room = TEXT_WIDTH
    return element("tc", properties, paragraph)
