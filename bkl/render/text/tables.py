"""Tables that a screen reader can walk and a telephone can show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from bkl.render.text.headings import plain_text

_ALIGN = {"text-align:right": "rechts", "text-align:center": "midden", "text-align:left": "links"}
_ROLES = {
    "thead": "rowgroup",
    "tbody": "rowgroup",
    "tr": "row",
    "td": "cell",
}
CARDS = ((6, "kaarten-vroeg"), (4, "kaarten"), (2, "kaarten-laat"))
"""From this many columns on, a table becomes cards where the text column is too narrow for it."""
_FITTING = 5
"""So many columns of figures fit on a telephone."""
_NOTHING = "–"
_DOTTED = re.compile(r"(…|\.\.\.|_){4,}")
_ID = re.compile(r"[A-Za-z0-9][\w.]*-[A-Za-z0-9][\w.]*\.[a-zà-ÿ][\w-]*")


def dress_tables(tokens: list[Token]) -> list[Token]:
    """Return the tokens with captions, header cells, roles and labels in every table.

    A paragraph in italics just before a table is its caption. The first cell of a row heads
    that row. Roles are spelled out because stacked cells lose their table meaning otherwise.
    """
    dressed: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type != "table_open":
            dressed.append(token)
            index += 1
            continue
        end = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
        caption = _take_caption(dressed)
        table = tokens[index : end + 1]
        _dress(table)
        dressed += [table[0], *caption, *table[1:]]
        index = end + 1
    return dressed


def _take_caption(before: list[Token]) -> list[Token]:
    """Remove the paragraph that is a caption from the end of `before`; return it as such."""
    if len(before) < 3 or before[-1].type != "paragraph_close":
        return []
    inline = before[-2]
    children = [one for one in inline.children or () if one.content or one.type != "text"]
    kinds = [one.type for one in children]
    if kinds[:1] != ["em_open"] or kinds[-1] != "em_close" or kinds.count("em_open") != 1:
        return []
    del before[-3:]
    inline.children = children[1:-1]
    return [Token("caption_open", "caption", 1), inline, Token("caption_close", "caption", -1)]


def _dress(table: list[Token]) -> None:
    labels: list[str] = []
    column = 0
    for index, token in enumerate(table):
        if token.type == "tr_open":
            column = 0
        if token.type in ("th_open", "td_open"):
            _align(token)
            if token.type == "th_open":
                labels.append(plain_text(table[index + 1]))
                token.attrSet("scope", "col")
                token.attrSet("role", "columnheader")
            else:
                _dress_cell(table[index : index + 3], labels, column)
            column += 1
        elif token.nesting == 1 and token.tag in _ROLES:
            token.attrSet("role", _ROLES[token.tag])
    table[0].attrSet("role", "table")
    table[0].attrSet("class", " ".join(filter(None, _classes(table, labels))))


def _classes(table: list[Token], labels: list[str]) -> Iterator[str]:
    """Yield what a style sheet must know of a table: its width, and what stands in it.

    `getallen` has a column of figures, `cijfers` nothing else beside the names of its rows:
    such a table stays one on a telephone when it fits. One of amounts of money (`geld`) does not
    fit there. A `matrix` has counts or heat in several
    columns.
    """
    yield f"kolommen-{len(labels)}"
    if _is_matrix(table):
        yield "matrix"
    heads = [token for token in table if token.type == "th_open"]
    figures = sum(token.attrGet("class") == "rechts" for token in heads)
    if figures:
        yield "getallen"
    alone = figures == len(labels) - 1 > 1
    money = alone and any(_is_amount(token) for token in table if token.type == "inline")
    if alone:
        yield "cijfers"
    if money:
        yield "geld"
    fits = alone and not money and len(labels) <= _FITTING
    if not (figures and len(labels) == 2) and not fits:
        yield next((name for columns, name in CARDS if len(labels) >= columns), "")


def _is_amount(cell: Token) -> bool:
    return cell.content.startswith(("€", "−€"))


def _is_matrix(table: list[Token]) -> bool:
    """Tell whether two cells of one row show counts."""
    counted = 0
    for token in table:
        if token.type == "tr_open":
            counted = 0
        elif token.type == "inline":
            children = token.children or ()
            counted += warmth_of(token) is not None or any(
                one.type == "telling" for one in children
            )
            if counted > 1:
                return True
    return False


def _dress_cell(cell: list[Token], labels: list[str], column: int) -> None:
    opener, inline, closer = cell
    if column == 0:
        opener.tag = closer.tag = "th"
        opener.attrSet("scope", "row")
        opener.attrSet("role", "rowheader")
        inline.children = list(_breakable(inline.children or []))
        return
    opener.attrSet("role", "cell")
    if labels[column]:
        opener.attrSet("data-label", labels[column])
    if inline.content == _NOTHING:
        opener.attrJoin("class", "leeg")
    if warmth := warmth_of(inline):
        opener.attrJoin("class", f"warmte {warmth}")


def warmth_of(cell: Token) -> str | None:
    """Return how a cell of a heat map is called in the palette, None for any other cell."""
    for child in cell.children or ():
        if child.type == "grafiek" and child.meta["shown"].grafiek.soort == "warmte":
            return f"warmte-{child.meta['shown'].grafiek.trap}"
    return None


def is_to_fill_in(cell: Token) -> bool:
    """Tell whether a cell is a dotted line on which somebody writes."""
    return _DOTTED.fullmatch(cell.content.strip()) is not None


def _align(token: Token) -> None:
    style = token.attrs.pop("style", None)
    if isinstance(style, str) and style in _ALIGN:
        token.attrSet("class", _ALIGN[style])


def _breakable(children: list[Token]) -> Iterator[Token]:
    """Let an id such as `BD-R4.deelnemers` break after its dot in a narrow column."""
    for child in children:
        head, dot, tail = child.content.rpartition(".")
        if child.type != "text" or not _ID.fullmatch(child.content):
            yield child
            continue
        yield Token("text", "", 0, content=head + dot)
        yield Token("html_inline", "", 0, content="<wbr>")
        yield Token("text", "", 0, content=tail)
