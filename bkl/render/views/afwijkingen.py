"""Afwijkingen: alleen wat anders liep dan was beloofd, met de reden."""

from __future__ import annotations

from dataclasses import dataclass

from bkl.render.matter import Stof
from bkl.render.views._parts.redenen import Redentel, count_reasons
from bkl.render.views._parts.regel import Regel
from bkl.render.views._parts.speerpunt import Speerpuntblok, build_blokken
from bkl.render.views._parts.verslag import Kop, MetKop, expect_verslag


@dataclass(frozen=True, slots=True)
class Afwijkend:
    """What differs within one speerpunt; of `zwijgend` nothing was reported."""

    code: str
    titel: str
    regels: tuple[Regel, ...]
    zwijgend: tuple[Regel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AfwijkingenView(MetKop):
    """Everything that `afwijkingen.md.j2` shows; the counts are of promises that count once."""

    totaal: int
    afwijkend: int
    zwijgend: int
    met_reden: int
    met_vervolg: int
    gemeld: int
    redenen: tuple[Redentel, ...]
    samen: Redentel
    cijfers: tuple[Regel, ...]
    speerpunten: tuple[Afwijkend, ...]


def build(stof: Stof) -> AfwijkingenView:
    """Build the view; raises Rapportfout when there is no jaarverslag."""
    expect_verslag(stof)
    blokken = [blok for sectie in build_blokken(stof).values() for blok in sectie]
    eigen = [regel for blok in blokken for regel in blok.regels if regel.eigen]
    anders = [regel for regel in eigen if regel.vraagt_uitleg]
    verteld = [regel for regel in anders if not regel.zwijgt]
    redenen = count_reasons(verteld)
    plan = stof.dossier.werkplan.begrippen.met_lidwoord("werkplan")
    return AfwijkingenView(
        kop=Kop.of(stof, f"Afwijkingen van {plan} {stof.dossier.jaar}"),
        totaal=len(eigen),
        afwijkend=len(verteld),
        zwijgend=len(anders) - len(verteld),
        met_reden=sum(_explained(regel) for regel in verteld),
        met_vervolg=sum(regel.uitleg.vervolg is not None for regel in verteld),
        gemeld=sum(regel.uitleg.gemeld is not None for regel in verteld),
        redenen=redenen,
        samen=Redentel("Samen", sum(r.minder for r in redenen), sum(r.meer for r in redenen)),
        cijfers=tuple(regel for regel in verteld if regel.verschil is not None),
        speerpunten=tuple(part for blok in blokken if (part := _select(blok)) is not None),
    )


def _explained(regel: Regel) -> bool:
    return regel.waarom is not None


def _select(blok: Speerpuntblok) -> Afwijkend | None:
    anders = [regel for regel in blok.regels if regel.eigen and regel.vraagt_uitleg]
    if not anders:
        return None
    return Afwijkend(
        blok.code,
        blok.titel,
        tuple(regel for regel in anders if not regel.zwijgt),
        tuple(regel for regel in anders if regel.zwijgt),
    )
