"""What templates can do with a value: Dutch notation, and Markdown around it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import ParamSpec

from jinja2 import Environment

from bkl.domein.dossier.anchors import anker_of
from bkl.render.jinja.plain import Stamped
from bkl.render.jinja.sandbox import BLOCK
from bkl.render.text.dutch import aantal, datum, hoofdletter, punt, zin
from bkl.render.text.escape import Md, escape_markdown
from bkl.render.text.prose import fit_prose
from bkl.render.text.stamp import OPEN, ChangedStamp, Stamp

Given = ParamSpec("Given")


def _unsigned(change: Callable[Given, str]) -> Callable[Given, str]:
    """Return a filter for texts that refuses one with signs in it, which it would break."""

    @functools.wraps(change)
    def checked(*given: Given.args, **named: Given.kwargs) -> str:
        if any(isinstance(one, str) and OPEN in one for one in (*given, *named.values())):
            raise ChangedStamp
        return change(*given, **named)

    return checked


@_unsigned
def anker(value: str) -> Md:
    """Return a place to link to, named after an id: `BD-R4` is found at `#bd-r4`."""
    return Md(f'<a id="{anker_of(value)}"></a>')


@_unsigned
def verwijzing(value: str, tekst: str | None = None) -> Md:
    """Return a link to the place of an id, showing the id or another text."""
    return Md(f"[{escape_markdown(tekst or value)}](#{anker_of(value)})")


def oordeel(value: Stamped) -> Md:
    """Return the sign of a verdict, which becomes symbol and words in bold."""
    return _stamp("o", [value], lambda one: f"{one['symbool']} {one['tekst']}")


def tellijn(value: Sequence[Stamped]) -> Md:
    """Return the sign of counts, which becomes `✓ 3 gehaald · ◐ 6 deels gehaald`."""
    return _stamp("t", value, _count) if value else Md("")


def procent(value: Stamped) -> Md:
    """Return the sign of a percentage of the doel."""
    return _stamp("p", [value], str)


def groot(value: Stamped) -> Md:
    """Return the sign of the large figure on a card, which becomes bold."""
    return _stamp("c", [value], str)


def _stamp(letter: str, values: Sequence[Stamped], words: Callable[[Stamped], str]) -> Stamp:
    """Return the sign of marks; raises TypeError for what is none of bkl's own."""
    if not all(isinstance(one, Stamped) for one in values):
        raise TypeError("een oordeel, telling of percentage komt uit de gegevens van het rapport")
    return Stamp(letter, [one.nr for one in values], " · ".join(map(words, values)))


def _count(tel: Stamped) -> str:
    return f"{tel['symbool']} {aantal(int(str(tel['aantal'])))} {tel['tekst']}"


@_unsigned
def verhaal(value: str, niveau: int, prefix: str) -> Md:
    """Return a text that is Markdown, with its headings below level `niveau`."""
    return fit_prose(value, niveau, anker_of(prefix))


FILTERS: Mapping[str, object] = {
    "aantal": aantal,
    "anker": anker,
    "datum": datum,
    "groot": groot,
    "hoofdletter": _unsigned(hoofdletter),
    "oordeel": oordeel,
    "procent": procent,
    "punt": _unsigned(punt),
    "tellijn": tellijn,
    "verhaal": verhaal,
    "verwijzing": verwijzing,
    "zin": _unsigned(zin),
}
"""What bkl adds to the filters of Jinja, each by its own name."""


def add_filters(environment: Environment) -> None:
    """Make these known to templates, and one without a name for the text of a `set` block."""
    environment.filters.update(FILTERS)
    environment.filters[BLOCK] = Md
