"""The first sheet: what the report is, and the counts per speerpunt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bkl.domein.dossier.structure.sections import sections_of
from bkl.domein.dossier.verdicts import Telling
from bkl.domein.woorden import OORDELEN, Oordeel
from bkl.gap.rows import branches
from bkl.render.book.table import Column, Table, put, put_table
from bkl.render.book.workbook import Workbook, for_paper, plain_text
from bkl.render.document import Document
from bkl.render.matter import Stof, concept
from bkl.render.text.dutch import datum
from bkl.wording.verdicts import gehaald_tekst, ontwikkeling_tekst

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


class Counted(NamedTuple):
    """A speerpunt with the counts of its rows."""

    code: str
    titel: str
    telling: Telling


def add_overview(book: Workbook, document: Document, *, ahead: bool) -> Worksheet:
    """Add the sheet; `ahead` leaves out what came of the promises."""
    sheet = book.sheet("Overzicht")
    sheet.write_string(
        0, 0, plain_text(document.titel), book.style(bold=True, font_size=14, text_wrap=False)
    )
    row = 1
    for line in _lines(document, ahead=ahead):
        # one long text, which runs on over the empty cells beside it
        sheet.write_string(row, 0, plain_text(line), book.style(text_wrap=False))
        row += 1
    stof = document.stof
    counted = list(_counted(stof))
    table = Table("overzicht", "Overzicht", document.titel, _columns(stof, ahead=ahead), counted)
    below = put_table(book, sheet, table, row + 1)
    whole = Counted("Samen", "", stof.telling)
    for number, column in enumerate(table.columns):
        put(book, sheet, below, number, column.of(whole))
    if any(rij.zelfde_als for rij in stof.rijen):
        note = "Wat bij meer dan een ervan hoort, telt in de regel Samen één keer."
        sheet.write_string(below + 1, 0, note, book.style(text_wrap=False))
    if stof.dossier.nesting.ouders:
        note = "Wat onder iets anders valt, telt daar mee; in de regel Samen telt het één keer."
        sheet.write_string(below + 2, 0, note, book.style(text_wrap=False))
    for_paper(sheet, document.titel, row + 1)
    return sheet


def _lines(document: Document, *, ahead: bool) -> list[str]:
    stof = document.stof
    about = [document.organisatie]
    if document.peildatum is not None:
        about.append(f"stand op {datum(document.peildatum)}")
    if stof.fouten:
        about.append(concept(stof.fouten))
    lines = [", ".join(about)]
    if not ahead:
        found = [gehaald_tekst(stof.telling), ontwikkeling_tekst(stof.telling)]
        lines.append(f"{', '.join(part for part in found if part)}.")
    return lines


def _counted(stof: Stof) -> list[Counted]:
    rows, nesting = branches(stof.dossier, stof.rijen), stof.dossier.nesting
    werkplan = stof.dossier.werkplan
    return [
        Counted(
            code,
            "› " * nesting.diepte(code) + werkplan.title_of(code, speerpunt),
            Telling.of(rows[code]),
        )
        for speerpunten in sections_of(werkplan).values()
        for code, speerpunt in speerpunten.items()
        if code in rows
    ]


def _columns(stof: Stof, *, ahead: bool) -> list[Column[Counted]]:
    """Return the columns: of the verdicts only those that were given."""
    word = stof.dossier.werkplan.begrippen.speerpunt
    columns: list[Column[Counted]] = [
        Column(word.capitalize(), 12, lambda one: one.code),
        Column("Naam", 44, lambda one: one.titel),
        Column("Beloofd", 10, lambda one: one.telling.n + one.telling.buiten * ahead),
    ]
    if ahead:
        return columns
    given = [oordeel for oordeel in OORDELEN[1:] if stof.telling.aantallen.get(oordeel)]
    columns.append(_verdict(OORDELEN[0]))
    columns.append(Column("Hoogstens gehaald", 13, lambda one: one.telling.gehaald[1]))
    columns += [_verdict(oordeel) for oordeel in given]
    if stof.telling.n_ontwikkelingen:
        columns.append(Column("Ontwikkelingen", 15, lambda one: one.telling.n_ontwikkelingen))
    if stof.telling.buiten:
        columns.append(Column("Niet van toepassing", 12, lambda one: one.telling.buiten))
    return columns


def _verdict(oordeel: Oordeel) -> Column[Counted]:
    return Column(oordeel.capitalize(), 16, lambda one: one.telling.aantallen[oordeel])
