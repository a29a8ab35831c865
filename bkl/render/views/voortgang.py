"""Voortgang: de stand op de peildatum: wat klaar is, wat loopt en wat nog moet komen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bkl.domein.dossier.verdicts import Rij, Vergelijking
from bkl.domein.notatie.values.jaren import first_day, last_day
from bkl.domein.records import dataclass
from bkl.domein.woorden import Oordeel
from bkl.render.matter import Stof
from bkl.render.views._parts.perioden import Periodeblok, build_perioden
from bkl.render.views._parts.regel import Regel
from bkl.render.views._parts.speerpunt import build_blokken
from bkl.render.views._parts.verslag import Kop, MetKop, expect_verslag

_BUSY = ("loopt", "deels uitgevoerd")
_DECIDED: tuple[Oordeel, ...] = ("vervallen", "uitgesteld", "niet vergelijkbaar")
_NOT_DUE = 5
"""The row of the decision table for a day that is still to come."""
_UNKNOWN: tuple[Oordeel, ...] = (
    *("niet gerapporteerd", "nog niet bekend", "niet gemeten", "niet toetsbaar"),
)


@dataclass(frozen=True, slots=True)
class Fase:
    """The promises that stand alike; `vraag` says what they ask of the reader."""

    anker: str
    titel: str
    vraag: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Komend:
    """What is due after the peildatum."""

    dag: date
    moment: str
    id: str
    tekst: str
    doel: str
    bereikt: str | None


@dataclass(frozen=True, slots=True)
class GemisteMijlpaal:
    """A mijlpaal that was not there in time; `later` tells that it was reached afterwards."""

    id: str
    tekst: str
    moment: str
    doel: str
    bereikt: str | None
    later: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VoortgangView(MetKop):
    """Everything that `voortgang.md.j2` shows; each promise stands in one phase.

    `verstreken` is the part of the year that has gone by, in whole per cents, and `jaareinde` its
    last day. `eindstand` tells that it was over and nothing runs on, and `aan_het_eind` how many
    promises without a day of their own are still open.
    `voortgang` counts what writers say of how it goes, in the words of the plan.
    """

    stand: date
    jaareinde: date
    verstreken: int
    eindstand: bool
    totaal: int
    fasen: tuple[Fase, ...]
    termijnen: tuple[Komend, ...]
    aan_het_eind: int
    gemist: tuple[GemisteMijlpaal, ...] = ()
    perioden: Periodeblok | None = None
    voortgang: tuple[tuple[str, int], ...] = ()

    @property
    def klaar(self) -> int:
        """How many promises are reached."""
        return sum(len(fase.regels) for fase in self.fasen if fase.anker == "klaar")


_FASEN = {
    "onderweg": ("Onderweg", "Hieraan is gewerkt; zeker gehaald is het doel nog niet."),
    "aandacht": (
        "Vraagt aandacht",
        "Hier is het doel niet gehaald of nog niet dichterbij, of wij weten te weinig.",
    ),
    "later": ("Komt later", "De afgesproken dag is nog niet voorbij."),
    "besloten": (
        "Anders besloten",
        "Dit is vervallen, verplaatst, niet van toepassing of niet te vergelijken.",
    ),
    "onbekend": ("Nog niets gemeld", "Hierover is nog niets gemeld. Dat kan goed of slecht zijn."),
    "klaar": ("Al gehaald", "Hier is bereikt wat wij beloofden."),
}
_NA_AFLOOP = {
    "onderweg": ("Deels gedaan", "Hieraan is gewerkt. Gehaald is het niet, of niet zeker."),
    "aandacht": (
        "Niet gehaald of niet zeker",
        "Hier is het doel niet gehaald, of wij weten te weinig voor een oordeel.",
    ),
    "onbekend": ("Niets gemeld", "Hierover is geen uitkomst gemeld. Dat kan goed of slecht zijn."),
    "klaar": ("Gehaald", "Hier is bereikt wat wij beloofden."),
}
"""What is called otherwise when the year is over and nothing runs on."""


def build(stof: Stof) -> VoortgangView:
    """Build the view; raises Rapportfout when there is no jaarverslag with a peildatum."""
    verslag = expect_verslag(stof)
    year_end = last_day(stof.dossier.jaar)
    regels: dict[str, list[Regel]] = {anker: [] for anker in _FASEN}
    blokken = [blok for sectie in build_blokken(stof).values() for blok in sectie]
    by_id = {regel.id: regel for blok in blokken for regel in blok.regels if regel.eigen}
    own = [rij for rij in stof.rijen if rij.zelfde_als is None]
    phases: dict[str, str] = {}
    for rij in own:
        phases[rij.id] = _phase_of(rij)
        regels[phases[rij.id]].append(by_id[rij.id])
    over = verslag.peildatum >= year_end and not any(
        regel.loopt for rows in regels.values() for regel in rows
    )
    named = {**_FASEN, **_NA_AFLOOP} if over else _FASEN
    return VoortgangView(
        kop=Kop.of(stof, f"Voortgang {stof.dossier.jaar}"),
        stand=verslag.peildatum,
        jaareinde=year_end,
        verstreken=_elapsed(verslag.peildatum, first_day(stof.dossier.jaar), year_end),
        eindstand=over,
        totaal=len(own),
        fasen=tuple(
            Fase(anker, *named[anker], tuple(rows)) for anker, rows in regels.items() if rows
        ),
        termijnen=tuple(sorted(_terms(own, by_id, verslag.peildatum), key=lambda one: one.dag)),
        aan_het_eind=sum(
            rij.vergelijking.entry.deadline is None and phases[rij.id] not in ("klaar", "besloten")
            for rij in own
        ),
        gemist=tuple(_missed(own, by_id)),
        perioden=build_perioden(stof),
        voortgang=tuple(_progress(stof, own)),
    )


def _progress(stof: Stof, rijen: Iterable[Rij]) -> Iterator[tuple[str, int]]:
    """Yield the words for how it goes, in the order of the plan, each with how often it is told."""
    given = (rij.vergelijking.realisatie for rij in rijen)
    told = Counter(one.realisatie.voortgang for one in given if one is not None)
    for woord in dict.fromkeys((*stof.dossier.werkplan.voortgangswoorden, *told)):
        if woord is not None and told[woord]:
            yield woord, told[woord]


def _missed(rijen: Iterable[Rij], by_id: Mapping[str, Regel]) -> Iterator[GemisteMijlpaal]:
    """Yield every mijlpaal that was missed, also where the figure recovered later."""
    for rij in rijen:
        for part in rij.vergelijking.mijlpalen:
            late = part.tijdigheid == "te laat"
            if part.toets.doel is None or not (late or part.toets.rij > 10):
                continue
            tekst = by_id[rij.id].toezegging
            yield GemisteMijlpaal(
                rij.id, tekst, part.naam, part.toets.doel.tekst, part.gegeven, late
            )


def _phase_of(rij: Rij) -> str:
    vergelijking = rij.vergelijking
    oordeel = vergelijking.oordeel
    if oordeel == "gehaald":
        return "klaar"
    if oordeel in _DECIDED or oordeel == "niet van toepassing" or vergelijking.jaar is not None:
        return "besloten"
    if oordeel == "nog niet te beoordelen":
        return _so_far(vergelijking)
    if oordeel == "deels gehaald" or vergelijking.uitvoering in _BUSY:
        return "onderweg"
    return "onbekend" if oordeel in _UNKNOWN else "aandacht"


def _so_far(vergelijking: Vergelijking) -> str:
    """Return how a promise that is not due yet stands."""
    waarde, doel, given = vergelijking.waarde, vergelijking.doel, vergelijking.realisatie
    told = given.realisatie.oordeel if given else None
    bereik = doel.bereik if doel else None
    if told == "gehaald" or (waarde and bereik and waarde.within(bereik)):
        # it stands, and can still be lost before the day that it is about
        return "onderweg"
    if given and given.waarde and given.waarde.geen_cijfer == "niet van toepassing":
        return "besloten"
    if vergelijking.einddoel is None and vergelijking.entry.deadline is not None:
        return "later"
    procent = vergelijking.procent
    begun = procent is not None and procent.low is not None and procent.low > 0
    undecided = waarde and bereik and waarde.overlaps(bereik)
    busy = vergelijking.uitvoering in _BUSY or told == "deels gehaald"
    if busy or (begun and not undecided):
        return "onderweg"
    return "aandacht" if waarde or told else "onbekend"


def _elapsed(day: date, start: date, year_end: date) -> int:
    gone = (day - start).days + 1
    return max(0, min(100, round(100 * gone / ((year_end - start).days + 1))))


def _terms(own: Iterable[Rij], by_id: dict[str, Regel], peildatum: date) -> Iterable[Komend]:
    """Yield every mijlpaal and deadline after the peildatum."""
    for rij in own:
        entry, regel = rij.vergelijking.entry, by_id[rij.id]
        last = entry.deadline
        for mijlpaal in entry.mijlpalen:
            day = mijlpaal.moment.eind
            if day > peildatum:
                yield Komend(
                    day,
                    mijlpaal.moment.tekst,
                    rij.id,
                    regel.toezegging,
                    mijlpaal.doel.tekst,
                    regel.bereikt,
                )
        early = rij.vergelijking.rij == _NOT_DUE and rij.vergelijking.oordeel == "gehaald"
        if early and rij.vergelijking.maatstaf is None:
            continue
        if last is not None and last > peildatum and entry.indicator.doel is not None:
            doel = entry.indicator.doel
            yield Komend(last, "", rij.id, regel.toezegging, doel, regel.bereikt)
