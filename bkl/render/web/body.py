"""From the Markdown of a report to the body of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from bkl.render.web.headings import Kop, settle_headings
from bkl.render.web.parser import make_parser
from bkl.render.web.tables import dress_tables
from bkl.render.web.verdicts import mark_verdicts

HERKOMST = "herkomst"
"""Anchor of the chapter to which the footnotes are moved."""


@dataclass(frozen=True, slots=True)
class Body:
    """The HTML of a report, and its headings for the table of contents."""

    html: str
    koppen: tuple[Kop, ...]


def build_body(markdown: str, reserved: Sequence[str] = ()) -> Body:
    """Return the HTML of a whole Markdown document.

    `reserved` are ids that the page around it uses itself. Every id is unique, headings
    never skip a level, tables have captions and header cells, verdicts have a class.
    """
    parser = make_parser()
    env: EnvType = {}
    tokens = parser.parse(markdown, env)
    koppen = settle_headings(tokens, reserved)
    tokens = _move_notes(tokens)
    tokens = dress_tables(tokens)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = mark_verdicts(token.children)
    _add_rules(parser.renderer)
    return Body(parser.renderer.render(tokens, parser.options, env), koppen)


def _move_notes(tokens: list[Token]) -> list[Token]:
    """Put the footnotes at the end of their own chapter, else leave them at the end."""
    kinds = [token.type for token in tokens]
    if "footnote_block_open" not in kinds:
        return tokens
    first, last = kinds.index("footnote_block_open"), kinds.index("footnote_block_close") + 1
    notes, rest = tokens[first:last], tokens[:first] + tokens[last:]
    place, inside = len(rest), False
    for index, token in enumerate(rest):
        if token.type != "heading_open":
            continue
        if inside and token.tag in ("h1", "h2"):
            place = index
            break
        inside = inside or token.attrGet("id") == HERKOMST
    return rest[:place] + notes + rest[place:]


def _add_rules(renderer: object) -> None:
    if not isinstance(renderer, RendererHTML):
        raise TypeError("a report is rendered as HTML")
    renderer.rules |= {
        "anker": _anchor,
        "footnote_ref": _note_reference,
        "footnote_block_open": _notes_open,
        "footnote_block_close": _notes_close,
        "footnote_open": _note_open,
        "footnote_anchor": _note_back,
        "image": _image,
    }


def _note_reference(
    tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    number, place = _numbers(tokens[index])
    return (
        f'<sup class="noot"><a href="#noot-{number}" id="{_origin(number, place)}" '
        f'aria-label="Noot {number}">{number}</a></sup>'
    )


def _notes_open(tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return '<section class="noten" aria-label="Noten">\n<ol>\n'


def _notes_close(tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return "</ol>\n</section>\n"


def _note_open(tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    number, _ = _numbers(tokens[index])
    return f'<li id="noot-{number}">'


def _note_back(tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    number, place = _numbers(tokens[index])
    where = f", plaats {place + 1}" if place else ""
    return (
        f' <a class="terug" href="#{_origin(number, place)}" '
        f'aria-label="Terug naar de tekst bij noot {number}{where}">↩︎</a>'
    )


def _anchor(tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return f'<span id="{tokens[index].attrGet("id")}"></span>'


def _image(tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """Show a picture that is in the text itself; link to any other: a report fetches nothing."""
    source = escapeHtml(str(tokens[index].attrGet("src")))
    words = escapeHtml(tokens[index].content) or "afbeelding"
    if source.startswith("data:image/"):
        return f'<img src="{source}" alt="{words}">'
    return f'<a href="{source}">{words}</a>'


def _numbers(token: Token) -> tuple[int, int]:
    """Return the number of a footnote, and which of its places in the text this is."""
    return int(token.meta["id"]) + 1, int(token.meta.get("subId") or 0)


def _origin(number: int, place: int) -> str:
    return f"noot-{number}-bij-{place + 1}"
