"""Tables with a header row that repeats, row headers, and columns of a fixed width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu
from markdown_it.token import Token

from bkl.render.text.headings import plain_text
from bkl.render.text.tables import is_to_fill_in, warmth_of
from bkl.render.word.book import TEXT_WIDTH, TWIP, Book
from bkl.render.word.runs import write_inline
from bkl.render.word.widths import FULL, MARGIN, column_widths
from bkl.render.word.xml import element, field, run, text

_NAME = 60
"""Characters of what still is a name at the head of a row, and no sentence."""
_STYLE = "Verslagtabel"
"""The style of every table: its lines and its air, so that one change is enough for all."""
_SIGNED = "907"
"""Height of a row in which somebody signs: 16 mm."""
_HEAD = "Tabelkop"
_ALIGN = {"rechts": "right", "midden": "center"}


def write_table(book: Book, tokens: Sequence[Token]) -> list[BaseOxmlElement]:
    """Return the caption as a paragraph, if there is one, and the table."""
    caption = next((tokens[i + 1] for i, t in enumerate(tokens) if t.type == "caption_open"), None)
    rows = _rows(tokens)
    widths = next(book.widths)
    signed = any(is_to_fill_in(inline) for row in rows for _, inline in row)
    if signed:
        widths = [FULL // len(widths)] * len(widths)
    title = plain_text(caption) if caption else ""
    table = element("tbl", _properties(title, sum(widths)), _grid(widths))
    named = all(len(plain_text(row[0][1])) <= _NAME for row in rows)
    styles = ("Tabelnummer" if named else "Tabeltekst", *("Tabeltekst",) * (len(widths) - 1))
    table.append(_row(book, rows[0], widths, (_HEAD,) * len(widths)))
    for row in rows[1:]:
        table.append(_row(book, row, widths, styles))
    if _is_noted(rows):
        # LibreOffice 7 loses rows where they must stay whole below a repeated head, with notes
        for row in table.tr_lst[1:]:
            row[0].remove(row[0][0])
    if signed:
        _give_room(table.tr_lst[1:])
    made = [table, element("p", element("pPr", element("pStyle", val="NaTabel")))]
    if caption is not None:
        paragraph = element("p", element("pPr", element("pStyle", val="Caption")))
        book.tables += 1
        paragraph.append(run(text("Tabel ")))
        paragraph.extend(field(r"SEQ Tabel \* ARABIC", run(text(str(book.tables)))))
        paragraph.append(run(text(". ")))
        write_inline(book, caption.children or (), paragraph)
        made.insert(0, paragraph)
    return made


def widths_in(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Yield the widths of the columns of every table in a text, in its order."""
    starts = [index for index, token in enumerate(tokens) if token.type == "table_open"]
    ends = [index for index, token in enumerate(tokens) if token.type == "table_close"]
    tables = [
        [[inline for _, inline in row] for row in _rows(tokens[start:end])]
        for start, end in zip(starts, ends, strict=True)
    ]
    yield from column_widths(tables)


def _is_noted(rows: Sequence[Sequence[tuple[Token, Token]]]) -> bool:
    children = [child for row in rows for _, inline in row for child in inline.children or ()]
    return any(child.type == "footnote_ref" for child in children)


def _give_room(rows: Sequence[BaseOxmlElement]) -> None:
    """Make room for a signature in each row, and keep them on one page."""
    for number, row in enumerate(rows, 1):
        row[0].append(element("trHeight", val=_SIGNED, hRule="atLeast"))
        for cell in row[1:]:
            cell[0].append(element("vAlign", val="bottom"))
            if number < len(rows):
                cell[1].get_or_add_pPr().insert(1, element("keepNext"))


def _rows(tokens: Sequence[Token]) -> list[list[tuple[Token, Token]]]:
    """Return per row its cells: what opens each, and its text."""
    rows: list[list[tuple[Token, Token]]] = []
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append((token, tokens[index + 1]))
    return rows


def _properties(title: str, width: int) -> BaseOxmlElement:
    made = element(
        "tblPr",
        element("tblStyle", val=_STYLE),
        element("tblW", w=str(width), type_="dxa"),
        element("tblLayout", type_="fixed"),
        element("tblLook", val="0480", firstRow="1", firstColumn="1", noVBand="1"),
    )
    if title:
        made.append(element("tblCaption", val=title))
    return made


def _grid(widths: Sequence[int]) -> BaseOxmlElement:
    return element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))


def _row(
    book: Book,
    cells: Sequence[tuple[Token, Token]],
    widths: Sequence[int],
    styles: Sequence[str],
) -> BaseOxmlElement:
    row = element("tr", element("trPr", element("cantSplit")))
    if styles[0] == _HEAD:
        row[0].append(element("tblHeader"))
    for (opener, inline), width, style in zip(cells, widths, styles, strict=True):
        row.append(_cell(book, opener, inline, width, style))
    return row


def _cell(book: Book, opener: Token, inline: Token, width: int, name: str) -> BaseOxmlElement:
    properties = element("tcPr", element("tcW", w=str(width), type_="dxa"))
    if warmth := warmth_of(inline):
        fill = book.colour(warmth)
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    style = element("pPr", element("pStyle", val=name))
    align = _ALIGN.get(str(opener.attrGet("class")))
    if align:
        style.append(element("jc", val=align))
    paragraph = element("p", style)
    place = opener.attrGet("id")
    if place:
        paragraph.extend(book.mark(str(place)))
    book.room = Emu((width - MARGIN) * TWIP)
    if is_to_fill_in(inline):
        line = element("bottom", val="single", sz="6", space="0", color="auto")
        properties.append(element("tcBorders", line))
    else:
        write_inline(book, inline.children or (), paragraph)
    book.room = TEXT_WIDTH
    return element("tc", properties, paragraph)
