"""How the parts of a report that Markdown leaves open are written as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from bkl.render.pictures import is_own
from bkl.render.text.headings import plain_text
from bkl.render.text.verdicts import show_worded


def add_rules(parser: MarkdownIt) -> None:
    """Teach the parser's renderer anchors, verdicts, footnotes in Dutch, and pictures."""
    parser.add_render_rule("anker", _anchor)
    parser.add_render_rule("grafiek", _chart)
    for kind in ("oordeel", "telling", "procent", "groot"):
        parser.add_render_rule(kind, _worded)
    parser.add_render_rule("footnote_ref", _note_reference)
    parser.add_render_rule("footnote_block_open", _notes_open)
    parser.add_render_rule("footnote_block_close", _notes_close)
    parser.add_render_rule("footnote_open", _note_open)
    parser.add_render_rule("footnote_anchor", _note_back)
    parser.add_render_rule("image", _image)


def _note_reference(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    number, place = _numbers(tokens[index])
    return (
        f'<sup class="noot"><a href="#noot-{number}" id="{_origin(number, place)}" '
        f'aria-label="Noot {number}">{number}</a></sup>'
    )


def _notes_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return '<section class="noten" aria-label="Noten">\n<ol>\n'


def _notes_close(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return "</ol>\n</section>\n"


def _note_open(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    number, _ = _numbers(tokens[index])
    return f'<li id="noot-{number}">'


def _note_back(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    number, place = _numbers(tokens[index])
    where = f", plaats {place + 1}" if place else ""
    return (
        f' <a class="terug" href="#{_origin(number, place)}" '
        f'aria-label="Terug naar de tekst bij noot {number}{where}">↩︎</a>'
    )


def _anchor(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return f'<span id="{tokens[index].attrGet("id")}"></span>'


def _chart(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Show the drawing that belongs here: ours, made from numbers and escaped words."""
    return str(env["grafieken"].get(tokens[index].meta["shown"].place, ""))


def _worded(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    return show_worded(tokens[index].meta["shown"])


def _image(
    self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Show a picture of the workspace, or that is in the text itself.

    Link to any other: a report fetches nothing.
    """
    address = str(tokens[index].attrGet("src"))
    source, words = escapeHtml(address), escapeHtml(plain_text(tokens[index])) or "afbeelding"
    if picture := env["pictures"].get(address):
        size = f'width="{picture.width}" height="{picture.height}"'
        return f'<img src="{picture.uri}" {size} alt="{words}">'
    if is_own(address):
        return words  # it cannot be shown, and a page has nothing beside it to link to
    if source.startswith("data:image/"):
        return f'<img src="{source}" alt="{words}">'
    return f'<a href="{source}">{words}</a>'


def _numbers(token: Token) -> tuple[int, int]:
    """Return the number of a footnote, and which of its places in the text this is."""
    return int(token.meta["id"]) + 1, int(token.meta.get("subId") or 0)


def _origin(number: int, place: int) -> str:
    return f"noot-{number}-bij-{place + 1}"
