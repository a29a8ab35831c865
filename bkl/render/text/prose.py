"""Markdown that people wrote themselves (`verhaal`, `hoofdstukken`), made fit for a report.

Their text may be markup, but never more than a guest: it adds no HTML, takes no heading above
its own chapter, and leaves nothing open behind it.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from bkl.render.text.escape import Md, escape_markdown, seen
from bkl.render.text.parser import bound_brackets, make_parser, too_many_brackets

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]*>")
_BARE = r"(?<!\\)((?:\\\\)*)"
"""Before a sign that no backslash makes harmless yet."""
_ADDRESS = re.compile(
    r"(?<![\w(<\[\]\"'=/:*_~\\])https?://[^\s<>()\[\]`*|\\\"]{3,2000}(?<![.,;:!?'])"
    r"(?![^\s<>()\[\]`*|\\\".,;:!?'])(?![^\[\]\n]{0,300}\]\()"
)
"""An address that stands in a text by itself: the reader can follow it."""
_OPEN_TAG = re.compile(rf"{_BARE}<(?=[a-zA-Z/!?])")
_DESTINATION = re.compile(
    rf"{_BARE}(\]\(\s*<?)(?!https?://|mailto:|#)(?=[/\\]{{2}}|[^\s()<>]*[:&\\])", re.IGNORECASE
)
_DEFINITION = re.compile(
    r"^( {0,3})\[([^\]]{1,999})\]:\s*<?(?=(?!https?://|mailto:)(?:[/\\]{2}|\S*[:&\\]))", re.I | re.M
)
_CODE = r"((?:^|(?<=\n)) {0,3}(?:```|~~~)[^\n]*\n.*?(?:\n {0,3}(?:```|~~~)|\Z)|`+[^`]+`+)"
_COMMENT = re.compile(rf"{_CODE}|<!--.*?-->", re.S)
_RAISED = re.compile(rf"{_CODE}|<(su[bp])>([0-9+()-]{{1,9}})</\2>", re.S)
_SIGNS = {
    "sub": str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"),
    "sup": str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"),
}
_GOOD_LINK = re.compile(r"(?![/\\]{2})(?:https?:|mailto:|[^:]*(?:[/?#]|$))", re.IGNORECASE)
_REACHING = re.compile(r"[<\[\]`]|://")
"""Without any of these nothing in a line is a link, code or HTML."""
_NOTE = re.compile(r"\[\^([^\]\s]{1,999})\]")
_HASHES = re.compile(r"#{1,6}")
_DEEPEST = 6
_SENTINEL = "Hier begint de volgende tekst."


def fit_prose(text: str, niveau: int, prefix: str) -> Md:
    """Return the text with its headings below level `niveau` and nothing left open.

    `prefix` keeps the names of its footnotes apart from those of other texts.
    """
    # the parser ends lines at \n alone, so that must be what line numbers count
    text = seen(text).replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        # behind the last end of a comment none is looked for, however many begin there
        last = text.rfind("-->") + 3 if "-->" in text else 0
        text = text[:last] + text[last:].replace("<!--", "<\0!--")
        text = _COMMENT.sub(lambda found: found[1] or "", text).replace("<\0!--", "<!--")
        text = _RAISED.sub(lambda found: found[1] or found[3].translate(_SIGNS[found[2]]), text)
    lines = text.expandtabs(4).strip("\n").split("\n")
    whole = "\n".join(lines)
    if _is_paragraphs(lines) and not _REACHING.search(whole):
        return Md(whole)  # as most texts are: nothing needs to be parsed to know that it is fit
    # notes are put in order by the references to them, which stand in the lines
    tokens = _parser().parse(whole) if "[^" in whole else _blocks(_parser(), whole)
    _shift_headings(lines, tokens, niveau)
    code = _code_lines(tokens)
    parts: list[str] = []
    run: list[str] = []
    for number, line in enumerate(lines):
        if number in code:
            parts += _tame(run, prefix)
            parts.append(line)
            run = []
        else:
            run.append(line)
    parts += _tame(run, prefix)
    fitted = "\n".join(parts + _closing_fence(lines, tokens))
    return Md(fitted) if _ends(fitted) and not _does_harm(fitted) else _as_plain(text)


class _Credulous(MarkdownIt):
    """A parser that lets everything through, as that of another reader may do."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name
        """Allow any address."""
        return True


@cache
def _parser() -> MarkdownIt:
    return make_parser()


@cache
def _credulous() -> MarkdownIt:
    parser = _Credulous("commonmark", {"html": True}).enable(["table", "strikethrough"])
    bound_brackets(parser.use(footnote_plugin, inline=False))
    return parser


