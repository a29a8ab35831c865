"""The sheets of a report that looks ahead: what each part may cost, and a doel by its parts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.geld import Geld, Geldpost
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.euro import euro
from bkl.render.book.table import Cell, Column, Table, add_table
from bkl.render.book.workbook import Workbook
from bkl.render.document import Document
from bkl.render.matter import Stof, budget_years
from bkl.wording.levels import name_of


class Deeldoel(NamedTuple):
    """A part of which the plan asks the figure, with what it promised of it."""

    id: str
    dimensie: str
    deel: str
    tekst: str | None
    doel: Doel | None


def add_planned(book: Workbook, document: Document) -> None:
    """Add the sheets that the plan has something for."""
    stof, titel = document.stof, document.titel
    geld = stof.dossier.geld
    if geld is not None and any(post.is_planned for post in (*geld.posten, geld.totaal)):
        add_table(book, _money(stof.dossier, geld, titel))
    if parts := list(_parts(stof)):
        columns: list[Column[Deeldoel]] = [
            Column("Code", 18, lambda one: one.id),
            Column("Naar", 14, lambda one: one.dimensie),
            Column("Deel", 20, lambda one: one.deel),
            Column("Doel", 24, lambda one: one.tekst),
            Column("Doel vanaf", 11, partial(_end, end="low")),
            Column("Doel tot en met", 11, partial(_end, end="high")),
        ]
        add_table(book, Table("delen", "Uitsplitsing", f"{titel}: uitsplitsing", columns, parts))


def _money(dossier: Dossier, geld: Geld, titel: str) -> Table[Geldpost]:
    jaren = budget_years(dossier)

    def of_year(jaar: int) -> Column[Geldpost]:
        return Column(f"{jaar} (€)", 14, lambda one: geld.of_year(one, jaar))

    columns: list[Column[Geldpost]] = [
        Column("Code", 12, lambda one: one.code),
        Column("Onderdeel", 34, lambda one: name_of(dossier, one.code)),
        *map(of_year, jaren),
        Column("Samen (€)" if jaren else "Begroot (€)", 14, lambda one: geld.of_plan(one, jaren)),
        Column("Wie het betaalt", 44, paid_by),
    ]
    if geld.binnen:
        columns.insert(2, Column("Valt onder", 12, lambda one: geld.binnen.get(one.code)))
    posten = (*(post for post in geld.posten if post.is_planned), geld.totaal)
    return Table("geld", "Geld", f"{titel}: geld", columns, posten)


def paid_by(post: Geldpost) -> Cell:
    """Return who is to pay how much of a part."""
    return "; ".join(f"{naam} {euro(amount)}" for naam, amount in post.gepland.dekking.items())


def _parts(stof: Stof) -> Iterator[Deeldoel]:
    for rij in stof.rijen:
        entry = rij.vergelijking.entry
        for dimensie, declared in (
            entry.indicator.uitsplitsing.items() if not rij.zelfde_als else ()
        ):
            for deel in dict.fromkeys((*declared.delen, *declared.doelen)):
                doel = entry.deeldoelen.get((dimensie, deel))
                yield Deeldoel(rij.id, dimensie, deel, declared.doelen.get(deel), doel)


def _end(one: Deeldoel, end: str) -> Fraction | None:
    bereik = one.doel.bereik if one.doel else None
    if bereik is None:
        return None
    return bereik.low if end == "low" else bereik.high
