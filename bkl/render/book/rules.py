"""The rules of `bkl check` as a table."""

from __future__ import annotations

from bkl.render.book.table import Column, Table, add_table
from bkl.render.book.workbook import Workbook
from bkl.render.document import Document
from bkl.render.rulebook import Regelblad


def add_rules(book: Workbook, document: Document) -> None:
    """Add the sheet with a row per rule."""
    columns: list[Column[Regelblad]] = [
        Column("Code", 10, lambda one: one.code),
        Column("Naam", 34, lambda one: one.slug),
        Column("Ernst", 15, lambda one: one.ernst),
        Column("Over", 15, lambda one: one.familie),
        Column("Wat", 60, lambda one: one.samenvatting),
    ]
    add_table(book, Table("regels", "Regels", document.titel, columns, document.stof.regels()))
