"""Footnotes that stand at the foot of the page where they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from bkl.render.text.body import Tekst

_SECTIONS = ("h1", "h2", "h3")


@dataclass(slots=True)
class PageNotes:
    """The notes of a report as HTML, and in `gezien` under which number each stands near.

    `keren` is the last number given.
    """

    teksten: dict[int, str]
    gezien: dict[int, int] = field(default_factory=dict)
    keren: int = 0

    def place(self, number: int) -> Token:
        """Return a note for the foot of the page, or a link to one that is near already.

        A note is repeated in every section, so that nobody has to leaf back for it. Each time
        it has a number of its own: on every page the numbers go up in the order of reading.
        """
        if number in self.gezien:
            cijfer = self.gezien[number]
            html = (
                f'<a class="nootcijfer" href="#voetnoot-{cijfer}" '
                f'title="Noot {cijfer}">{cijfer}</a>'
            )
        else:
            self.keren += 1
            self.gezien[number] = self.keren
            html = (
                f'<span class="voetnoot" id="voetnoot-{self.keren}" data-cijfer="{self.keren}">'
                f"{self.teksten[number]}</span>"
            )
        return _raw(html)


def move_notes(tekst: Tekst) -> list[Token]:
    """Return the blocks with the text of each note at the place of its reference."""
    body, teksten = _take_notes(tekst)
    noten = PageNotes(teksten)
    for token in body:
        if token.type == "heading_open" and token.tag in _SECTIONS:
            noten.gezien.clear()
        if token.type == "inline" and token.children:
            token.children = list(_with_notes(token.children, noten))
    return body


def _with_notes(children: list[Token], noten: PageNotes) -> Iterator[Token]:
    """Yield the text with its notes in place, never at the start of a line."""
    previous = ""
    for index, child in enumerate(children):
        following = children[index + 1].type if index + 1 < len(children) else ""
        if child.type == "footnote_ref":
            if previous == child.type:
                yield _raw('<span class="nootkomma">,</span>')
            yield noten.place(int(child.meta["id"]) + 1)
            if following != child.type and previous:
                yield _raw("</span>")
        elif child.type == "text" and following == "footnote_ref":
            head, space, word = child.content.rpartition(" ")
            yield Token("text", "", 0, content=head + space)
            yield _raw('<span class="bijeen">')
            yield Token("text", "", 0, content=word)
        elif following == "footnote_ref":
            yield child
            yield _raw('<span class="bijeen">')
        else:
            yield child
        previous = child.type


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _take_notes(tekst: Tekst) -> tuple[list[Token], dict[int, str]]:
    """Return the blocks without the list of notes, and the notes as HTML by number."""
    body: list[Token] = []
    teksten: dict[int, str] = {}
    number, inside = 0, False
    for token in tekst.tokens:
        if token.type == "footnote_block_open":
            inside = True
        elif token.type == "footnote_block_close":
            inside = False
        elif not inside:
            body.append(token)
        elif token.type == "footnote_open":
            number = int(token.meta["id"]) + 1
            teksten[number] = ""
        elif token.type == "inline":
            html = tekst.html_of([token])
            teksten[number] = f"{teksten[number]} {html}".strip()
    return body, teksten
