"""Footnotes that stand at the foot of the page where they are needed."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from bkl.render.web.body import Tekst

_SECTIONS = ("h1", "h2", "h3")


@dataclass(slots=True)
class Noten:
    """The notes of a report by number, as HTML, and where each was shown last."""

    teksten: dict[int, str]
    gezien: dict[int, str] = field(default_factory=dict)
    keren: int = 0

    def place(self, number: int) -> Token:
        """Return a note for the foot of the page, or a link to one that is near already.

        A note keeps its number through the whole report. It is repeated in every section, so
        that nobody has to leaf back for it.
        """
        if number in self.gezien:
            html = (
                f'<a class="nootcijfer" href="#{self.gezien[number]}" '
                f'title="Noot {number}">{number}</a>'
            )
        else:
            self.keren += 1
            self.gezien[number] = name = f"voetnoot-{number}-{self.keren}"
            html = (
                f'<span class="voetnoot" id="{name}" data-cijfer="{number}">'
                f"{self.teksten[number]}</span>"
            )
        return Token("html_inline", "", 0, content=html)


def move_notes(tekst: Tekst) -> list[Token]:
    """Return the blocks with the text of each note at the place of its reference."""
    body, teksten = _take_notes(tekst)
    noten = Noten(teksten)
    for token in body:
        if token.type == "heading_open" and token.tag in _SECTIONS:
            noten.gezien.clear()
        if token.type == "inline" and token.children:
            token.children = [
                noten.place(int(child.meta["id"]) + 1) if child.type == "footnote_ref" else child
                for child in token.children
            ]
    return body


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
