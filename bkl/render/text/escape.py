"""Text as text: what a user typed never becomes markup."""

from __future__ import annotations

import re

from bkl.source.pitfalls.invisible import PRIVATE

_MARKUP = re.compile(r"[\\`*_\[\]<|#~$]|(?<=\{)[{%]|&(?=\w+;|#)")
_AT_START = re.compile(r"[=>]|[-+:](?=[\s-]|$)|\d{1,9}(?=[.)](?:\s|$))")
UNSEEN = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff{PRIVATE}]")
"""Control characters: invisible, and able to hide or turn round what a reader sees."""


def seen(text: str) -> str:
    """Return the text without control characters that nobody sees."""
    # none of them can be printed, and to ask that of a text is quicker than to look for them
    return text if text.isprintable() else UNSEEN.sub("", text)


class Md(str):
    """A text that is Markdown already; every other text is escaped on its way out."""

    __slots__ = ()


def one_line(text: str) -> str:
    """Return the text on one line: white space collapsed, unseen control characters gone."""
    return " ".join(seen(text).split())


def escape_markdown(text: str) -> Md:
    """Return Markdown that shows exactly this text, on one line, anywhere in a document.

    Also safe in a table cell, at the start of a line and for site builders that look for
    `{{` and `{%`.
    """
    escaped = _MARKUP.sub(r"\\\g<0>", one_line(text))
    if found := _AT_START.match(escaped):
        start = found[0]
        escaped = (f"{start}\\" if start.isdigit() else f"\\{start}") + escaped[found.end() :]
    return Md(escaped)
