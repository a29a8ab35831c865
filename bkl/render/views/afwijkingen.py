"""Afwijkingen: alleen wat anders liep dan was beloofd, met de reden."""

from __future__ import annotations

from bkl.domein.records import dataclass
from bkl.domein.woorden import ZONDER_CIJFER
from bkl.render.matter import Stof
from bkl.render.views._parts.geld import Geldblok, build_geld
from bkl.render.views._parts.redenen import Redentel, count_reasons
from bkl.render.views._parts.regel import Regel
from bkl.render.views._parts.speerpunt import Speerpuntblok, build_blokken
from bkl.render.views._parts.verslag import Kop, MetKop, expect_verslag


@dataclass(frozen=True, slots=True)
class Afwijkend:
    """What differs within one speerpunt, or may; of `zwijgend` nothing was reported."""

    code: str
    titel: str
    regels: tuple[Regel, ...]
    zwijgend: tuple[Regel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AfwijkingenView(MetKop):
    """Everything that `afwijkingen.md.j2` shows; the counts are of promises that count once.

    `speerpunten` hold what surely went otherwise, `open` what is not known for sure. Of
    `zwijgend` no figure or judgement was reported, of `onzeker` too little to judge by.
    """

    totaal: int
    afwijkend: int
    onzeker: int
    zwijgend: int
    met_reden: int
    met_vervolg: int
    gemeld: int
    redenen: tuple[Redentel, ...]
    samen: Redentel
    cijfers: tuple[Regel, ...]
    speerpunten: tuple[Afwijkend, ...]
    open: tuple[Afwijkend, ...]
    geld: Geldblok | None


def build(stof: Stof) -> AfwijkingenView:
    """Build the view; raises Rapportfout when there is no jaarverslag."""
    expect_verslag(stof)
    blokken = [blok for sectie in build_blokken(stof).values() for blok in sectie]
    eigen = [regel for blok in blokken for regel in blok.regels if regel.eigen]
    vragend = [regel for regel in eigen if regel.vraagt_uitleg]
    anders = [regel for regel in vragend if not regel.wacht]
    open_ = [regel for regel in vragend if regel.wacht]
    zwijgend = sum(regel.oordeel.soort in ZONDER_CIJFER for regel in open_)
    redenen = count_reasons(anders)
    plan = stof.dossier.werkplan.begrippen.met_lidwoord("werkplan")
    return AfwijkingenView(
        kop=Kop.of(stof, f"Afwijkingen van {plan} {stof.dossier.jaar}"),
        totaal=len(eigen),
        afwijkend=len(anders),
        onzeker=len(open_) - zwijgend,
        zwijgend=zwijgend,
        met_reden=sum(_explained(regel) for regel in anders),
        met_vervolg=sum(regel.uitleg.vervolg is not None for regel in anders),
        gemeld=sum(regel.uitleg.gemeld is not None for regel in anders),
        redenen=redenen,
        samen=Redentel("Samen", sum(r.minder for r in redenen), sum(r.meer for r in redenen)),
        cijfers=tuple(regel for regel in vragend if regel.verschil is not None),
        speerpunten=tuple(part for blok in blokken if (part := _differing(blok)) is not None),
        open=tuple(part for blok in blokken if (part := _open(blok)) is not None),
        geld=build_geld(stof),
    )


def _explained(regel: Regel) -> bool:
    return regel.waarom is not None


def _asking(blok: Speerpuntblok) -> list[Regel]:
    return [regel for regel in blok.regels if regel.eigen and regel.vraagt_uitleg]


def _differing(blok: Speerpuntblok) -> Afwijkend | None:
    regels = tuple(regel for regel in _asking(blok) if not regel.wacht)
    return Afwijkend(blok.code, blok.titel, regels) if regels else None


def _open(blok: Speerpuntblok) -> Afwijkend | None:
    regels = [regel for regel in _asking(blok) if regel.wacht]
    if not regels:
        return None
    return Afwijkend(
        blok.code,
        blok.titel,
        tuple(regel for regel in regels if not regel.zwijgt),
        tuple(regel for regel in regels if regel.zwijgt),
    )
