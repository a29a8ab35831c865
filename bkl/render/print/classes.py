"""Classes for the style sheet of the pages, on blocks of which it must know what they hold.

`:has()` would say the same, but looks through all that is inside of every element: a third of
the time that applying the style sheet takes.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from bkl.render.text.signs import Chart, Leeswijzer
from bkl.render.text.tables import is_to_fill_in

WIDE = (7, 10, 15)
"""From how many columns on a table is called `vanaf-7` and so on."""
FEW = 7
"""Rows, with that of the head, of a table that is called `met-weinig`."""
_CODE = ("fence", "code_block")
_BOLD = ("strong_open", "oordeel", "groot")
_WORDS = ("text", "softbreak")


def add_classes(tokens: Sequence[Token]) -> None:
    """Put them on the blocks themselves.

    - a paragraph: `met-telling`, `met-leeswijzer`, and `voor-code` before a block of code
    - an item of a list: `met-lijst` around a list, `met-vet` when it begins with what is bold,
      as the list is when its first item does
    - a table: `vanaf-7` and further by its columns, `met-weinig` with few rows
    - a cell that is a dotted line to write on: `invulveld`, and no dots; its table:
      `met-invulveld`; a paragraph between a heading and such a table: `voor-invulveld`
    - a row: `met-leeg` with a cell in which nothing stands, `met-grafiek` with a chart
    """
    _mark_paragraphs(tokens)
    _mark_items(tokens)
    _mark_tables(tokens)


def _mark_paragraphs(tokens: Sequence[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.type != "paragraph_open":
            continue
        inside = tokens[index + 1].children or []
        if any(child.type == "telling" for child in inside):
            _add(token, "met-telling")
        if any(isinstance(chart.grafiek, Leeswijzer) for chart in _charts(inside)):
            _add(token, "met-leeswijzer")
        if any(after.type in _CODE for after in tokens[index + 3 : index + 4]):
            _add(token, "voor-code")


def _mark_items(tokens: Sequence[Token]) -> None:
    items: list[Token] = []
    for index, token in enumerate(tokens):
        if token.type == "list_item_open":
            items.append(token)
            if tokens[index + 1].hidden and _begins_bold(tokens[index + 2].children or []):
                _add(token, "met-vet")
                if tokens[index - 1].type == "bullet_list_open":
                    _add(tokens[index - 1], "met-vet")
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "bullet_list_open" and items and token.level == items[-1].level + 1:
            _add(items[-1], "met-lijst")


def _begins_bold(inside: Sequence[Token]) -> bool:
    """Tell whether the first element of a text, after any words, is bold."""
    return next((one.type for one in inside if one.type not in _WORDS), "") in _BOLD


def _mark_tables(tokens: Sequence[Token]) -> None:
    table = row = Token("", "", 0)
    columns = rows = 0
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            table, columns, rows = token, 0, 0
        elif token.type == "tr_open":
            row, rows = token, rows + 1
        elif token.type in ("th_open", "td_open"):
            columns += token.type == "th_open"
            _mark_row(row, tokens[index + 1].children or [])
            if is_to_fill_in(tokens[index + 1]):
                _mark_field(token, tokens[index + 1])
                if _add(table, "met-invulveld"):
                    _mark_before(tokens[: tokens.index(table)])
        elif token.type == "thead_close":
            for number in [one for one in WIDE if columns >= one]:
                _add(table, f"vanaf-{number}")
        elif token.type == "table_close" and rows <= FEW:
            _add(table, "met-weinig")


def _mark_field(opener: Token, inline: Token) -> None:
    _add(opener, "invulveld")
    inline.children = []


def _mark_before(tokens: Sequence[Token]) -> None:
    for token in reversed(tokens):
        if token.type == "heading_open":
            return
        if token.type == "paragraph_open":
            _add(token, "voor-invulveld")


def _mark_row(row: Token, cell: Sequence[Token]) -> None:
    if not any(one.type not in _WORDS or one.content for one in cell):
        _add(row, "met-leeg")
    if _charts(cell):
        _add(row, "met-grafiek")


def _charts(inside: Sequence[Token]) -> list[Chart]:
    shown = [one.meta["shown"] for one in inside if one.type == Chart.kind]
    return [one for one in shown if isinstance(one, Chart)]


def _add(token: Token, name: str) -> bool:
    """Put a class on a block; returns whether it is new there."""
    fresh = name not in str(token.attrGet("class") or "").split()
    if fresh:
        token.attrJoin("class", name)
    return fresh
