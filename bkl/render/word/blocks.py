"""Headings, paragraphs, lists, quotations, code and tables, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from bkl.render.word.book import Book
from bkl.render.word.runs import figure_in, large, write_inline
from bkl.render.word.tables import write_table
from bkl.render.word.xml import element, run, text

_BULLETS = ("ListBullet", "ListBullet2", "ListBullet3")
_NUMBERS = ("ListNumber", "ListNumber2", "ListNumber3")
_FOLLOWING = (["table_open"], ["fence"], ["code_block"])
_CONTINUED = ("ListContinue", "ListContinue2", "ListContinue3")


class Blocks:
    """Writes blocks to the end of a document.

    `turns` when the next paragraph begins a new page; in a `loose` report a rule does not ask
    for one.
    """

    def __init__(self, book: Book, *, loose: bool = False) -> None:
        self.book = book
        self.loose = loose
        self.body = book.docx.element.body
        self._lists: list[str] = []
        self._fresh = False
        self._quotes = 0
        self._headed = False
        self.turns = False

    def write(self, tokens: Sequence[Token]) -> None:
        """Write a row of block tokens."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                self._append(*write_table(self.book, tokens[index:end]))
                index = end
            elif token.type == "inline":
                following = [one.type for one in tokens[index + 2 : index + 3]]
                self._paragraph(tokens[index - 1], token, leads=following in _FOLLOWING)
            elif token.type == "hr":
                self._rule(tokens[index + 1 : index + 2])
            else:
                self._other(token)
            index += 1

    def _other(self, token: Token) -> None:
        """Keep track of where the text is, and write what holds no words of its own."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self._lists.append("" if token.type.startswith("bullet") else self._numbering(token))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.type == "list_item_open":
            self._fresh = True
        elif token.type.startswith("blockquote"):
            self._quotes += token.nesting
        elif token.type in ("fence", "code_block"):
            self._code(token.content)

    def _rule(self, following: Sequence[Token]) -> None:
        """Draw a line; before a heading it is a new page, as in every format for paper."""
        if any(one.type == "heading_open" for one in following):
            self.turns = not self.loose
            return
        line = element("bottom", val="single", sz="4", space="1", color="auto")
        self._append(element("p", element("pPr", element("pBdr", line))))

    def _paragraph(self, opener: Token, inline: Token, *, leads: bool) -> None:
        """Write a paragraph, on the same page as what it leads to."""
        level = min(len(self._lists), len(_BULLETS)) - 1
        figure = figure_in(inline.children or ()) if level == 0 and self._fresh else None
        keep = leads or (self._headed and opener.type != "heading_open")
        self._headed = opener.type == "heading_open"
        properties = element("pPr")
        if opener.type == "heading_open":
            depth = int(opener.tag[1])
            style = "Title" if depth == 1 else f"Heading{depth - 1}"
        elif level >= 0:
            names = _CONTINUED
            if self._fresh:
                names = _NUMBERS if self._lists[-1] else _BULLETS
            style = "Cijfer" if figure else names[level]
        else:
            style = "Quote" if self._quotes else ""
        if style:
            properties.append(element("pStyle", val=style))
        if keep:
            properties.append(element("keepNext"))
        if self.turns:
            properties.append(element("pageBreakBefore"))
            self.turns = False
        if level >= 0 and self._fresh and self._lists[-1] and not figure:
            number = element("numPr", element("ilvl", val="0"))
            number.append(element("numId", val=self._lists[-1]))
            properties.append(number)
        self._fresh = False
        paragraph = element("p", properties)
        words = element("p", *(large(self.book, figure[0]) if figure else ()))
        write_inline(self.book, figure[1] if figure else inline.children or (), words)
        place = opener.attrGet("id")
        inside = list(words)
        paragraph.extend(self.book.mark(str(place), *inside) if place else inside)
        self._append(paragraph)

    def _code(self, content: str) -> None:
        paragraph = element("p", element("pPr", element("pStyle", val="Code")))
        for number, line in enumerate(content.rstrip("\n").split("\n")):
            if number:
                paragraph.append(run(element("br")))
            paragraph.append(run(text(line)))
        self._append(paragraph)

    def _numbering(self, token: Token) -> str:
        """Return the id of a numbering that begins anew for this list."""
        level = min(len(self._lists), len(_NUMBERS) - 1)
        style = self.book.docx.styles.element.get_by_id(_NUMBERS[level])
        found = style.find(f".//{qn('w:numId')}") if style is not None else None
        numbering = self.book.docx.part.numbering_part.element
        shared = (
            numbering.num_having_numId(int(found.get(qn("w:val")))) if found is not None else None
        )
        abstract = shared.abstractNumId.val if shared is not None else 0
        num = numbering.add_num(abstract)
        num.add_lvlOverride(ilvl=0).add_startOverride(int(token.attrGet("start") or 1))
        return str(num.numId)

    def _append(self, *elements: BaseOxmlElement) -> None:
        """Put elements before the properties of the last section, which stay at the end."""
        for one in elements:
            self.body.insert(len(self.body) - 1, one)
