"""The workbook of a report: its overview, its promises, what differs, its sources, its legend."""

from __future__ import annotations

from dataclasses import replace

from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.render.book.besides import add_besides
from bkl.render.book.legend import add_legend
from bkl.render.book.overview import add_overview
from bkl.render.book.periods import period_table
from bkl.render.book.planned import add_planned
from bkl.render.book.promises import (
    differing_columns,
    promised_columns,
    result_columns,
)
from bkl.render.book.rules import add_rules
from bkl.render.book.sources import add_sources
from bkl.render.book.table import Table, add_table
from bkl.render.book.workbook import Workbook
from bkl.render.document import Document

_FIRST = {"afwijkingen": "differing", "bewijs": "sources", "werkplan": "promises"}
"""Which sheet opens for a report; the overview for the others."""


def build_book(document: Document) -> bytes:
    """Return the workbook; a report that looks ahead tells only what was promised."""
    document = _chosen(document)
    book = Workbook(document.titel, document.organisatie, document.datum)
    if document.rapport == "regels":
        add_rules(book, document)
        return book.close()
    ahead = document.peildatum is None
    sheets = {
        "overview": add_overview(book, document, ahead=ahead),
        "promises": add_table(book, _promises(document, ahead=ahead)),
    }
    if ahead:
        add_planned(book, document)
    else:
        sheets["differing"] = add_table(book, _differing(document))
        add_besides(book, document)
        if (tabel := document.stof.perioden()) is not None:
            add_table(book, period_table(tabel, document.titel))
        sheets["sources"] = add_sources(book, document)
    add_legend(book, document, ahead=ahead)
    sheets[_FIRST.get(document.rapport, "overview")].activate()
    return book.close()


def _chosen(document: Document) -> Document:
    """Return the document about the speerpunten alone that were asked for."""
    stof = document.stof
    if stof.keuze is None:
        return document
    rijen = [rij for rij in stof.rijen if rij.speerpunt in stof.keuze]
    wanted = {rij.vergelijking.entry.id for rij in rijen}
    verdicts = {id_: one for id_, one in stof.vergelijkingen.items() if id_ in wanted}
    part = replace(stof, rijen=rijen, telling=Telling.of(rijen), vergelijkingen=verdicts)
    return replace(document, stof=part)


def _promises(document: Document, *, ahead: bool) -> Table[Rij]:
    dossier = document.stof.dossier
    columns = promised_columns(dossier)
    return Table(
        "toezeggingen",
        f"Per {dossier.werkplan.begrippen.speerpunt}",
        document.titel,
        columns if ahead else [*columns, *result_columns()],
        document.stof.rijen,
    )


def _differing(document: Document) -> Table[Rij]:
    rows = [
        rij for rij in document.stof.rijen if rij.vergelijking.wijkt_af and rij.zelfde_als is None
    ]
    columns = differing_columns(document.stof.dossier)
    return Table("afwijkingen", "Afwijkingen", f"{document.titel}: afwijkingen", columns, rows)
