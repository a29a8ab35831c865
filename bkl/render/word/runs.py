"""Text within a paragraph: words with their marks, links, footnote marks, line breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from docx.oxml.xmlchemy import BaseOxmlElement
from markdown_it.token import Token

from bkl.domein.records import dataclass
from bkl.render.palette import colour_name
from bkl.render.text.headings import plain_text
from bkl.render.text.marks import Tel
from bkl.render.text.signs import Counts, Large, Shown, Verdict, count_words
from bkl.render.word.book import TWIP, Book
from bkl.render.word.letters import hyphenated
from bkl.render.word.xml import element, run, text

CODE_FONT = "Courier New"
_VERDICT = "Oordeel"
_LONG = 20
"""Characters of a count that fits on a line of a narrow cell."""
_BIG = "60"
"""Half points of a large figure."""


@dataclass(frozen=True, slots=True)
class Marks:
    """How the words look at one place."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    colour: str = ""
    big: bool = False
    style: str = ""


_SWITCHES: dict[str, Callable[[Marks], Marks]] = {
    "strong_open": lambda marks: replace(marks, bold=True),
    "strong_close": lambda marks: replace(marks, bold=False),
    "em_open": lambda marks: replace(marks, italic=True),
    "em_close": lambda marks: replace(marks, italic=False),
    "s_open": lambda marks: replace(marks, strike=True),
    "s_close": lambda marks: replace(marks, strike=False),
    "link_close": lambda marks: replace(marks, style=""),
}


def verdict_style(colour: str) -> str:
    """Return the id of the style for verdicts of a colour."""
    return f"{_VERDICT}{colour.capitalize()}"


def figure_in(children: Sequence[Token]) -> tuple[str, Sequence[Token]] | None:
    """Return the large figure of a card with which a text begins, and the rest; None without."""
    words = [place for place, one in enumerate(children) if one.content or one.type != "text"]
    first = children[words[0]].meta.get("shown") if words else None
    if not isinstance(first, Large):
        return None
    rest = children[words[0] + 1 :]
    return first.words, rest[1:] if rest and not rest[0].content.strip() else rest


def large(book: Book, figure: str) -> list[BaseOxmlElement]:
    """Return a figure in large letters, on a line of its own."""
    marks = Marks(bold=True, big=True, colour=book.colour("accent"))
    return [_run(figure, marks), run(element("br"))]


def write_inline(
    book: Book, children: Sequence[Token], target: BaseOxmlElement, marks: Marks | None = None
) -> None:
    """Append the words of an inline token to a paragraph."""
    marks = marks or Marks()
    here = target
    noted = False
    for child in children:
        if child.type == "link_open":
            here = book.link(str(child.attrGet("href")))
            target.append(here)
            marks = replace(marks, style="Hyperlink")
        elif child.type in _SWITCHES:
            marks = _SWITCHES[child.type](marks)
            here = target if child.type == "link_close" else here
        elif child.type == "footnote_ref":
            if noted:
                here.append(run(text(", "), style="FootnoteReference"))
            here.extend(book.note(int(child.meta["id"]) + 1))
        else:
            here.extend(_piece(book, child, marks))
        noted = child.type == "footnote_ref"


def _piece(book: Book, child: Token, marks: Marks) -> list[BaseOxmlElement]:
    """Return what one token shows; tokens that only help the web page show nothing."""
    if child.type in ("text", "code_inline", "softbreak"):
        words = child.content or " " * (child.type == "softbreak")
        marks = replace(marks, code=child.type == "code_inline")
        return [_run(words, marks, int(book.room) // TWIP)] if words else []
    if child.type == "hardbreak":
        return [run(element("br"))]
    if child.type == "anker":
        return book.mark(str(child.attrGet("id")))
    if child.type == "grafiek":
        return book.chart(child.meta["shown"].place)
    if child.type == "image":
        words = plain_text(child) or "afbeelding"
        picture = book.picture(str(child.attrGet("src")), words)
        return [_run(words, marks) if picture is None else picture]
    return _shown(book, child.meta["shown"], marks) if "shown" in child.meta else []


def _shown(book: Book, shown: Shown, marks: Marks) -> list[BaseOxmlElement]:
    if isinstance(shown, Counts):
        return _counted(book, shown)
    return [_worded(shown, marks)]


def _counted(book: Book, counts: Counts) -> list[BaseOxmlElement]:
    """Return counts as a bar with its words, each in the style of its verdict.

    A line ends between counts, and within one only where it is long for a narrow cell.
    """
    made = [*book.bar(counts.tellen), run(element("br"))]
    for number, tel in enumerate(counts.tellen):
        if number:
            made.append(run(text("   ")))
        made.append(run(text(kept(tel)), style=verdict_style(colour_name(tel.soort))))
    return made


def kept(tel: Tel) -> str:
    """Return a count with what of it stays on one line held together."""
    words = count_words(tel)
    return words.replace(" ", "\u00a0", 2 if len(words) > _LONG else -1)


def _worded(shown: Shown, marks: Marks) -> BaseOxmlElement:
    """Return a verdict in the style of its colour, or words."""
    if isinstance(shown, Verdict):
        soort = shown.merk.soort
        style = marks.style if soort == "ontwikkeling" else verdict_style(colour_name(soort))
        return _run(shown.words, replace(marks, bold=True, style=style))
    return _run(shown.words, replace(marks, bold=marks.bold or isinstance(shown, Large)))


def _run(words: str, marks: Marks, room: int | None = None) -> BaseOxmlElement:
    """Return a run, in which words that are wider than the room are hyphenated.

    Its properties stand in the order that the format wants.
    """
    properties = element("rPr")
    if marks.style:
        properties.append(element("rStyle", val=marks.style))
    if marks.code:
        properties.append(element("rFonts", ascii=CODE_FONT, hAnsi=CODE_FONT, cs=CODE_FONT))
    for wanted, tag in ((marks.bold, "b"), (marks.italic, "i"), (marks.strike, "strike")):
        if wanted:
            properties.append(element(tag))
    if marks.colour:
        properties.append(element("color", val=marks.colour))
    if marks.big:
        properties.append(element("sz", val=_BIG))
    made = element("r")
    if len(properties):
        made.append(properties)
    made.extend([text(words)] if room is None else hyphenated(words, room, bold=marks.bold))
    return made
