"""Stof: everything a report is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Telling, Vergelijking
from bkl.domein.records import dataclass
from bkl.gap.periods.table import Periodetabel, by_years, periods_table
from bkl.gap.result import GapResult
from bkl.gap.samenstelling import compositions
from bkl.render.style import PLAIN, Style

if TYPE_CHECKING:
    from bkl.domein.dossier.signed import AkkoordStand, Getekend
    from bkl.gap.years import Reeks
    from bkl.render.rulebook import Regelblad


def _no_series() -> Mapping[str, Reeks]:
    return {}


@dataclass(frozen=True, slots=True)
class Stof:
    """The matter for a report, as computed elsewhere; a report only orders and words it.

    `rijen` are all rows in the order of the plan and `telling` their counts. `digest` is the
    SHA-256 of the data files' bytes in hexadecimal. `workspace` may hold a folder
    `templates/` whose files go before those of bkl itself. `reeksen` gives the years so far of
    each indicator by id, and `regels` the rules of `bkl check` by code; they are asked only by
    the reports that show them, as reading other years or all rules takes time. So is
    `uitkomst`, the comparison as `bkl gap` gives it. `style` is how the
    workspace wants its documents, and `fouten` how many faults `bkl check` finds in the data.
    `getekend` are the last signatures of each person by indicator, None where nobody signed,
    and `akkoorden` how they stand.
    `keuze` are the codes of the speerpunten that are wanted alone, None for all.
    """

    dossier: Dossier
    rijen: list[Rij]
    vergelijkingen: dict[str, Vergelijking]
    telling: Telling
    digest: str
    workspace: Path | None = None
    reeksen: Callable[[], Mapping[str, Reeks]] = _no_series
    regels: Callable[[], Sequence[Regelblad]] = tuple
    uitkomst: Callable[[], GapResult] | None = None
    style: Style = PLAIN
    fouten: int = 0
    getekend: Mapping[str, Sequence[Getekend]] | None = None
    akkoorden: Mapping[str, AkkoordStand] | None = None
    keuze: frozenset[str] | None = None

    def perioden(self) -> Periodetabel | None:
        """Return the figures by period, quarters or longer; None without figures of two periods.

        In a plan of several years without figures within this one the periods are its years.
        """
        verslag = self.dossier.jaarverslag
        told = verslag.realisaties.values() if verslag else ()
        if verslag and by_years(self.dossier):
            tabel = periods_table(self.dossier, self.rijen, "jaar", reeksen=self.reeksen())
        elif any(one.metingen or one.mijlpalen for one in told):
            tabel = periods_table(self.dossier, self.rijen, finest="kwartaal")
        else:
            return None
        return tabel if tabel.verloopt else None

    def result(self) -> GapResult:
        """Return the whole comparison, with other years where somebody can read them."""
        if self.uitkomst is not None:
            return self.uitkomst()
        together = compositions(self.dossier, self.vergelijkingen)
        return GapResult(
            *(self.dossier, None, self.rijen, self.telling, self.telling, together),
            akkoorden=self.akkoorden,
        )

    @property
    def zonder_akkoord(self) -> int:
        """How many figures and verdicts wait for an akkoord; none where nobody signs."""
        if self.akkoorden is None:
            return 0
        told = (
            rij.id
            for rij in self.rijen
            if rij.zelfde_als is None and rij.vergelijking.oordeel != "niet gerapporteerd"
        )
        return sum(self.akkoorden.get(id_) != "akkoord" for id_ in told)


def budget_years(dossier: Dossier) -> tuple[int, ...]:
    """Return the years of a plan that says what each of them may cost; none where it does not."""
    posten = (*dossier.geld.posten, dossier.geld.totaal) if dossier.geld else ()
    yearly = any(post.gepland.per_jaar for post in posten)
    return tuple(dossier.werkplan.werkplan.jaren()) if yearly else ()


def concept(fouten: int) -> str:
    """Return what a report is called that was made from data with faults."""
    return f"concept, {fouten} fout{'' if fouten == 1 else 'en'}"
