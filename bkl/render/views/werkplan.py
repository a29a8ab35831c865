"""Werkplan: wat er voor een jaar wordt beloofd, per speerpunt."""

from __future__ import annotations

from dataclasses import dataclass

from bkl import __version__
from bkl.render.stof import Stof
from bkl.render.views._legenda import Legenda, build_legenda
from bkl.render.views._matrix import Matrix, build_matrix
from bkl.render.views._merk import Tellingblok
from bkl.render.views._speerpunt import Groep, Speerpuntblok, build_blokken, build_groepen


@dataclass(frozen=True, slots=True)
class WerkplanView:
    """Everything that `werkplan.md.j2` shows, in the order in which it shows it."""

    titel: str
    organisatie: str
    jaar: int
    telling: Tellingblok
    met_cijfer: int
    matrix: Matrix | None
    buiten_matrix: tuple[Speerpuntblok, ...]
    groepen: tuple[Groep, ...]
    legenda: Legenda
    versie: str
    kenmerk: str


def build(stof: Stof) -> WerkplanView:
    """Build the view; what came of the plan plays no part in it."""
    werkplan = stof.dossier.werkplan
    blokken = build_blokken(stof)
    matrix = build_matrix(stof, blokken["speerpunten"])
    alle = [blok for sectie in blokken.values() for blok in sectie]
    return WerkplanView(
        titel=werkplan.titel or f"Werkplan {werkplan.werkplan}",
        organisatie=werkplan.organisatie,
        jaar=werkplan.werkplan,
        telling=Tellingblok.of(stof.telling),
        met_cijfer=sum(
            entry.doel is not None and entry.doel.bereik is not None
            for entry in stof.dossier.indicatoren.values()
        ),
        matrix=matrix,
        buiten_matrix=tuple(blok for blok in alle if matrix is None or None in blok.assen),
        groepen=build_groepen(stof, blokken),
        legenda=build_legenda(stof),
        versie=__version__,
        kenmerk=stof.digest[:12],
    )
