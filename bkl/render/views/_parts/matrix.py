"""Matrix: the speerpunten side by side, thema against doelgroep, with their counts."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.domein.dossier.verdicts import Telling
from bkl.domein.records import dataclass
from bkl.render.charts.lanes import build_warmte
from bkl.render.charts.layout import Warmte
from bkl.render.matter import Stof
from bkl.render.text.marks import Tellingblok
from bkl.render.views._parts.speerpunt import Speerpuntblok, has_matrix, tel


@dataclass(frozen=True, slots=True)
class Cel:
    """One crossing: the speerpunten there (mostly one), with their counts together.

    `warmte` draws how much was surely reached; None where nothing was promised.
    """

    codes: tuple[str, ...]
    telling: Tellingblok
    warmte: Warmte | None = None


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """One doelgroep, with a cell per thema and what they come to together."""

    naam: str
    cellen: tuple[Cel, ...]
    samen: Tellingblok


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows are doelgroepen and columns themas, in the order of the plan."""

    kolommen: tuple[str, ...]
    rijen: tuple[Matrixrij, ...]
    samen: tuple[Tellingblok, ...]
    alles: Tellingblok


def build_matrix(stof: Stof, blokken: tuple[Speerpuntblok, ...]) -> Matrix | None:
    """Return the matrix of a plan with two axes, None for any other plan."""
    werkplan = stof.dossier.werkplan
    if not has_matrix(werkplan):
        return None
    rijen = []
    for doelgroep, naam in werkplan.doelgroepen.items():
        cellen = tuple(_cel(stof, blokken, thema, doelgroep) for thema in werkplan.themas)
        codes = _codes(blok for blok in blokken if blok.assen[1] == doelgroep)
        rijen.append(Matrixrij(f"{doelgroep}: {naam}", cellen, tel(stof, codes)))
    samen = tuple(
        tel(stof, _codes(blok for blok in blokken if blok.assen[0] == thema))
        for thema in werkplan.themas
    )
    kolommen = tuple(f"{thema}: {naam}" for thema, naam in werkplan.themas.items())
    return Matrix(kolommen, tuple(rijen), samen, tel(stof, _codes(blokken)))


def _cel(stof: Stof, blokken: Iterable[Speerpuntblok], thema: str, doelgroep: str) -> Cel:
    codes = _codes(blok for blok in blokken if blok.assen == (thema, doelgroep))
    rijen = [rij for rij in stof.rijen if rij.speerpunt in codes]
    return Cel(codes, tel(stof, codes), build_warmte(Telling.of(rijen)))


def _codes(blokken: Iterable[Speerpuntblok]) -> tuple[str, ...]:
    return tuple(blok.code for blok in blokken)
