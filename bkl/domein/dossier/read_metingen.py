"""Reading figures that have a moment: mijlpalen as they were reached, and metingen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bkl.domein.dossier.entries import NIET_GEMETEN, Gemeten, IndicatorEntry, Pad, Periode
from bkl.domein.dossier.metingen import latest, running_totals, total_at
from bkl.domein.dossier.reader import Lezer
from bkl.domein.dossier.steps import Meting
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.notatie.moment import read_moment
from bkl.domein.notatie.unreadable import Onleesbaar
from bkl.domein.notatie.waarde import Waarde

Metingen = tuple[Meting, ...]


@dataclass(frozen=True, slots=True)
class Metinglezer:
    """Reads the moments of one realisatie; `entry` is None for an unknown indicator."""

    lezer: Lezer
    pad: Pad
    entry: IndicatorEntry | None
    figure: Callable[[str], Waarde]
    periode: Periode

    def read(self, told: Realisatie) -> Gemeten:
        """Return the figure at the peildatum that follows from the moments, and the others."""
        mijlpalen = self._list("mijlpalen", told.mijlpalen)
        metingen = self._list("metingen", told.metingen)
        tijd = self.entry.indicator.tijd if self.entry else None
        if tijd is None and len(metingen) > 1:
            self.lezer.refuse(
                (*self.pad, "metingen"),
                f"Bij {self.pad[-1]} zegt het werkplan niet hoe metingen samen één cijfer zijn.",
                "Zet in het werkplan `tijd: som`, `tijd: stand` of `tijd: cumulatief`.",
            )
            return NIET_GEMETEN
        now, standen, totaal = None, metingen, None
        if tijd == "som" and metingen:
            now, standen, totaal = self._sum(metingen)
        if now is None:
            # what is added has no figure of the year without a part of the year
            apart = mijlpalen if tijd == "som" else metingen or mijlpalen
            day, unknown = self.periode.peildatum, self._without_figure(metingen)
            due = latest(apart, day) or latest(unknown, day)
            now = due.waarde if due else None
        dated = sorted((*standen, *mijlpalen), key=lambda meting: meting.moment.eind)
        return Gemeten(now, tuple(m for m in dated if m.waarde.interval is not None), totaal)

    def _without_figure(self, metingen: Metingen) -> Metingen:
        begin = self.periode.begin
        return tuple(m for m in metingen if m.waarde.interval is None and m.moment.begin >= begin)

    def _list(self, key: str, told: dict[str, str]) -> Metingen:
        found = []
        for moment, tekst in told.items():
            waarde = self.lezer.read((*self.pad, key, moment), tekst, self.figure)
            if waarde is not None:
                found.append(Meting(read_moment(moment), waarde))
        return tuple(sorted(found, key=lambda meting: meting.moment.eind))

    def _sum(self, metingen: Metingen) -> tuple[Waarde | None, Metingen, Waarde | None]:
        """Return (figure of the year, running totals, total of all years).

        The year counts from its first day to its last; a doel of several years from the first
        meting. What was counted in another year is never taken for the figure of this one.
        """
        year, day = self.periode.begin, self.periode.eind
        first = min(year, *(meting.moment.begin for meting in metingen))
        try:
            whole = running_totals(metingen, first)
            if self._is_long():
                return total_at(whole, metingen, day), whole, None
            own = [meting for meting in metingen if meting.moment.begin >= year]
            totals = running_totals(own, year)
        except Onleesbaar as fout:
            self.lezer.refuse((*self.pad, "metingen"), fout.reden, fout.herstel)
            return None, (), None
        has_own = self.entry is not None and self.entry.jaardoelen
        totaal = total_at(whole, metingen, day) if has_own else None
        return total_at(totals, own, day), totals, totaal

    def _is_long(self) -> bool:
        """Tell whether the doel is reached over several years, without a doel for each."""
        entry = self.entry
        if entry is None or entry.jaardoelen:
            return False
        deadline = entry.deadline
        further = deadline is not None and deadline.year > self.periode.begin.year
        return bool(entry.mijlpalen) or further
