"""From the Markdown of a report to the body of its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from bkl.domein.records import dataclass
from bkl.render.pictures import Pictures
from bkl.render.text.headings import Heading, settle_headings
from bkl.render.text.parser import make_parser
from bkl.render.text.permalinks import link_places
from bkl.render.text.rules import add_rules
from bkl.render.text.signs import Signed
from bkl.render.text.tables import dress_tables

HERKOMST = "herkomst"
"""Anchor of the chapter to which the footnotes are moved."""


@dataclass(frozen=True, slots=True)
class Body:
    """The HTML of a report, and its headings for the table of contents."""

    html: str
    koppen: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Tekst:
    """A report as a row of blocks: what every format is made from that is not Markdown."""

    tokens: list[Token]
    koppen: tuple[Heading, ...]
    parser: MarkdownIt
    env: EnvType

    def html_of(self, tokens: Sequence[Token]) -> str:
        """Return some of its blocks as HTML."""
        html: str = self.parser.renderer.render(tokens, self.parser.options, self.env)
        return html


def read_text(
    signed: Signed,
    reserved: Sequence[str] = (),
    grafieken: Mapping[str, str] | None = None,
    pictures: Pictures | None = None,
) -> Tekst:
    """Return the text of a document, read and put in order, with its footnotes at the end.

    `reserved` are ids that the page around it uses itself, `grafieken` the drawings by the
    name of their place; without one its place stays empty. `pictures` finds those of the
    workspace. Every id is unique, headings never skip a level, tables have captions and header
    cells.
    """
    parser = make_parser()
    add_rules(parser)
    env: EnvType = {
        "grafieken": grafieken or {},
        "signs": signed.shown,
        "pictures": pictures or Pictures(None),
    }
    tokens = parser.parse(signed.text, env)
    koppen = settle_headings(tokens, reserved)
    return Tekst(dress_tables(tokens), koppen, parser, env)


def build_body(
    signed: Signed,
    reserved: Sequence[str] = (),
    grafieken: Mapping[str, str] | None = None,
    pictures: Pictures | None = None,
) -> Body:
    """Return the HTML of a whole document: a class on every verdict, a link at every place."""
    tekst = read_text(signed, reserved, grafieken, pictures)
    tokens = _move_notes(tekst.tokens)
    link_places(tokens)
    return Body(tekst.html_of(tokens), tekst.koppen)


def _move_notes(tokens: list[Token]) -> list[Token]:
    """Put the footnotes at the end of their own chapter, else leave them at the end."""
    kinds = [token.type for token in tokens]
    if "footnote_block_open" not in kinds:
        return tokens
    first, last = kinds.index("footnote_block_open"), kinds.index("footnote_block_close") + 1
    notes, rest = tokens[first:last], tokens[:first] + tokens[last:]
    place, inside = len(rest), False
    for index, token in enumerate(rest):
        if inside and _ends_chapter(token):
            place = index
            break
        inside = inside or token.attrGet("id") == HERKOMST
    return rest[:place] + notes + rest[place:]


def _ends_chapter(token: Token) -> bool:
    return token.type == "hr" or (token.type == "heading_open" and token.tag in ("h1", "h2"))


def for_paper(
    tokens: list[Token], koppen: Sequence[Heading]
) -> tuple[list[Token], tuple[Heading, ...]]:
    """Return the blocks and headings without the chapter of the notes when it is empty.

    On paper notes stand at the foot of the page; a chapter that only introduces them goes.
    """
    first = next((i for i, token in enumerate(tokens) if token.attrGet("id") == HERKOMST), None)
    if first is None or tokens[first].type != "heading_open":
        return tokens, tuple(koppen)
    after = range(first + 1, len(tokens))
    last = next((i for i in after if _ends_chapter(tokens[i])), len(tokens))
    inside = [token.type for token in tokens[first + 3 : last]]
    if inside != ["paragraph_open", "inline", "paragraph_close"]:
        return tokens, tuple(koppen)
    left = tuple(kop for kop in koppen if kop.id != HERKOMST)
    return tokens[:first] + tokens[last:], left
