"""Regel: one row of a report, a promise beside what came of it, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.model.bronnen import Bron, Bronplaats
from bkl.domein.model.jaarverslag import Realisatie
from bkl.domein.records import dataclass
from bkl.domein.woorden import ONBESLIST, Vlag
from bkl.render.charts.bullet import build_bullet
from bkl.render.charts.layout import Bullet
from bkl.render.footnotes import Herkomst
from bkl.render.text.dutch import datum, hoofdletter
from bkl.render.text.marks import Merk, Procent
from bkl.render.views._parts.uitleg import Uitleg, explain
from bkl.wording.beside import besides, plan_tekst
from bkl.wording.expected import PROGRESS
from bkl.wording.figures import beloofd, format_gegeven, format_verschil
from bkl.wording.levels import lines_of, name_of, people_told
from bkl.wording.parts import BY, parts_planned

Bronnen = dict[str, Bron]

_VLAGGEN: dict[Vlag, str] = {
    "boven bandbreedte": "boven de bandbreedte",
    "binnen marge": "binnen de marge",
    "verslechterd": "slechter dan bij het begin",
    "tegenspraak": "twee opgaven",
    "tijd niet te bepalen": "of het op tijd was, is niet bekend",
    "bijstelling zonder akkoord": "bijstelling zonder akkoord telt niet mee",
    "gecorrigeerd cijfer": "cijfer later verbeterd",
    "ouder cijfer": "cijfer van een eerder jaar",
}
"""Remarks that a reader would not understand as they are; the others say enough."""
_ALLEEN = {"anders": "een andere reden"}
"""A reason that says nothing where it stands alone, as in a table."""
_GEREED = {"ja": "gereed", "nee": "nog niet gereed"}
_LEEG = Realisatie.model_construct()


@dataclass(frozen=True, slots=True)
class Cijfer:
    """Another figure beside the one that counts; `waarom` says why it does not fit."""

    tekst: str
    bron: tuple[Herkomst, ...]
    waarom: str | None = None

    @property
    def noten(self) -> tuple[Herkomst, ...]:
        """Where it comes from; the last note says why it does not fit, and nothing besides."""
        if self.waarom is None or not self.bron:
            return self.bron
        return (*self.bron[:-1], replace(self.bron[-1], toelichting=self.waarom))


@dataclass(frozen=True, slots=True)
class Doelwit:
    """The other end of a contribution: its code, and what it is called."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Lijn:
    """What something contributes to, or what contributes to it: `naam` says which."""

    naam: str
    met: tuple[Doelwit, ...]


def build_lijnen(dossier: Dossier, id_: str) -> tuple[Lijn, ...]:
    """Return the contributions from and to a code."""
    return tuple(
        Lijn(naam, tuple(Doelwit(code, name_of(dossier, code)) for code in codes))
        for naam, codes in lines_of(dossier, id_)
    )


