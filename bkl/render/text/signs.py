"""Signs: the places in a Markdown text where something of bkl's own is shown.

A verdict, a count, a percentage or a chart is never recognised by its words, as a writer may
use the same ones. A template's filter leaves a sign instead: a private character, a letter for
the kind, the numbers of the marks it shows (see `bkl.render.jinja.plain`), and another private
character. No text that comes from data or from a template can hold these characters: they are
taken out of every value that is shown, and refused in the templates themselves. Markdown gets
the words in their place, and every other format an element of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, cast

from bkl.source.invisible import PRIVATE

OPEN, CLOSE = "\ue0f0", "\ue0f1"
_SIGN = re.compile(rf"{OPEN}([a-z])(\d{{1,9}}(?:,\d{{1,9}})*)?{CLOSE}")
SETTLED = re.compile(rf"{OPEN}(\d+){CLOSE}")
"""A sign in a settled text, with its number."""
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
        """What Markdown has in its place: nothing to see."""
        return f'<a id="{self.place}"></a>'


Shown = Chart
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


def sign(letter: str, numbers: Iterable[int] = ()) -> str:
    """Return the sign for some marks, as filters leave it in a text."""
    return f"{OPEN}{letter}{','.join(map(str, numbers))}{CLOSE}"


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
        letter = found[1]
        objects = [_mark(marks, int(number)) for number in (found[2] or "").split(",") if number]
        if letter == "g" and len(objects) == 1:
            shown.append(chart(_drawable(objects[0])))
        elif letter == "l" and not objects:
            if not any(one.soort == "bullet" for one in charts):
                return ""
            shown.append(chart(Leeswijzer()))
        else:
            raise ForgedSign
        return f"{OPEN}{len(shown) - 1}{CLOSE}"

    settled = _SIGN.sub(place, text)
    if len(_PRIVATE.findall(settled)) != 2 * len(shown):
        raise ForgedSign
    return Signed(settled, tuple(shown))


def _drawable(mark: object) -> Drawable:
    if getattr(mark, "MARK", "") != "grafiek":
        raise ForgedSign
    return cast("Drawable", mark)


def _mark(marks: Sequence[object], number: int) -> object:
    if number >= len(marks):
        raise ForgedSign
    return marks[number]
