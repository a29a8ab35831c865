"""Resultatenkaart: wat er echt is bereikt, in grote cijfers met een zin erbij; voor inwoners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bkl.domein.opmaak import format_gegeven
from bkl.domein.vergelijking import Rij, Vergelijking
from bkl.domein.waarde import Waarde
from bkl.render.dutch import datum
from bkl.render.noten import Herkomst
from bkl.render.stof import Stof
from bkl.render.views._merk import Tellingblok
from bkl.render.views._regel import build_regel
from bkl.render.views._speerpunt import Speerpuntblok, build_blokken
from bkl.render.views._verslag import Kop, MetKop, expect_verslag

_SIGNS = ("%", "€")
_NO_COUNT = ("gereed", "geen cijfer")


@dataclass(frozen=True, slots=True)
class Resultaat:
    """One figure that was reached: `groot` never goes without what it counts and when.

    `telt` is what it counts, None when only `zin` says so; `beloofd` the doel as written.
    """

    groot: str
    telt: str | None
    periode: str
    zin: str
    beloofd: str | None
    bron: tuple[Herkomst, ...]


@dataclass(frozen=True, slots=True)
class Kaart:
    """One speerpunt for people who were not there."""

    code: str
    titel: str
    ambitie: str | None
    resultaten: tuple[Resultaat, ...]
    telling: Tellingblok

    @property
    def oogst(self) -> str:
        """How many promises of this speerpunt were reached, in a sentence."""
        telling = self.telling
        many = "toezeggingen" if telling.n != 1 else "toezegging"
        which = f"de {telling.n}" if telling.n != 1 else "de ene"
        few = {0: "is er geen", 1: "is er 1"}
        are = few.get(telling.zeker, f"zijn er {telling.zeker}")
        text = f"Van {which} {many} over dit onderwerp {are} zeker gehaald."
        unknown = telling.mogelijk - telling.zeker
        return f"{text} Van {unknown} is dat niet bekend." if unknown else text

    @property
    def kort(self) -> str:
        """The same without what is not known, for a list."""
        telling = self.telling
        many = "toezeggingen" if telling.n != 1 else "toezegging"
        return f"{telling.zeker} van {telling.n} {many} zeker gehaald"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultatenkaartView(MetKop):
    """Everything that `resultatenkaart.md.j2` shows; `zonder` are those without figures."""

    kaarten: tuple[Kaart, ...]
    zonder: tuple[Kaart, ...]


def build(stof: Stof) -> ResultatenkaartView:
    """Build the view; raises Rapportfout when there is no jaarverslag."""
    verslag = expect_verslag(stof)
    by_code: dict[str, list[Rij]] = {}
    for rij in stof.rijen:
        by_code.setdefault(rij.speerpunt, []).append(rij)
    kaarten = [
        Kaart(
            blok.code,
            _plain_title(stof, blok),
            blok.ambitie,
            tuple(_results(stof, by_code.get(blok.code, []), verslag.peildatum)),
            blok.telling,
        )
        for blok in _blokken(stof)
    ]
    return ResultatenkaartView(
        kop=Kop.of(stof, f"Wat wij bereikten in {stof.dossier.jaar}"),
        kaarten=tuple(kaart for kaart in kaarten if kaart.resultaten),
        zonder=tuple(kaart for kaart in kaarten if not kaart.resultaten and kaart.telling.n),
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
        return f"{doelgroep}: {thema[:1].lower()}{thema[1:]}"
    return blok.titel


def _results(stof: Stof, rijen: list[Rij], peildatum: date) -> Iterator[Resultaat]:
    verslag = stof.dossier.jaarverslag
    for rij in rijen:
        waarde = _reached(rij)
        if waarde is None or verslag is None:
            continue
        regel = build_regel(rij, verslag.bronnen)
        vergelijking = rij.vergelijking
        groot, telt = _split(vergelijking, waarde)
        yield Resultaat(
            groot=groot,
            telt=telt,
            periode=_period(vergelijking, stof.dossier.jaar, peildatum),
            zin=regel.toezegging,
            beloofd=regel.doel,
            bron=regel.bron,
        )


def _reached(rij: Rij) -> Waarde | None:
    """Return the figure when something was certainly reached and the organisation may say so.

    No figure of society as a whole, none that counts something else or that sources give
    differently, and no nought: what was not reached is no result to show.
    """
    vergelijking = rij.vergelijking
    given = vergelijking.realisatie
    if rij.zelfde_als is not None or vergelijking.entry.is_ontwikkeling or given is None:
        return None
    waarde = given.waarde
    unsure = given.tegenspraak or given.realisatie.andere_definitie
    if waarde is None or waarde.interval is None or waarde.soort in _NO_COUNT or unsure:
        return None
    low, high = waarde.interval.low, waarde.interval.high
    fewer = vergelijking.doel is not None and vergelijking.doel.richting == "lager"
    return waarde if (low is not None and low > 0) or (fewer and high is not None) else None


def _split(vergelijking: Vergelijking, waarde: Waarde) -> tuple[str, str | None]:
    """Return the figure, and what it counts: `11` and `inloopspreekuren`."""
    phrase = " ".join((format_gegeven(vergelijking) or waarde.tekst).split())
    doel = vergelijking.doel
    unit = _words(waarde.eenheid) or _words(doel.eenheid if doel else None)
    if unit and phrase.lower().endswith(unit.lower()) and len(phrase) > len(unit):
        return phrase[: -len(unit)].rstrip(), phrase[-len(unit) :]
    return phrase, unit


def _words(eenheid: str | None) -> str | None:
    """Return the words of a unit, without the sign that stands at the number."""
    for sign in _SIGNS:
        eenheid = eenheid.removeprefix(sign).strip() if eenheid else None
    return eenheid or None


def _period(vergelijking: Vergelijking, jaar: int, peildatum: date) -> str:
    if vergelijking.entry.indicator.tijd == "stand":
        return f"op {datum(peildatum)}"
    if vergelijking.entry.indicator.tijd == "cumulatief" or peildatum < date(jaar, 12, 31):
        return f"tot en met {datum(peildatum)}"
    return f"in {jaar}"