@dataclass(frozen=True, slots=True)
class Regel:
    """One row: what was promised and what came of it. Figures are the phrases as written.

    `tekst` is what is counted or judged, `toezegging` the same as a reader understands it
    without the rows around it. `wijkt_af` puts it among the differences, `wacht` tells that
    nothing is decided yet, `vraagt_uitleg` that the difference must be explained. `met_cijfer`
    tells whether figures decide, not a person, and `mijlpaal` whether these only say that
    something is done. `zelfde_als` names the id
    under which it counts. `doel` is what the year is judged by and
    `plan` what the plan said when it was handed in; `naast` are labels with what else belongs
    to the verdict: mijlpalen, changes, corrections. `mensen` are who carry it out or answer for
    it, where they are not those of its speerpunt, and `lijnen` its contributions. `delen` are
    the parts of which the plan asks the figure, with what was promised of each.
    """

    id: str
    tekst: str
    toezegging: str
    met_cijfer: bool
    doel: str | None
    bereikt: str | None
    verschil: str | None
    oordeel: Merk
    procent: Procent | None
    vlaggen: tuple[str, ...]
    wijkt_af: bool
    wacht: bool
    vraagt_uitleg: bool
    definitie: str | None
    uitleg: Uitleg
    bron: tuple[Herkomst, ...]
    tegenspraak: tuple[Cijfer, ...]
    verwant: tuple[Cijfer, ...]
    zelfde_als: str | None
    plan: str | None = None
    naast: tuple[tuple[str, str], ...] = ()
    grafiek: Bullet | None = None
    mensen: tuple[tuple[str, str], ...] = ()
    lijnen: tuple[Lijn, ...] = ()
    delen: tuple[tuple[str, str], ...] = ()
    mijlpaal: bool = False

    @property
    def stand(self) -> tuple[tuple[str, str], ...]:
        """Of `naast` what is of now: how it goes and what is expected, and the figure by parts."""
        return tuple(one for one in self.naast if one[0] == PROGRESS or one[0].startswith(BY))

    @property
    def meer(self) -> bool:
        """Tell whether it went beyond what was promised."""
        return self.vraagt_uitleg and self.oordeel.soort == "gehaald"

    @property
    def eigen(self) -> bool:
        """Tell whether it counts here, and not at another onderdeel."""
        return self.zelfde_als is None

    @property
    def zwijgt(self) -> bool:
        """Tell whether nothing at all was reported, not even a word about it."""
        silent = self.oordeel.tekst.endswith("niet gerapporteerd")
        return silent and not self.uitleg.verklaart

    @property
    def loopt(self) -> bool:
        """Tell whether its day has not come yet."""
        return self.oordeel.soort == "nog niet te beoordelen"

    @property
    def in_cijfers(self) -> bool:
        """Tell whether there are figures to compare: done or not done is no figure."""
        return self.met_cijfer and not self.mijlpaal

    @property
    def deels(self) -> bool:
        """Tell whether the verdict says already that it was carried out in part."""
        partly = self.uitleg.uitvoering == "deels uitgevoerd"
        return partly and self.oordeel.soort == "deels gehaald"

    @property
    def verschil_zin(self) -> str | None:
        """The difference as it stands behind the figures; None where the verdict says as much.

        Reached is above the doel, or on it: that needs no words, only a number.
        """
        if self.verschil is None or self.verschil == "geen":
            return None
        if any(sign.isdigit() for sign in self.verschil):
            return f"verschil {self.verschil}"
        return None if self.oordeel.soort == "gehaald" else self.verschil

    @property
    def waarom(self) -> str | None:
        """The reason as given; None while there is none to give."""
        reden = self.uitleg.reden
        return None if reden in (None, "niet vermeld") else alone_told(reden)

    @property
    def waarom_zin(self) -> str | None:
        """The reason and what explains it, as one text; `anders` says nothing beside a text."""
        told = self.uitleg.toelichting
        if self.waarom is None or (self.uitleg.reden == "anders" and told):
            return told
        reason = hoofdletter(self.waarom)
        return f"{reason}. {told}" if told else reason

    @property
    def waarom_kort(self) -> str | None:
        """The reason in a word, or the sentence that says it where the word does not."""
        told = self.uitleg.toelichting
        if self.uitleg.reden == "anders" and told:
            return told.partition(". ")[0].rstrip(".")
        return self.waarom


