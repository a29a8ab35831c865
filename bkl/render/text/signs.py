"""Signs: the places in a Markdown text where something of bkl's own is shown.

A verdict, a count, a percentage, a large figure or a chart is never recognised by its words, as
a writer may use the same ones. A template's filter leaves a sign instead (see
`bkl.render.text.stamp`), with the numbers of the marks it shows (`bkl.render.jinja.plain`). No
text that comes from data or from a template can hold the characters of a sign: they are taken
out of every value that is handed to a template, and refused in the templates themselves.
Markdown gets the words in their place, and every other format an element of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Protocol, cast

from bkl.domein.records import dataclass
from bkl.render.text.dutch import aantal
from bkl.render.text.escape import escape_markdown
from bkl.render.text.marks import Groot, Merk, Procent, Tel
from bkl.render.text.stamp import CLOSE, OPEN, SETTLED
from bkl.source.pitfalls.invisible import PRIVATE

_SIGN = re.compile(rf"{OPEN}([a-zA-Z])(\d{{1,9}}(?:,\d{{1,9}})*)?{CLOSE}")
_PRIVATE = re.compile(f"[{PRIVATE}]")


class Drawable(Protocol):
    """A chart with every place in it worked out; `_charts.html.j2` draws it by its `soort`."""

    @property
    def soort(self) -> str:
        """Which drawing it is."""


@dataclass(frozen=True, slots=True)
class Leeswijzer:
    """How to read the bars of bullets; only where they are drawn."""

    soort: str = "leeswijzer"


@dataclass(frozen=True, slots=True)
class Chart:
    """The place of a chart; `number` counts the charts of a document from 1."""

    kind: ClassVar[str] = "grafiek"
    words: ClassVar[str] = ""

    number: int
    grafiek: Drawable

    @property
    def place(self) -> str:
        """The name of its place: `grafiek-1`."""
        return f"grafiek-{self.number}"

    @property
    def markdown(self) -> str:
        """What Markdown has in its place: a bar of signs, where the chart knows one."""
        return f'<a id="{self.place}"></a>{getattr(self.grafiek, "tekens", "")}'


@dataclass(frozen=True, slots=True)
class Verdict:
    """The place of a verdict: its symbol never goes without its words."""

    kind: ClassVar[str] = "oordeel"

    merk: Merk | Tel

    @property
    def words(self) -> str:
        """What a reader sees: `✓ gehaald`."""
        return f"{self.merk.symbool} {self.merk.tekst}"

    @property
    def markdown(self) -> str:
        """The same in bold."""
        return f"**{self.merk.symbool} {escape_markdown(self.merk.tekst)}**"


@dataclass(frozen=True, slots=True)
class Counts:
    """The place of a row of counts, at least one."""

    kind: ClassVar[str] = "telling"

    tellen: tuple[Tel, ...]

    @property
    def words(self) -> str:
        """What a reader sees: `✓ 3 gehaald · ◐ 6 deels gehaald`."""
        return " · ".join(map(count_words, self.tellen))

    markdown = words


@dataclass(frozen=True, slots=True)
class Percentage:
    """The place of a percentage of the doel."""

    kind: ClassVar[str] = "procent"

    procent: Procent

    @property
    def words(self) -> str:
        """What a reader sees: `67 %`."""
        return self.procent.tekst

    @property
    def markdown(self) -> str:
        """The same, as text."""
        return escape_markdown(self.procent.tekst)


@dataclass(frozen=True, slots=True)
class Large:
    """The place of the large figure on a card."""

    kind: ClassVar[str] = "groot"

    groot: Groot

    @property
    def words(self) -> str:
        """What a reader sees."""
        return self.groot.tekst

    @property
    def markdown(self) -> str:
        """The same in bold."""
        return f"**{escape_markdown(self.groot.tekst)}**"


Shown = Chart | Verdict | Counts | Percentage | Large
"""Everything that a sign may stand for."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A Markdown text with signs in it; the sign with number n stands for `shown[n]`."""

    text: str
    shown: tuple[Shown, ...] = ()

    @property
    def markdown(self) -> str:
        """The text with the words of Markdown in the place of every sign."""
        return SETTLED.sub(lambda found: self.shown[int(found[1])].markdown, self.text)


class ForgedSign(Exception):  # noqa: N818 - what it is
    """A text holds a private character that bkl has not put there."""


def count_words(tel: Tel) -> str:
    """Return how often a verdict was given: `✓ 3 gehaald`."""
    return f"{tel.symbool} {aantal(tel.aantal)} {tel.tekst}"


def settle(text: str, marks: Sequence[object]) -> Signed:
    """Return the text with its signs numbered, and what each of them shows.

    `marks` are the objects behind the numbers in the signs. A sign that has nothing to show
    here is left out. Raises ForgedSign for a private character that is no part of a sign,
    and for a sign of something that is not there.
    """
    shown: list[Shown] = []
    charts: list[Drawable] = []

    def chart(grafiek: Drawable) -> Chart:
        charts.append(grafiek)
        return Chart(len(charts), grafiek)

    def place(found: re.Match[str]) -> str:
        letter = found[1].lower()
        objects = [_mark(marks, int(number)) for number in (found[2] or "").split(",") if number]
        if letter == "g" and len(objects) == 1:
            shown.append(chart(_drawable(objects[0])))
        elif letter == "l" and not objects:
            if not any(one.soort in ("bullet", "aandeel") for one in charts):
                return ""
            shown.append(chart(Leeswijzer()))
        elif letter in _WORDED and objects:
            shown.append(_WORDED[letter](objects))
        else:
            raise ForgedSign
        return f"{OPEN}{len(shown) - 1}{CLOSE}"

    settled = _SIGN.sub(place, text)
    if len(_PRIVATE.findall(settled)) != 2 * len(shown):
        raise ForgedSign
    return Signed(settled, tuple(shown))


def _verdict(objects: Sequence[object]) -> Verdict:
    if len(objects) == 1 and isinstance(objects[0], Merk | Tel):
        return Verdict(objects[0])
    raise ForgedSign


def _counts(objects: Sequence[object]) -> Counts:
    tellen = tuple(one for one in objects if isinstance(one, Tel))
    if len(tellen) == len(objects):
        return Counts(tellen)
    raise ForgedSign


def _percentage(objects: Sequence[object]) -> Percentage:
    if len(objects) == 1 and isinstance(objects[0], Procent):
        return Percentage(objects[0])
    raise ForgedSign


def _large(objects: Sequence[object]) -> Large:
    if len(objects) == 1 and isinstance(objects[0], Groot):
        return Large(objects[0])
    raise ForgedSign


_WORDED: Mapping[str, Callable[[Sequence[object]], Shown]] = {
    "c": _large,
    "o": _verdict,
    "p": _percentage,
    "t": _counts,
}
"""What a letter stands for, besides the charts."""


def _drawable(mark: object) -> Drawable:
    if getattr(mark, "MARK", "") != "grafiek":
        raise ForgedSign
    return cast("Drawable", mark)


def _mark(marks: Sequence[object], number: int) -> object:
    if number >= len(marks):
        raise ForgedSign
    return marks[number]
