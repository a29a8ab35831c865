"""Herkomst: where each figure comes from, a row per figure and source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bkl.domein.model.bronnen import Bron, Bronplaats
from bkl.render.book.table import Column, Table, add_table
from bkl.render.book.workbook import Workbook
from bkl.render.document import Document
from bkl.wording.figures import format_gegeven

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


class Origin(NamedTuple):
    """One reference: of which indicator, for which figure, and what that figure is."""

    id: str
    soort: str
    cijfer: str | None
    plaats: Bronplaats
    bron: Bron | None


def add_sources(book: Workbook, document: Document) -> Worksheet:
    """Add the sheet: also of figures that contradict, or that count something else."""
    columns: list[Column[Origin]] = [
        Column("Code", 18, lambda one: one.id),
        Column("Soort", 14, lambda one: one.soort),
        Column("Cijfer of oordeel", 26, lambda one: one.cijfer),
        Column("Bron", 34, lambda one: one.bron.titel if one.bron else one.plaats.sleutel),
        Column("Plaats", 24, lambda one: one.plaats.vindplaats),
        Column("Uitgever", 20, lambda one: one.bron.uitgever if one.bron else None),
        Column("Datum", 11, lambda one: one.bron.datum if one.bron else None),
        Column("Bestand", 26, lambda one: one.plaats.bestand or _of(one.bron, "bestand")),
        Column("Cel", 12, lambda one: one.plaats.cel),
        Column("Adres", 30, lambda one: one.plaats.url or _of(one.bron, "url")),
        Column("Over de bron", 36, lambda one: _of(one.bron, "toelichting")),
    ]
    rows = list(_origins(document))
    return add_table(
        book, Table("herkomst", "Herkomst", f"{document.titel}: herkomst", columns, rows)
    )


def _of(bron: Bron | None, key: str) -> str | None:
    found: object = getattr(bron, key, None)
    return found if isinstance(found, str) else None


def _origins(document: Document) -> Iterator[Origin]:
    dossier = document.stof.dossier
    bronnen = dossier.jaarverslag.bronnen if dossier.jaarverslag else {}
    for id_, one in document.stof.vergelijkingen.items():
        if one.realisatie is None:
            continue
        told = one.realisatie.realisatie
        own = format_gegeven(one) or told.oordeel
        for plaats in told.bron:
            yield Origin(id_, "cijfer", own, plaats, bronnen.get(plaats.sleutel))
        for ander in told.tegenspraak:
            for plaats in ander.bron:
                bron = bronnen.get(plaats.sleutel)
                yield Origin(id_, "tegenspraak", ander.realisatie, plaats, bron)
        for verwant in told.verwant:
            for plaats in verwant.bron:
                bron = bronnen.get(plaats.sleutel)
                yield Origin(id_, "telt niet mee", verwant.realisatie, plaats, bron)
