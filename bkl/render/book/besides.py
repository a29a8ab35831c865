"""The sheets beside the promises: money, figures by parts, how it stands, and facts.

Each is there only when the plan or the report says something of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.feiten import Gelezenfeit
from bkl.domein.dossier.geld import Geld, Geldpost
from bkl.domein.dossier.uitsplitsing import ONBEKEND, Deelcijfer
from bkl.domein.dossier.verdicts import Rij
from bkl.domein.model.bronnen import brontekst
from bkl.domein.notatie.values.euro import euro
from bkl.domein.notatie.values.interval import Interval
from bkl.render.book.table import Cell, Column, Table, add_table
from bkl.render.book.workbook import Workbook
from bkl.render.document import Document
from bkl.render.matter import Stof
from bkl.wording.expected import judge_expected
from bkl.wording.levels import name_of

_HIDDEN = "minder dan 5, of verborgen om zo'n deel te beschermen"


class Deelrij(NamedTuple):
    """One part of a figure; `verborgen` when it is too small to be told."""

    id: str
    dimensie: str
    deel: str
    doel: str | None
    tekst: str | None
    bereik: Interval | None
    verborgen: bool


def add_besides(book: Workbook, document: Document) -> None:
    """Add the sheets that this report has something for."""
    stof, titel = document.stof, document.titel
    dossier = stof.dossier
    if dossier.geld is not None:
        add_table(book, _money(dossier, dossier.geld, titel))
    if parts := list(_parts(stof)):
        columns: list[Column[Deelrij]] = [
            Column("Code", 18, lambda one: one.id),
            Column("Naar", 14, lambda one: one.dimensie),
            Column("Deel", 20, lambda one: one.deel),
            Column("Doel", 20, lambda one: one.doel),
            Column("Bereikt", 24, lambda one: _HIDDEN if one.verborgen else one.tekst),
            Column("Bereikt vanaf", 11, lambda one: _end(one.bereik, "low")),
            Column("Bereikt tot en met", 11, lambda one: _end(one.bereik, "high")),
        ]
        add_table(book, Table("delen", "Uitsplitsing", f"{titel}: uitsplitsing", columns, parts))
    if dossier.volgt:
        add_table(book, _progress(stof, titel))
    if dossier.feiten:
        add_table(book, _facts(dossier, titel))


def _money(dossier: Dossier, geld: Geld, titel: str) -> Table[Geldpost]:
    columns: list[Column[Geldpost]] = [
        Column("Code", 12, lambda one: one.code),
        Column("Onderdeel", 34, lambda one: name_of(dossier, one.code)),
        Column("Begroot (€)", 14, lambda one: one.begroot),
        Column("Bijgesteld (€)", 14, lambda one: one.norm if one.bijgesteld else None),
        Column("Besteed (€)", 14, lambda one: one.besteed),
        Column("Verschil (€)", 14, lambda one: one.verschil),
        Column("Reden", 16, lambda one: one.verslag.reden if one.verslag else None),
        Column("Toelichting", 44, lambda one: one.verslag.toelichting if one.verslag else None),
    ]
    if any(one.betaald for one in (*geld.posten, geld.totaal)):
        columns.append(Column("Wie het betaalde", 44, _paid_by))
    if geld.binnen:
        columns.insert(2, Column("Valt onder", 12, lambda one: geld.binnen.get(one.code)))
    posten = (*geld.posten, geld.totaal)
    return Table("geld", "Geld", f"{titel}: geld", columns, posten)


def _paid_by(post: Geldpost) -> Cell:
    return "; ".join(f"{naam} {euro(amount)}" for naam, amount in post.betaald.items())


def _parts(stof: Stof) -> Iterator[Deelrij]:
    for rij in stof.rijen:
        given = rij.vergelijking.realisatie
        for one in given.uitsplitsing if given and rij.zelfde_als is None else ():
            for deel in one.delen:
                yield _part(rij.id, one.dimensie, deel, hidden=deel.naam in one.verborgen)
            named = {deel.naam for deel in one.delen}
            if one.rest is not None and ONBEKEND not in named:
                hidden = ONBEKEND in one.verborgen
                rest = None if hidden else one.rest
                yield Deelrij(rij.id, one.dimensie, ONBEKEND, None, None, rest, hidden)


def _part(id_: str, dimensie: str, deel: Deelcijfer, *, hidden: bool) -> Deelrij:
    doel = deel.doel.tekst if deel.doel else None
    if hidden or deel.waarde is None:
        return Deelrij(id_, dimensie, deel.naam, doel, None, None, hidden)
    return Deelrij(id_, dimensie, deel.naam, doel, deel.waarde.tekst, deel.interval, False)


def _progress(stof: Stof, titel: str) -> Table[Rij]:
    rows = [
        rij
        for rij in stof.rijen
        if rij.zelfde_als is None and (_told(rij, "voortgang") or _told(rij, "prognose"))
    ]
    columns: list[Column[Rij]] = [
        Column("Code", 18, lambda rij: rij.id),
        Column("Hoe het ervoor staat", 20, lambda rij: _told(rij, "voortgang")),
        Column("Verwacht", 26, lambda rij: _told(rij, "prognose")),
        Column("Verwacht vanaf", 11, lambda rij: _end(_expected(rij), "low")),
        Column("Verwacht tot en met", 11, lambda rij: _end(_expected(rij), "high")),
        Column("Oordeel zou zijn", 20, _verdict_then),
    ]
    return Table("voortgang", "Voortgang", f"{titel}: voortgang", columns, rows)


def _facts(dossier: Dossier, titel: str) -> Table[Gelezenfeit]:
    columns: list[Column[Gelezenfeit]] = [
        Column("Feit", 46, lambda one: one.feit.tekst),
        Column("Cijfer", 22, lambda one: one.feit.cijfer),
        Column("Vanaf", 11, lambda one: _end(_figure(one), "low")),
        Column("Tot en met", 11, lambda one: _end(_figure(one), "high")),
        Column("Hoort bij", 12, lambda one: one.feit.bij),
        Column("Bron", 30, lambda one: brontekst(one.feit.bron)),
        Column("Toelichting", 40, lambda one: one.feit.toelichting),
    ]
    return Table("feiten", "Feiten", f"{titel}: feiten", columns, dossier.feiten)


def _told(rij: Rij, key: str) -> str | None:
    given = rij.vergelijking.realisatie
    if given is None:
        return None
    return given.realisatie.voortgang if key == "voortgang" else given.realisatie.prognose


def _expected(rij: Rij) -> Interval | None:
    given = rij.vergelijking.realisatie
    return given.prognose.interval if given and given.prognose else None


def _verdict_then(rij: Rij) -> Cell:
    toets = judge_expected(rij.vergelijking)
    return toets.oordeel if toets else None


def _figure(one: Gelezenfeit) -> Interval | None:
    return one.waarde.interval if one.waarde else None


def _end(interval: Interval | None, end: str) -> Fraction | None:
    if interval is None:
        return None
    return interval.low if end == "low" else interval.high
