"""Dashboard: alles bij elkaar: de matrix, de aantallen, de cijfers en het verloop."""

from __future__ import annotations

from collections.abc import Iterator

from bkl.domein.records import dataclass
from bkl.gap.years import Punt
from bkl.render.charts.lanes import build_aandeel
from bkl.render.charts.layout import Aandeel, Verloop
from bkl.render.charts.verloop import build_verloop
from bkl.render.matter import Stof
from bkl.render.text.marks import Tellingblok
from bkl.render.views._parts.geld import Feitregel, Geldblok, build_feiten, build_geld
from bkl.render.views._parts.matrix import Matrix, build_matrix
from bkl.render.views._parts.perioden import Periodeblok, build_perioden
from bkl.render.views._parts.redenen import Redentel, count_reasons
from bkl.render.views._parts.regel import Regel
from bkl.render.views._parts.speerpunt import Groep, build_blokken, build_groepen
from bkl.render.views._parts.tijd import Tijdstip, build_tijd
from bkl.render.views._parts.verslag import Kop, MetKop, expect_verslag
from bkl.wording.figures import format_gegeven

_NOT_DUE = 5
"""The row of the decision table for a day that is still to come."""


@dataclass(frozen=True, slots=True)
class Jaarstand:
    """One year of a series: figure, doel, and why it does not compare with the year before.

    `einde` tells that the doel is of the end of a plan of several years, not of that year.
    """

    jaar: int
    tekst: str
    breuk: str | None
    doel: str | None = None
    einde: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator through the years, the oldest first."""

    id: str
    tekst: str
    jaren: tuple[Jaarstand, ...]
    verloop: Verloop


@dataclass(frozen=True, slots=True)
class Naast:
    """A figure beside its doel; `aandeel` is on the scale that all of them share."""

    regel: Regel
    aandeel: Aandeel | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardView(MetKop):
    """Everything that `dashboard.md.j2` shows; `trends` are those with two years or more."""

    telling: Tellingblok
    matrix: Matrix | None
    groepen: tuple[Groep, ...]
    cijfers: tuple[Naast, ...]
    redenen: tuple[Redentel, ...]
    trends: tuple[Trend, ...]
    geld: Geldblok | None
    feiten: tuple[Feitregel, ...]
    perioden: Periodeblok | None
    tijdlijn: tuple[Tijdstip, ...]

    @property
    def volledig(self) -> bool:
        """Tell whether the matrix says everything of its speerpunten: one in each crossing."""
        cells = [cel for rij in self.matrix.rijen for cel in rij.cellen] if self.matrix else []
        return bool(cells) and all(len(cel.codes) < 2 for cel in cells)

    @property
    def verder(self) -> tuple[Groep, ...]:
        """The chapters whose counts do not stand in the matrix already."""
        if self.matrix is None or not self.volledig:
            return self.groepen
        told = {code for rij in self.matrix.rijen for cel in rij.cellen for code in cel.codes}
        return tuple(
            groep
            for groep in self.groepen
            if any(blok.code not in told or blok.diepte or blok.tak for blok in groep.speerpunten)
        )


def build(stof: Stof) -> DashboardView:
    """Build the view; raises Rapportfout when there is no jaarverslag."""
    expect_verslag(stof)
    blokken = build_blokken(stof)
    regels = [
        regel
        for sectie in blokken.values()
        for blok in sectie
        for regel in blok.regels
        if regel.eigen
    ]
    perioden = build_perioden(stof)
    anders = [regel for regel in regels if regel.vraagt_uitleg and not regel.wacht]
    return DashboardView(
        kop=Kop.of(stof, f"Overzicht {stof.dossier.jaar}"),
        telling=Tellingblok.of(stof.telling),
        matrix=build_matrix(stof, blokken["speerpunten"]),
        groepen=build_groepen(stof, blokken),
        cijfers=tuple(_beside(stof, regels)),
        redenen=tuple(sorted(count_reasons(anders), key=lambda one: -one.samen)),
        trends=tuple(_trends(stof, regels)),
        geld=build_geld(stof),
        feiten=build_feiten(stof),
        # the years stand in the trends
        perioden=None if perioden is None or perioden.jaren else perioden,
        tijdlijn=build_tijd(stof),
    )


def _beside(stof: Stof, regels: list[Regel]) -> Iterator[Naast]:
    """Yield every measurable doel, also those without a figure: the lane stays empty."""
    for regel in regels:
        share = build_aandeel(stof.vergelijkingen[regel.id])
        if share is not None or regel.grafiek is not None:
            yield Naast(regel, share)


def _is_of_the_end(punt: Punt) -> bool:
    one = punt.vergelijking
    end = one.entry.planeinde
    return end is not None and one.maatstaf is None and one.rij == _NOT_DUE


def _trends(stof: Stof, regels: list[Regel]) -> Iterator[Trend]:
    series = stof.reeksen()
    for regel in regels:
        reeks = series.get(regel.id)
        verloop = build_verloop(regel.tekst, reeks) if reeks else None
        if reeks is None or verloop is None:
            continue
        jaren = tuple(
            Jaarstand(
                punt.jaar,
                format_gegeven(punt.vergelijking) or "geen cijfer",
                punt.breuk,
                punt.vergelijking.doel_tekst,
                _is_of_the_end(punt),
            )
            for punt in reeks.punten
        )
        yield Trend(regel.id, regel.tekst, jaren, verloop)
