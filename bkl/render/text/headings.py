"""Headings and ids: stable places to link to, each used once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from bkl.domein.dossier.anchors import slug
from bkl.domein.records import dataclass

OPENING = "in-het-kort"
"""Anchor of the chapter that goes before the table of contents on paper."""
LONGEST = 60
"""Lines of a table of contents that fits on a page and a half."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for the table of contents: level (1-6), id, and text without markup."""

    niveau: int
    id: str
    tekst: str


def contents(koppen: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the lines of a table of contents on paper: only chapters when it would be long."""
    if len(koppen) <= LONGEST:
        return tuple(koppen)
    return tuple(kop for kop in koppen if kop.niveau == 2)


def title_end(tokens: Sequence[Token]) -> int:
    """Return where the title block ends: before the first chapter and the rule above it."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag != "h1":
            return index - 1 if index and tokens[index - 1].type == "hr" else index
    return len(tokens)


def opening_end(tokens: Sequence[Token], start: int) -> int:
    """Return where the result on page one ends; `start` when the report does not open with it."""
    chapters = [
        index
        for index in range(start, len(tokens))
        if tokens[index].type == "heading_open" and tokens[index].tag == "h2"
    ]
    if len(chapters) > 1 and tokens[chapters[0]].attrGet("id") == OPENING:
        end = chapters[1]
        return end - 1 if tokens[end - 1].type == "hr" else end
    return start


def settle_headings(tokens: list[Token], reserved: Iterable[str]) -> tuple[Heading, ...]:
    """Give every heading its id and a level that skips none; make all ids unique.

    An anchor at the start of a heading or table cell becomes the id of that element. A heading
    without anchor is named after its text, below the last heading that has one, so that
    `Toelichting` under `AD` is always `ad-toelichting`. Returns h2, and what is below it with an
    anchor; in contents no level is skipped either.
    """
    used = set(reserved)
    used.update(_claim_anchors(tokens, used))
    often: dict[str, int] = {}
    koppen: list[Heading] = []
    previous, owner = 0, (0, "")
    for index, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        level = min(int(token.tag[1]), previous + 1)
        previous = level
        token.tag = tokens[index + 2].tag = f"h{level}"
        anchored = token.attrGet("id") is not None
        tekst = plain_text(tokens[index + 1])
        if level <= owner[0]:
            owner = (0, "")
        if not anchored:
            token.attrSet(
                "id", _unique("-".join(filter(None, (owner[1], slug(tekst)))), used, often)
            )
        elif level >= 2:
            owner = (level, str(token.attrGet("id")))
        if level == 2 or (level > 2 and anchored):
            shown = min(level, koppen[-1].niveau + 1 if koppen else 2)
            koppen.append(Heading(shown, str(token.attrGet("id")), tekst))
    return tuple(koppen)


def plain_text(inline: Token) -> str:
    """Return what a reader sees of an inline token, without footnote marks."""
    parts = []
    for child in inline.children or ():
        if child.type in ("text", "code_inline") or "shown" in child.meta:
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()


def _claim_anchors(tokens: list[Token], used: set[str]) -> Iterator[str]:
    """Hand anchors to the elements they open; drop the ones that are taken already."""
    seen = set(used)
    for index, token in enumerate(tokens):
        if token.type != "inline" or not token.children:
            continue
        kept: list[Token] = []
        for child in token.children:
            if child.type != "anker":
                kept.append(child)
                continue
            name = str(child.attrGet("id"))
            if name in seen:
                continue
            seen.add(name)
            yield name
            opener = tokens[index - 1]
            first = not any(one.content or one.type != "text" for one in kept)
            if first and opener.type in ("heading_open", "td_open") and not opener.attrGet("id"):
                opener.attrSet("id", name)
            else:
                kept.append(child)
        token.children = kept


def _unique(name: str, used: set[str], often: dict[str, int]) -> str:
    """Return the name, numbered when it is taken; `often` holds the last number of each."""
    candidate, number = name, often.get(name, 1)
    while candidate in used:
        number += 1
        candidate = f"{name}-{number}"
    often[name] = number
    used.add(candidate)
    return candidate
