"""Resultatenkaart: wat er echt is bereikt, in grote cijfers met een zin erbij; voor inwoners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bkl.domein.dossier.verdicts import Rij
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.records import dataclass
from bkl.render.footnotes import Herkomst
from bkl.render.matter import Stof
from bkl.render.text.dutch import aantal
from bkl.render.text.marks import Groot, Tellingblok
from bkl.render.views._parts.geld import Feitregel, build_feiten
from bkl.render.views._parts.kaartcijfer import Resultaat, build_resultaat, reached
from bkl.render.views._parts.regel import build_regel
from bkl.render.views._parts.speerpunt import Speerpuntblok, build_blokken
from bkl.render.views._parts.verslag import Kop, MetKop, expect_verslag


@dataclass(frozen=True, slots=True)
class Gelukt:
    """What was reached without a figure to show: what happened, and what was promised."""

    gebeurd: str | None
    toezegging: str
    bron: tuple[Herkomst, ...]


@dataclass(frozen=True, slots=True)
class Kaart:
    """One speerpunt for people who were not there; on paper some stand on a page together."""

    code: str
    titel: str
    resultaten: tuple[Resultaat, ...]
    gelukt: tuple[Gelukt, ...]
    telling: Tellingblok

    @property
    def groot(self) -> Groot:
        """How many promises were certainly reached, of how many."""
        return Groot(f"{aantal(self.telling.zeker)} van {aantal(self.telling.n)}")

    @property
    def oogst(self) -> str:
        """What is counted where the card says how many promises were reached."""
        return f"{'toezeggingen' if self.telling.n != 1 else 'toezegging'} gehaald"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultatenkaartView(MetKop):
    """Everything that `resultatenkaart.md.j2` shows; `zonder` are those with nothing to show.

    `telling` counts the whole plan.
    """

    telling: Tellingblok
    kaarten: tuple[Kaart, ...]
    zonder: tuple[Kaart, ...]
    feiten: tuple[Feitregel, ...]


def build(stof: Stof) -> ResultatenkaartView:
    """Build the view; raises Rapportfout when there is no jaarverslag."""
    verslag = expect_verslag(stof)
    by_code: dict[str, list[Rij]] = {}
    for rij in stof.rijen:
        if rij.zelfde_als is None and not rij.vergelijking.entry.is_ontwikkeling:
            by_code.setdefault(rij.speerpunt, []).append(rij)
    kaarten = [_card(stof, blok, by_code.get(blok.code, []), verslag) for blok in _blokken(stof)]
    return ResultatenkaartView(
        kop=Kop.of(stof, f"Wat wij bereikten in {stof.dossier.jaar}"),
        telling=Tellingblok.of(stof.telling),
        kaarten=tuple(kaart for kaart in kaarten if kaart.resultaten or kaart.gelukt),
        zonder=tuple(
            kaart for kaart in kaarten if not (kaart.resultaten or kaart.gelukt) and kaart.telling.n
        ),
        feiten=tuple(_of_card(one, kaarten) for one in build_feiten(stof)),
    )


def _of_card(feit: Feitregel, kaarten: Sequence[Kaart]) -> Feitregel:
    """Return a fact with the card that it belongs to: a card has no place for single promises."""
    codes = (one.code for one in kaarten)
    at = next((code for code in codes if feit.hoort_bij(code)), None)
    return replace(feit, bij=at)


def _card(stof: Stof, blok: Speerpuntblok, rijen: list[Rij], verslag: Jaarverslag) -> Kaart:
    counted = {rij.id: waarde for rij in rijen if (waarde := reached(rij)) is not None}
    regels = {rij.id: build_regel(rij, verslag.bronnen, stof.dossier) for rij in rijen}
    return Kaart(
        blok.code,
        _plain_title(stof, blok),
        tuple(
            build_resultaat(rij.vergelijking, counted[rij.id], regels[rij.id], verslag)
            for rij in rijen
            if rij.id in counted
        ),
        tuple(
            Gelukt(regel.uitleg.onderbouwing, regel.toezegging, regel.bron)
            for regel in regels.values()
            if regel.id not in counted and regel.oordeel.soort == "gehaald"
        ),
        blok.telling,
    )


def _blokken(stof: Stof) -> Iterator[Speerpuntblok]:
    for sectie in build_blokken(stof).values():
        yield from sectie


def _plain_title(stof: Stof, blok: Speerpuntblok) -> str:
    """Return the title without the cross that only those who know the matrix understand."""
    plan = stof.dossier.werkplan
    thema, doelgroep = (
        plan.themas.get(blok.assen[0] or ""),
        plan.doelgroepen.get(blok.assen[1] or ""),
    )
    if thema and doelgroep and blok.titel == f"{thema} × {doelgroep}":
        return f"{doelgroep}: {thema}"
    return blok.titel
