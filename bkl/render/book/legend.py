"""Legenda: what the words and the columns mean, and from which data the workbook was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bkl import __version__
from bkl.render.book.table import Column, Table, add_table
from bkl.render.book.workbook import Workbook
from bkl.render.document import Document
from bkl.wording.verdicts import BETEKENIS


class Entry(NamedTuple):
    """A word of the workbook and what it means."""

    soort: str
    woord: str
    uitleg: str


_COLUMNS = {
    "Doel, Bereikt, Verschil": "Zoals het is opgeschreven: dat geldt.",
    "vanaf, tot en met": "Hetzelfde als getal, om mee te rekenen. Bij ca. 600, 450+ of "
    "50-60 ligt het cijfer ertussen. Leeg: er is geen grens, of geen cijfer.",
    "Voortgang": "Hoever het is: van het begin (of van nul) tot het doel, in procenten.",
    "Telt mee bij": "Deze toezegging hoort ook bij een ander onderdeel, en telt daar.",
}
_AHEAD = {
    "Doel": "Zoals het is opgeschreven: dat geldt.",
    "vanaf, tot en met": "Hetzelfde als getal, om mee te rekenen. Leeg: er is geen grens.",
}


def add_legend(book: Workbook, document: Document, *, ahead: bool) -> None:
    """Add the sheet; it explains every verdict, also those that do not occur."""
    columns: list[Column[Entry]] = [
        Column("Soort", 14, lambda one: one.soort),
        Column("Woord", 26, lambda one: one.woord),
        Column("Betekenis", 80, lambda one: one.uitleg),
    ]
    entries = list(_entries(document, ahead=ahead))
    add_table(
        book, Table("legenda", "Legenda", f"{document.titel}: legenda", columns, entries, vast=0)
    )


def _entries(document: Document, *, ahead: bool) -> Iterator[Entry]:
    for woord, uitleg in (_AHEAD if ahead else _COLUMNS).items():
        yield Entry("kolom", woord, uitleg)
    for oordeel, betekenis in () if ahead else BETEKENIS.items():
        yield Entry("oordeel", oordeel, betekenis)
    yield Entry("bestand", "gemaakt met", f"bkl {__version__}")
    yield Entry("bestand", "kenmerk van de gegevens", document.stof.digest)
