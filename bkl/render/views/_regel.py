"""Regel: one row of a report, a promise beside what came of it, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bkl.domein.jaarverslag import Bron, Bronverwijzing, Realisatie
from bkl.domein.opmaak import format_procent, format_verschil
from bkl.domein.vergelijking import Rij, Vergelijking
from bkl.domein.woorden import Vlag
from bkl.render.noten import Herkomst
from bkl.render.views._merk import Merk

Bronnen = dict[str, Bron]

_VLAGGEN: dict[Vlag, str] = {
    "overtroffen": "overtroffen",
    "boven bandbreedte": "boven de bandbreedte",
    "binnen marge": "binnen de marge",
    "verslechterd": "slechter dan bij het begin",
    "schatting": "schatting",
    "marge niet afgesproken": "marge niet afgesproken",
    "tegenspraak": "bronnen spreken elkaar tegen",
    "mate onbekend": "mate onbekend",
}
_LEEG = Realisatie.model_construct()


@dataclass(frozen=True, slots=True)
class Cijfer:
    """Another figure beside the one that counts; `waarom` says why it does not fit."""

    tekst: str
    bron: tuple[Herkomst, ...]
    waarom: str | None = None


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What the writer says about a result, each as one text; None where nothing is said."""

    uitvoering: str | None
    onderbouwing: str | None
    nodig: str | None
    andere_definitie: str | None
    reden: str | None
    toelichting: str | None
    gevolg: str | None
    vervolg: str | None
    gemeld: str | None

    @property
    def verklaart(self) -> bool:
        """Tell whether there is anything to read besides the verdict."""
        said = (self.onderbouwing, self.reden, self.toelichting, self.gevolg, self.vervolg)
        return any(part is not None for part in said)


@dataclass(frozen=True, slots=True)
class Regel:
    """One row: what was promised and what came of it. Figures are the phrases as written.

    `tekst` is what is counted or judged, `toezegging` the same as a reader understands it
    without the rows around it. `met_cijfer` tells whether figures decide, not a person.
    `zelfde_als` names the id under which it counts.
    """

    id: str
    tekst: str
    toezegging: str
    met_cijfer: bool
    doel: str | None
    bereikt: str | None
    verschil: str | None
    oordeel: Merk
    procent: str | None
    vlaggen: tuple[str, ...]
    wijkt_af: bool
    uitleg: Uitleg
    bron: tuple[Herkomst, ...]
    tegenspraak: tuple[Cijfer, ...]
    verwant: tuple[Cijfer, ...]
    zelfde_als: str | None

    @property
    def eigen(self) -> bool:
        """Tell whether it counts here, and not at another onderdeel."""
        return self.zelfde_als is None

    @property
    def zwijgt(self) -> bool:
        """Tell whether nothing at all was reported, not even a word about it."""
        return self.oordeel.tekst == "niet gerapporteerd" and not self.uitleg.verklaart

    @property
    def verschil_id(self) -> str | None:
        """The id of the place where its difference is explained, None when there is none."""
        if not self.wijkt_af or self.zwijgt:
            return None
        return f"verschil-{self.zelfde_als or self.id}"

    @property
    def toegelicht(self) -> bool:
        """Tell whether it has a text of its own to show, apart from a difference."""
        return self.eigen and not self.wijkt_af and self.uitleg.verklaart


def build_regel(rij: Rij, bronnen: Bronnen) -> Regel:
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
        doel=entry.doel.toelichting if entry.doel and kwalitatief else entry.indicator.doel,
        bereikt=given.realisatie,
        verschil=format_verschil(vergelijking),
        oordeel=Merk.of(vergelijking),
        procent=_procent(vergelijking),
        vlaggen=tuple(_VLAGGEN[vlag] for vlag in vergelijking.vlaggen),
        wijkt_af=vergelijking.oordeel != "gehaald" or vergelijking.wijkt_af,
        uitleg=_explain(vergelijking, given),
        bron=origins(given.bron, bronnen),
        tegenspraak=tuple(
            Cijfer(ander.realisatie, origins(ander.bron, bronnen)) for ander in given.tegenspraak
        ),
        verwant=tuple(
            Cijfer(ander.realisatie, origins(ander.bron, bronnen), ander.waarom)
            for ander in given.verwant
        ),
        zelfde_als=rij.zelfde_als,
    )


def origins(verwijzingen: Iterable[str], bronnen: Bronnen) -> tuple[Herkomst, ...]:
    """Return where figures come from; a source that is not declared keeps its key as title."""
    found = []
    for tekst in verwijzingen:
        verwijzing = Bronverwijzing.read(tekst)
        bron = bronnen.get(verwijzing.sleutel)
        found.append(
            Herkomst(
                bron.titel if bron else verwijzing.sleutel,
                verwijzing.plaats,
                bron.toelichting if bron else None,
            )
        )
    return tuple(found)


def _promise(rij: Rij, tekst: str) -> str:
    entry = rij.vergelijking.entry
    if entry.naam is None or entry.indicator.tekst is not None:
        return tekst
    return f"{entry.onderdeel_tekst.rstrip('. ')}: {tekst}"


def _procent(vergelijking: Vergelijking) -> str | None:
    """Return the progress where it says more than the verdict: not for a doel just reached."""
    if vergelijking.oordeel == "gehaald" and not vergelijking.wijkt_af:
        return None
    return format_procent(vergelijking)


def _explain(vergelijking: Vergelijking, given: Realisatie) -> Uitleg:
    uitvoering = vergelijking.uitvoering
    return Uitleg(
        uitvoering=None if uitvoering == "uitgevoerd" else uitvoering,
        onderbouwing=given.onderbouwing,
        nodig=vergelijking.nodig,
        andere_definitie=given.andere_definitie,
        reden=given.reden,
        toelichting=given.toelichting,
        gevolg=given.gevolg,
        vervolg=given.vervolg,
        gemeld=given.gemeld,
    )
