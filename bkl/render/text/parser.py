"""The one Markdown parser: GitHub's tables and footnotes, no HTML, nothing loaded from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from bkl.render.text.escape import seen
from bkl.render.text.stamp import OPEN, SETTLED, Element

_ANCHOR = re.compile(r'<a id="([a-z0-9_-]+)"></a>')
_AMOUNT = re.compile(r"€ (?=\d)")
_BREAK = "<br>"
_TASK = re.compile(r"\[([ xX])\] +")
BRACKETS = 100
"""So many times a bracket of one paragraph may open nothing; people write a few."""


def make_parser() -> MarkdownIt:
    """Return a parser for CommonMark with tables, strikethrough, task lists and footnotes.

    HTML is text, except for two things that templates write and no user can, as their `<` is
    escaped: the anchor `<a id="bd-r4"></a>` and, inside a table cell, `<br>`.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    bound_brackets(parser)
    parser.inline.ruler.before("autolink", "anker", _anchor)
    parser.inline.ruler.before("autolink", "regeleinde", _line_break)
    # before what stands for a character by its number becomes that character
    parser.core.ruler.before("text_join", "tekens", _show_signs)
    parser.core.ruler.push("taken", _show_tasks)
    parser.core.ruler.push("onzichtbaar", _drop_unseen)
    parser.core.ruler.push("bedragen", _keep_amounts)
    return parser


def bound_brackets(parser: MarkdownIt) -> None:
    """Let a paragraph with many brackets that open nothing cost no more than its length.

    For each such bracket the parser looks through all that follows. After `BRACKETS` of them
    the others are text, and `too_many_brackets` tells so.
    """
    rules = parser.inline.ruler
    for rule in rules.__rules__:
        if rule.name in ("link", "image", "footnote_ref"):
            rules.at(rule.name, partial(_until_bound, rule.fn))


def too_many_brackets(env: EnvType) -> bool:
    """Tell whether some paragraph that was parsed with this `env` had more than `BRACKETS`."""
    return any(failed > BRACKETS for failed in env.get("brackets", {}).values())


def _until_bound(rule: RuleFuncInlineType, state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "[!":
        return False
    failed: dict[str, int] = state.env.setdefault("brackets", {})
    if failed.get(state.src, 0) > BRACKETS:
        return False
    if rule(state, silent):
        return True
    failed[state.src] = failed.get(state.src, 0) + (state.src[state.pos] == "[")
    return False


def _anchor(state: StateInline, silent: bool) -> bool:
    found = _ANCHOR.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("anker", "span", 0)
        token.attrSet("id", found[1])
    state.pos = found.end()
    return True


def _line_break(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(_BREAK, state.pos):
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos += len(_BREAK)
    return True


def _show_signs(state: StateCore) -> None:
    """Make tokens of the signs, each holding what it shows; `env` knows that by number.

    In code and in the words for a picture, where no element can stand, they become words.
    """
    shown: Sequence[Element] = state.env.get("signs", ())
    if not shown:
        return
    for block in state.tokens:
        if block.children:
            block.children = [part for one in block.children for part in _parts(one, shown)]
        elif OPEN in block.content:
            block.content = _as_words(block.content, shown)


def _parts(token: Token, shown: Sequence[Element]) -> Iterator[Token]:
    if token.children:
        # the words for a picture
        for child in token.children:
            child.content = _as_words(child.content, shown)
    if OPEN not in token.content:
        yield token
        return
    if token.type != "text":
        token.content = _as_words(token.content, shown)
        yield token
        return
    pieces = SETTLED.split(token.content)
    for place, piece in enumerate(pieces):
        if place % 2:
            one = shown[int(piece)]
            yield Token(one.kind, "span", 0, content=one.words, meta={"shown": one})
        elif piece:
            yield Token("text", "", 0, content=piece, level=token.level)


def _as_words(text: str, shown: Sequence[Element]) -> str:
    return SETTLED.sub(lambda found: shown[int(found[1])].words, text)


def _show_tasks(state: StateCore) -> None:
    """Draw the box of a task: `- [ ]` is open and `- [x]` is done."""
    tokens = state.tokens
    for number, token in enumerate(tokens[:-2]):
        first = tokens[number + 2].children if token.type == "list_item_open" else None
        found = _TASK.match(first[0].content) if first and first[0].type == "text" else None
        if first and found and (len(first) > 1 or found.end() < len(first[0].content)):
            token.attrJoin("class", "taak")
            box = "☐" if found[1] == " " else "☑"
            first[0].content = f"{box} {first[0].content[found.end() :]}"


def _keep_amounts(state: StateCore) -> None:
    """Keep the sign of an amount on the line of its figure."""
    if "€" not in state.src:
        return
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text" and "€" in token.content:
                token.content = _AMOUNT.sub("€\u00a0", token.content)


def _drop_unseen(state: StateCore) -> None:
    """Leave out control characters, also those that a writer typed as `&#x202e;`."""
    for block in state.tokens:
        for token in (block, *(block.children or ())):
            if token.type in ("text", "code_inline", "fence", "code_block"):
                token.content = seen(token.content)
            if "title" in token.attrs:
                token.attrSet("title", seen(str(token.attrs["title"])))
