"""Werkplan: wat er wordt beloofd, per onderwerp."""

from __future__ import annotations

from dataclasses import replace

from bkl.domein.records import dataclass
from bkl.render.matter import Stof
from bkl.render.text.dutch import hoofdletter
from bkl.render.text.marks import Tellingblok
from bkl.render.views._parts.begroting import Begrotingsblok, build_begroting
from bkl.render.views._parts.legenda import Legenda, build_legenda
from bkl.render.views._parts.matrix import Matrix, build_matrix
from bkl.render.views._parts.speerpunt import Groep, Speerpuntblok, build_blokken, build_groepen
from bkl.render.views._parts.verslag import Kop, MetKop

HELE_PLAN = True
"""Of a plan of several years it shows them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkplanView(MetKop):
    """Everything that `werkplan.md.j2` shows, in the order in which it shows it.

    `planjaren` are the years of the plan, and `einde` is what its end is the end of.
    """

    planjaren: str
    einde: str
    telling: Tellingblok
    met_cijfer: int
    matrix: Matrix | None
    buiten_matrix: tuple[Speerpuntblok, ...]
    groepen: tuple[Groep, ...]
    begroting: Begrotingsblok | None
    legenda: Legenda


def build(stof: Stof) -> WerkplanView:
    """Build the view; what came of the plan plays no part in it."""
    werkplan = stof.dossier.werkplan
    blokken = build_blokken(stof)
    matrix = build_matrix(stof, blokken["speerpunten"])
    titel = werkplan.titel or f"{hoofdletter(werkplan.begrippen.werkplan)} {werkplan.werkplan}"
    alle = [blok for sectie in blokken.values() for blok in sectie]
    return WerkplanView(
        kop=replace(Kop.of(stof, titel), organisatie=werkplan.organisatie, peildatum=None),
        planjaren=str(werkplan.werkplan),
        einde="het jaar" if werkplan.werkplan.lengte == 1 else "de periode",
        telling=Tellingblok.of(stof.telling),
        met_cijfer=sum(
            entry.doel is not None and entry.doel.bereik is not None
            for entry in stof.dossier.indicatoren.values()
        ),
        matrix=matrix,
        buiten_matrix=tuple(blok for blok in alle if matrix is None or None in blok.assen),
        groepen=build_groepen(stof, blokken),
        begroting=build_begroting(stof),
        legenda=build_legenda(stof, ahead=True),
    )
