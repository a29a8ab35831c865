"""What templates can do with a value: Dutch notation, and Markdown around it."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment

from bkl.render.jinja.plain import Stamped
from bkl.render.text.anchors import anker_of
from bkl.render.text.dutch import aantal, datum, hoofdletter, punt, zin
from bkl.render.text.escape import Md, escape_markdown
from bkl.render.text.prose import fit_prose


def anker(value: str) -> Md:
    """Return a place to link to, named after an id: `BD-R4` is found at `#bd-r4`."""
    return Md(f'<a id="{anker_of(value)}"></a>')


def verwijzing(value: str, tekst: str | None = None) -> Md:
    """Return a link to the place of an id, showing the id or another text."""
    return Md(f"[{escape_markdown(tekst or value)}](#{anker_of(value)})")


def oordeel(value: Stamped) -> Md:
    """Return a verdict as symbol and words, in bold."""
    return Md(f"**{value['symbool']} {escape_markdown(str(value['tekst']))}**")


def tellijn(value: Sequence[Stamped]) -> Md:
    """Return counts as `✓ 3 gehaald · ◐ 6 deels gehaald`."""
    return Md(" · ".join(map(_count, value)))


def _count(tel: Stamped) -> str:
    return f"{tel['symbool']} {aantal(int(str(tel['aantal'])))} {tel['tekst']}"


def verhaal(value: str, niveau: int, prefix: str) -> Md:
    """Return a text that is Markdown, with its headings below level `niveau`."""
    return fit_prose(value, niveau, anker_of(prefix))


FILTERS = {
    one.__name__: one
    for one in (
        *(aantal, anker, datum, hoofdletter, oordeel, punt, tellijn),
        *(verhaal, verwijzing, zin),
    )
}
"""What bkl adds to the filters of Jinja, each by its own name."""


def add_filters(environment: Environment) -> None:
    """Make these known to templates."""
    environment.filters.update(FILTERS)
