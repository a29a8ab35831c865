"""What templates can do with a value: Dutch notation, and Markdown around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from jinja2 import Environment

from bkl.domein.basis import MAANDEN
from bkl.domein.getal import write_number
from bkl.render.escape import Md, escape_markdown, one_line
from bkl.render.prose import fit_prose
from bkl.render.views._merk import Merk, Tel, anker_of

_ENDS = (".", "!", "?", "…")


def aantal(value: int) -> str:
    """Write a count: `1.204`."""
    return write_number(Fraction(value))


def datum(value: date) -> str:
    """Write a date out: `31 december 2021`."""
    return f"{value.day} {MAANDEN[value.month - 1]} {value.year}"


def zin(value: str) -> str:
    """End a text as a sentence, with a full stop where it has no end yet."""
    return one_line(value) + punt(value)


def punt(value: str) -> str:
    """Return the full stop that a text still needs at its end, if any."""
    return "" if one_line(value).rstrip("”’\"')").endswith(_ENDS) else "."


def hoofdletter(value: str) -> str:
    """Begin a text with a capital."""
    return value[:1].upper() + value[1:]


def anker(value: str) -> Md:
    """Return a place to link to, named after an id: `BD-R4` is found at `#bd-r4`."""
    return Md(f'<a id="{anker_of(value)}"></a>')


def verwijzing(value: str, tekst: str | None = None) -> Md:
    """Return a link to the place of an id, showing the id or another text."""
    return Md(f"[{escape_markdown(tekst or value)}](#{anker_of(value)})")


def oordeel(value: Merk) -> Md:
    """Return a verdict as symbol and words, in bold."""
    return Md(f"**{value.symbool} {escape_markdown(value.tekst)}**")


def tellijn(value: Sequence[Tel]) -> Md:
    """Return counts as `✓ 3 · ◐ 6`."""
    return Md(" · ".join(f"{tel.symbool} {aantal(tel.aantal)}" for tel in value))


def verhaal(value: str, niveau: int, prefix: str) -> Md:
    """Return a text that is Markdown, with its headings below level `niveau`."""
    return fit_prose(value, niveau, anker_of(prefix))


def add_filters(environment: Environment) -> None:
    """Make the functions above known to templates, by their own names."""
    environment.filters.update(
        aantal=aantal,
        anker=anker,
        datum=datum,
        hoofdletter=hoofdletter,
        oordeel=oordeel,
        punt=punt,
        tellijn=tellijn,
        verhaal=verhaal,
        verwijzing=verwijzing,
        zin=zin,
    )
