"""The sheet of periods: each figure by period, in words and in numbers, with what was due then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.dossier.verdicts import Rij
from bkl.domein.notatie.values.interval import Interval
from bkl.gap.periods.cells import Vakcel
from bkl.gap.periods.due import Vaktoets
from bkl.gap.periods.figures import Vakcijfer
from bkl.gap.periods.table import Periodetabel
from bkl.render.book.table import Cell, Column, Table
from bkl.wording.figures import format_verschil
from bkl.wording.periods import promised_told, reached_told, so_far_told, title_of, verdict_told


class Vakregel(NamedTuple):
    """A row of the sheet: one indicator in one period, and one doel that is due in it."""

    rij: Rij
    cel: Vakcel
    toets: Vaktoets | None


def period_table(tabel: Periodetabel, titel: str) -> Table[Vakregel]:
    """Return the sheet; a period in which more is due has more rows."""
    rows = [Vakregel(*regel) for regel in tabel.regels()]
    name = title_of(tabel)
    return Table("perioden", name, f"{titel}: {name.lower()}", list(_columns()), rows, vast=2)


def _columns() -> Iterator[Column[Vakregel]]:
    yield Column("Code", 18, lambda one: one.rij.id)
    yield Column("Periode", 14, lambda one: one.cel.vak.naam)
    yield Column("Eerste dag", 12, lambda one: one.cel.vak.begin)
    yield Column("Laatste dag", 12, lambda one: one.cel.vak.eind)
    yield Column("Toezegging", 40, _promise)
    yield Column("Bereikt", 22, lambda one: reached_told(one.cel))
    yield Column("Bereikt vanaf", 11, _bound(_reached, "low"))
    yield Column("Bereikt tot en met", 11, _bound(_reached, "high"))
    yield Column("Samen", 22, lambda one: so_far_told(one.cel))
    yield Column("Samen vanaf", 11, _bound(_so_far, "low"))
    yield Column("Samen tot en met", 11, _bound(_so_far, "high"))
    yield Column("Wat moest er staan", 22, lambda one: one.toets.wat if one.toets else None)
    yield Column("Op", 12, _day)
    yield Column("Doel", 22, _goal)
    yield Column("Stand op die dag", 22, lambda one: one.toets.gegeven if one.toets else None)
    yield Column("Verschil", 18, _difference)
    yield Column("Verschil vanaf", 11, _bound(_gap, "low"))
    yield Column("Verschil tot en met", 11, _bound(_gap, "high"))
    yield Column("Oordeel", 24, _verdict)


def _promise(one: Vakregel) -> Cell:
    entry = one.rij.vergelijking.entry
    return f"{one.rij.tekst.rstrip('. ')}: {entry.tekst}" if entry.naam else one.rij.tekst


def _day(one: Vakregel) -> date | None:
    return one.toets.dag if one.toets else None


def _goal(one: Vakregel) -> Cell:
    return promised_told(one.toets, one.rij.vergelijking.entry) if one.toets else None


def _difference(one: Vakregel) -> Cell:
    return format_verschil(one.toets.toets) if one.toets else None


def _verdict(one: Vakregel) -> Cell:
    return verdict_told(one.toets, one.rij.vergelijking.entry) if one.toets else None


def _reached(one: Vakregel) -> Interval | None:
    return _interval(one.cel.bereikt)


def _so_far(one: Vakregel) -> Interval | None:
    return _interval(one.cel.samen)


def _gap(one: Vakregel) -> Interval | None:
    return one.toets.toets.verschil if one.toets else None


def _interval(cijfer: Vakcijfer | None) -> Interval | None:
    return cijfer.waarde.interval if cijfer is not None and cijfer.waarde is not None else None


def _bound(
    of: Callable[[Vakregel], Interval | None], end: str
) -> Callable[[Vakregel], Fraction | None]:
    def bound(one: Vakregel) -> Fraction | None:
        interval = of(one)
        if interval is None:
            return None
        return interval.low if end == "low" else interval.high

    return bound
