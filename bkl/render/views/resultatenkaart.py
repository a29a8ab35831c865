"""Resultatenkaart: wat er echt is bereikt, in grote cijfers met een zin erbij; voor inwoners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.records import dataclass
from bkl.render.footnotes import Herkomst
from bkl.render.matter import Stof
from bkl.render.text.dutch import aantal
from bkl.render.text.escape import one_line
from bkl.render.text.marks import Groot, Tellingblok
from bkl.render.views._parts.geld import Feitregel, build_feiten
from bkl.render.views._parts.kaartcijfer import Resultaat, build_resultaat, reached
from bkl.render.views._parts.regel import build_regel
from bkl.render.views._parts.speerpunt import Speerpuntblok, build_blokken
from bkl.render.views._parts.verslag import Kop, MetKop, expect_verslag
from bkl.wording.sentences import sentences

_MOST_HEADLINE = 130
"""Signs: two lines at the size of a headline."""


@dataclass(frozen=True, slots=True)
class Gelukt:
    """What was reached without a figure to show: what happened, and what was promised."""

    gebeurd: str | None
    toezegging: str
    bron: tuple[Herkomst, ...]


@dataclass(frozen=True, slots=True)
class Kaartkop:
    """What a card has as its headline: what happened, of a promise that was reached.

    `tekst` is the first sentence of what is said about it and `rest` all that follows.
    """

    tekst: str
    rest: str
    toezegging: str
    bron: tuple[Herkomst, ...]


@dataclass(frozen=True, slots=True)
class Kaart:
    """One speerpunt for people who were not there; on paper some stand on a page together.

    What is in `kop` is not in `gelukt`. Without one the first of the `resultaten` leads the card
    when `cijfer_voorop`, else how many promises were reached.
    """

    code: str
    titel: str
    kop: Kaartkop | None
    cijfer_voorop: bool
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
        kaarten=tuple(kaart for kaart in kaarten if _has_result(kaart)),
        zonder=tuple(kaart for kaart in kaarten if not _has_result(kaart) and kaart.telling.n),
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
    gelukt = [
        Gelukt(regel.uitleg.onderbouwing, regel.toezegging, regel.bron)
        for regel in regels.values()
        if regel.id not in counted and regel.oordeel.soort == "gehaald"
    ]
    shown = [rij for rij in rijen if rij.id in counted]
    found = next(((one, kop) for one in gelukt if (kop := _headline(one))), None)
    leads = None if found else _strongest(shown)
    return Kaart(
        blok.code,
        _plain_title(stof, blok),
        found[1] if found else None,
        leads is not None,
        tuple(
            build_resultaat(rij.vergelijking, counted[rij.id], regels[rij.id], verslag)
            for rij in sorted(shown, key=lambda rij: rij is not leads)
        ),
        tuple(one for one in gelukt if found is None or one is not found[0]),
        blok.telling,
    )


def _has_result(kaart: Kaart) -> bool:
    return bool(kaart.kop or kaart.resultaten or kaart.gelukt)


def _headline(een: Gelukt) -> Kaartkop | None:
    """Return what happened as a headline; None where it takes more words than a headline has."""
    first = next(sentences(one_line(een.gebeurd or "")), None)
    if first is None or len(first.text) > _MOST_HEADLINE:
        return None
    rest = one_line(een.gebeurd or "")[len(first.text) :].strip()
    return Kaartkop(first.text, rest, een.toezegging, een.bron)


def _strongest(rijen: list[Rij]) -> Rij | None:
    """Return the figure that surely came furthest beyond its doel; None when none reached it."""
    sure = [rij for rij in rijen if rij.vergelijking.oordeel == "gehaald"]
    return max(sure, key=lambda rij: _progress(rij.vergelijking), default=None)


def _progress(vergelijking: Vergelijking) -> Fraction:
    span = vergelijking.procent
    return Fraction(0) if span is None or span.low is None else Fraction(span.low)


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