def _is_paragraphs(lines: list[str]) -> bool:
    """Tell whether a text is surely paragraphs: no other block has a letter first in its line."""
    return all(not line or line[0].isalpha() for line in lines)


def _blocks(parser: MarkdownIt, markdown: str) -> list[Token]:
    """Return the blocks without what is in their lines, which takes half of the time."""
    tokens: list[Token] = []
    parser.block.parse(markdown, parser, {}, tokens)
    return tokens


def _does_harm(markdown: str) -> bool:
    """Tell whether some reader would see HTML in it, or a link to other than a web page.

    Markdown has more corners than the patterns here know; this looks at what came of them.
    """
    if "<" not in markdown and "[" not in markdown:
        return False  # nothing else begins HTML, a picture or a link of any kind
    env: EnvType = {}
    blocks = _credulous().parse(markdown, env)
    tokens = [one for block in blocks for one in (block, *(block.children or ()))]
    links = [str(one.attrs.get("href", one.attrs.get("src", ""))) for one in tokens]
    if too_many_brackets(env):
        # not everything in it was looked at
        return True
    links += [str(one["href"]) for one in env.get("references", {}).values()]
    return any(one.type.startswith("html_") for one in tokens) or not all(
        _GOOD_LINK.match(link) for link in links
    )


def _ends(markdown: str) -> bool:
    """Tell whether what stands behind a text is still read as what it is."""
    behind = markdown.count("\n") + 2
    for parser in (_parser(), _credulous()):
        tokens = _blocks(parser, f"{markdown}\n\n{_SENTINEL}\n")
        if not any(
            one.type == "inline" and one.level == 1 and one.map and one.map[0] >= behind
            for one in tokens
        ):
            return False
    return True


def _as_plain(text: str) -> Md:
    """Return the paragraphs of a text as they were typed, without any markup."""
    return Md("\n\n".join(escape_markdown(part) for part in text.split("\n\n")))


def _shift_headings(lines: list[str], tokens: list[Token], niveau: int) -> None:
    """Rewrite every heading so that it follows `niveau` without skipping a level."""
    headings = [token for token in tokens if token.type == "heading_open" and token.map]
    top = min((int(token.tag[1]) for token in headings), default=1)
    previous = niveau
    for token in headings:
        first, end = token.map or [0, 0]
        level = min(niveau + 1 + int(token.tag[1]) - top, previous + 1, _DEEPEST)
        previous = level
        marks = "#" * level
        if token.markup.startswith("#"):
            lines[first] = _HASHES.sub(marks, lines[first], count=1)
            continue
        prefix = lines[first][: len(lines[first]) - len(lines[first].lstrip("> "))]
        words = " ".join(line.strip("> ") for line in lines[first : end - 1])
        lines[first] = f"{prefix}{marks} {words}"
        for number in range(first + 1, end):
            lines[number] = prefix.rstrip()


def _code_lines(tokens: list[Token]) -> set[int]:
    code: set[int] = set()
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            code.update(range(*token.map))
    return code


def _tame(lines: list[str], prefix: str) -> list[str]:
    """Escape HTML and links that lead nowhere good, outside code spans."""
    if not lines:
        return []
    text = "\n".join(lines)
    parts: list[str] = []
    position = 0
    for span in _CODE_SPAN.finditer(text):
        parts += (_tame_text(text[position : span.start()], prefix), span[0])
        position = span.end()
    return ["".join(parts) + _tame_text(text[position:], prefix)]


def _tame_text(text: str, prefix: str) -> str:
    if "://" in text:
        text = _ADDRESS.sub(r"<\g<0>>", text)
    kept = _AUTOLINK.findall(text)
    pieces = [_OPEN_TAG.sub(r"\1\\<", piece) for piece in _AUTOLINK.split(text)]
    text = pieces[0] + "".join(link + piece for link, piece in zip(kept, pieces[1:], strict=True))
    text = _DESTINATION.sub(r"\1\\\2", text)
    text = _DEFINITION.sub(lambda found: f"{found[1]}\\[{found[2]}]: ", text)
    return _NOTE.sub(rf"[^{prefix}-\1]", text)


def _closing_fence(lines: list[str], tokens: list[Token]) -> list[str]:
    """Return the line that closes a code block which the writer left open, if any."""
    for token in reversed(tokens):
        if token.type == "fence" and token.map and token.level == 0:
            last = lines[token.map[1] - 1].strip()
            # as CommonMark has it: with the same sign, and with as many of these or more
            closing = set(last) == {token.markup[0]} and len(last) >= len(token.markup)
            closed = closing and token.map[1] - token.map[0] > 1
            at_end = token.map[1] >= len(lines)
            return [token.markup] if at_end and not closed else []
    return []