def build_regel(rij: Rij, bronnen: Bronnen, dossier: Dossier) -> Regel:
    """Put one row into words. `bronnen` are the sources of the jaarverslag by key."""
    vergelijking = rij.vergelijking
    entry = vergelijking.entry
    given = vergelijking.realisatie.realisatie if vergelijking.realisatie else _LEEG
    tekst = entry.tekst or rij.tekst
    kwalitatief = entry.doel is None or entry.doel.soort == "kwalitatief"
    return Regel(
        id=rij.id,
        tekst=tekst,
        toezegging=_promise(rij, tekst),
        met_cijfer=not kwalitatief,
        doel=_goal(entry, beloofd(vergelijking), vergelijking.uiterlijk, kwalitatief=kwalitatief),
        bereikt=done(entry, format_gegeven(vergelijking)),
        verschil=format_verschil(vergelijking),
        oordeel=Merk.of(vergelijking),
        procent=_procent(vergelijking),
        vlaggen=tuple(_VLAGGEN.get(vlag, vlag) for vlag in vergelijking.vlaggen),
        wijkt_af=vergelijking.oordeel != "gehaald" or vergelijking.wijkt_af,
        wacht=vergelijking.oordeel in ONBESLIST,
        vraagt_uitleg=vergelijking.wijkt_af,
        definitie=entry.indicator.definitie,
        uitleg=explain(vergelijking, given),
        bron=origins(given.bron, bronnen),
        tegenspraak=tuple(
            Cijfer(ander.realisatie, origins(ander.bron, bronnen)) for ander in given.tegenspraak
        ),
        verwant=tuple(
            Cijfer(ander.realisatie, origins(ander.bron, bronnen), ander.waarom)
            for ander in given.verwant
        ),
        zelfde_als=rij.zelfde_als,
        plan=_goal(entry, plan_tekst(entry), entry.indicator.deadline, kwalitatief=kwalitatief),
        naast=tuple(besides(vergelijking, openbaar=True)),
        grafiek=build_bullet(vergelijking),
        mensen=tuple(people_told(dossier, entry)) if dossier.gelaagd else (),
        lijnen=build_lijnen(dossier, rij.id) if dossier.gelaagd else (),
        delen=tuple(parts_planned(entry)) if dossier.splitst else (),
        mijlpaal=entry.doel is not None and entry.doel.soort == "gereed",
    )


def origins(verwijzingen: Iterable[Bronplaats], bronnen: Bronnen) -> tuple[Herkomst, ...]:
    """Return where figures come from; a source that is not declared keeps its key as title."""
    found = []
    for verwijzing in verwijzingen:
        bron = bronnen.get(verwijzing.sleutel)
        found.append(
            Herkomst(
                bron.titel if bron else verwijzing.sleutel,
                verwijzing.vindplaats,
                bron.toelichting if bron else None,
            )
        )
    return tuple(found)


def alone_told(reden: str) -> str:
    """Return a reason in words that mean something without an explanation behind them."""
    return _ALLEEN.get(reden, reden)


def done(entry: IndicatorEntry, tekst: str | None) -> str | None:
    """Return `gereed` where a plain yes or no answers to whether something is done."""
    if entry.doel is None or entry.doel.soort != "gereed" or tekst is None:
        return tekst
    return _GEREED.get(tekst.casefold(), tekst)


def _promise(rij: Rij, tekst: str) -> str:
    entry = rij.vergelijking.entry
    if entry.naam is None or entry.indicator.tekst is not None:
        return tekst
    return f"{entry.onderdeel_tekst.rstrip('. ')}: {tekst}"


def _goal(
    entry: IndicatorEntry, tekst: str | None, uiterlijk: date | None, *, kwalitatief: bool
) -> str | None:
    """Return the doel as written, with its nulmeting and deadline where these stand apart."""
    indicator = entry.indicator
    doel = entry.doel.toelichting if entry.doel and kwalitatief else done(entry, tekst)
    besides = []
    if indicator.nulmeting is not None:
        besides.append(f"begin: {indicator.nulmeting}")
    if uiterlijk is not None:
        besides.append(f"uiterlijk {datum(uiterlijk)}")
    if not besides:
        return doel
    return f"{doel} ({', '.join(besides)})" if doel else ", ".join(besides)


def _procent(vergelijking: Vergelijking) -> Procent | None:
    """Return the progress where it says more than the verdict: not for a doel just reached."""
    if vergelijking.oordeel == "gehaald" and not vergelijking.wijkt_af:
        return None
    return Procent.of(vergelijking)
