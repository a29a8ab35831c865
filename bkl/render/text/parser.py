"""The one Markdown parser: GitHub's tables and footnotes, no HTML, nothing loaded from outside."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

_ANCHOR = re.compile(r'<a id="([a-z0-9_-]+)"></a>')
_CHART = re.compile(r"grafiek-\d+")
_BREAK = "<br>"


def make_parser() -> MarkdownIt:
    """Return a parser for CommonMark with tables, strikethrough and footnotes.

    HTML is text, except for two things that templates write and no user can, as their `<` is
    escaped: the anchor `<a id="bd-r4"></a>` and, inside a table cell, `<br>`.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    parser.inline.ruler.before("autolink", "anker", _anchor)
    parser.inline.ruler.before("autolink", "regeleinde", _line_break)
    return parser


def _anchor(state: StateInline, silent: bool) -> bool:
    found = _ANCHOR.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        # no code of a plan gives such a name: its parts begin with a letter
        kind = "grafiek" if _CHART.fullmatch(found[1]) else "anker"
        token = state.push(kind, "span", 0)
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
