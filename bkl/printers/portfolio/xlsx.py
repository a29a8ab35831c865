"""The portfolio as a workbook: counts, totals, and what to look at, each on a sheet."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from bkl.api import Gebruiksfout
from bkl.portfolio.counts import Overzicht, Tellingen, Totaal, Werkmapjaar
from bkl.portfolio.rollups import VERDICTS
from bkl.printers.portfolio.table import head_of, name_of
from bkl.printers.screen import Screen
from bkl.render.book.table import Column, Table, add_table
from bkl.render.book.workbook import Workbook
from bkl.render.errors import Formaatfout
from bkl.wording.portfolio import promised_text, total_text


def show(result: Overzicht, screen: Screen) -> bytes:
    """Return the workbook. Raises Gebruiksfout when XlsxWriter is missing."""
    years = [one.jaar for one in result.totalen] + [one.jaar or 0 for one in result.aandacht]
    years += [int(one.sleutel or 0) for one in result.groepen if result.verdeling == "jaar"]
    try:
        book = Workbook("Portfolio", "bkl", date(max([*years, 2000]), 12, 31))
    except Formaatfout as fout:
        raise Gebruiksfout(fout.message, fout.cure) from fout
    titel = f"Portfolio: {head_of(result)}"
    add_table(
        book,
        Table("tellingen", "Tellingen", titel, _counts(result), [*result.groepen, result.alle]),
    )
    add_table(book, Table("samen", "Samen", "Samen, binnen één definitie", _TOTALS, result.totalen))
    add_table(book, Table("kijkna", "Kijk na", "Kijk na", _LOOK, result.aandacht))
    return book.close()


def _counts(result: Overzicht) -> list[Column[Tellingen]]:
    def name(one: Tellingen) -> str:
        return "samen" if one is result.alle else name_of(result, one.sleutel)

    def times(verdict: str) -> Column[Tellingen]:
        return Column(verdict, 14, lambda one: one.aantallen[verdict])

    return [
        Column(result.verdeling, 32, name),
        Column("werkmappen", 14, lambda one: one.werkmappen),
        Column("N", 10, lambda one: one.n),
        Column("zeker gehaald", 12, lambda one: one.gehaald),
        Column("hoogstens gehaald", 14, lambda one: one.mogelijk),
        *(times(verdict) for verdict in VERDICTS if verdict != "gehaald"),
    ]


def _said(one: Totaal) -> str:
    return total_text(one.laagste, one.hoogste, one.eenheid, laagste_open=one.laagste_open)


_TOTALS: list[Column[Totaal]] = [
    Column("definitie", 28, lambda one: one.definitie),
    Column("jaar", 8, lambda one: str(one.jaar)),
    Column("samen", 34, _said),
    Column("laagste", 14, lambda one: None if one.laagste is None else Fraction(one.laagste)),
    Column("hoogste", 14, lambda one: None if one.hoogste is None else Fraction(one.hoogste)),
    Column("beloofd", 18, lambda one: promised_text(one.belofte, one.zonder_belofte)),
    Column("organisaties", 14, lambda one: one.organisaties),
    Column("zonder cijfer", 12, lambda one: one.zonder_cijfer),
]
_LOOK: list[Column[Werkmapjaar]] = [
    Column("werkmap", 28, lambda one: one.werkmap),
    Column("jaar", 8, lambda one: "" if one.jaar is None else str(one.jaar)),
    Column("stand", 14, lambda one: one.stand),
    Column("fouten", 10, lambda one: one.fouten),
    Column("eisen niet", 10, lambda one: one.eisen),
    Column("plaats", 34, lambda one: one.plaats),
    Column("melding", 70, lambda one: one.melding),
]
