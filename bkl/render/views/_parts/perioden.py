"""Periodeblok: the figures of a report by period, each with what was due then."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij
from bkl.domein.records import dataclass
from bkl.domein.woorden import Oordeel
from bkl.gap.periods.cells import Vakcel
from bkl.gap.periods.due import Vaktoets
from bkl.gap.periods.table import Periodereeks
from bkl.render.footnotes import Herkomst
from bkl.render.matter import Stof
from bkl.render.text.marks import Merk
from bkl.render.views._parts.regel import Bronnen, build_regel
from bkl.wording.figures import format_verschil
from bkl.wording.periods import later_reached, promised_told, reached_told, so_far_told, title_of


@dataclass(frozen=True, slots=True)
class Termijn:
    """What was due in a period: which doel, the figure of that day, and the verdict."""

    wat: str
    doel: str
    stand: str | None
    verschil: str | None
    oordeel: Merk
    later: bool


@dataclass(frozen=True, slots=True)
class Periodevak:
    """One figure in one period, in words; `samen` is what all periods so far come to."""

    bereikt: str
    samen: str | None
    termijnen: tuple[Termijn, ...]


@dataclass(frozen=True, slots=True)
class Perioderegel:
    """One indicator through the periods."""

    id: str
    toezegging: str
    bron: tuple[Herkomst, ...]
    vakken: tuple[Periodevak, ...]


@dataclass(frozen=True, slots=True)
class Periodeblok:
    """The table of periods: their names, and a row per indicator.

    `telt_op` tells that some figures are added or weighed over the periods, `jaren` that these
    are the years of a plan.
    """

    titel: str
    namen: tuple[str, ...]
    regels: tuple[Perioderegel, ...]
    jaren: bool = False

    @property
    def telt_op(self) -> bool:
        """Tell whether any figure has a total so far."""
        return any(vak.samen for regel in self.regels for vak in regel.vakken)


def build_perioden(stof: Stof) -> Periodeblok | None:
    """Return the table, None when nothing was measured in more than one period."""
    tabel, verslag = stof.perioden(), stof.dossier.jaarverslag
    if tabel is None or verslag is None:
        return None
    measured = (reeks for reeks in tabel.reeksen if reeks.gemeten)
    regels = [_regel(reeks, verslag.bronnen, stof.dossier) for reeks in measured]
    namen = tuple(vak.naam for vak in tabel.vakken)
    return Periodeblok(title_of(tabel), namen, tuple(regels), tabel.soort == "jaar")


def period_verdicts(stof: Stof) -> Iterator[Oordeel]:
    """Yield the verdicts that the table shows, for the legend."""
    tabel = stof.perioden()
    for reeks in tabel.reeksen if tabel is not None else ():
        for cel in reeks.cellen if reeks.gemeten else ():
            yield from (one.toets.oordeel for one in cel.toetsen)


def _regel(reeks: Periodereeks, bronnen: Bronnen, dossier: Dossier) -> Perioderegel:
    regel = build_regel(reeks.rij, bronnen, dossier)
    vakken = tuple(_vak(cel, reeks.rij) for cel in reeks.cellen)
    return Perioderegel(regel.id, regel.toezegging, regel.bron, vakken)


def _vak(cel: Vakcel, rij: Rij) -> Periodevak:
    shown = {reached_told(cel), so_far_told(cel)}
    termijnen = tuple(_termijn(one, rij, shown) for one in cel.toetsen)
    samen = so_far_told(cel) if cel.bereikt is not None else None
    return Periodevak(reached_told(cel), samen, termijnen)


def _termijn(one: Vaktoets, rij: Rij, shown: set[str | None]) -> Termijn:
    entry = rij.vergelijking.entry
    return Termijn(
        one.wat,
        promised_told(one, entry),
        None if one.gegeven in shown else one.gegeven,
        format_verschil(one.toets),
        Merk.of_part(one.toets, entry),
        later_reached(one),
    )
