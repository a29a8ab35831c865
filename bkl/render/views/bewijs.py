"""Bewijs: waar elk cijfer staat, welke bestanden dat bewijzen, en wie er akkoord gaf."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bkl.domein.dossier.geld import TOTAAL
from bkl.domein.dossier.signed import Getekend
from bkl.domein.dossier.verdicts import Rij
from bkl.domein.model.bronnen import Bron, Bronplaats
from bkl.domein.notatie.values.euro import euro
from bkl.domein.records import dataclass
from bkl.render.matter import Stof
from bkl.render.views._parts.geld import part_name
from bkl.render.views._parts.regel import done
from bkl.render.views._parts.speerpunt import build_blokken
from bkl.render.views._parts.verslag import Kop, MetKop, expect_verslag
from bkl.source.evidence import Bewijskast

_KB = 1024


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """One place where a figure stands; `nummer` is that of its file, None without a file."""

    titel: str
    plaats: str | None
    cel: str | None
    bestand: str | None
    nummer: int | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Bewezen:
    """One figure or verdict, and where it comes from.

    `akkoord` says how the signatures on it stand and `getekend` who gave them: the role, and
    the day. Names stay out.
    """

    id: str
    tekst: str
    gegeven: str
    plaatsen: tuple[Vindplaats, ...]
    akkoord: str | None
    getekend: tuple[tuple[str | None, date], ...]


@dataclass(frozen=True, slots=True)
class Nevencijfer:
    """An amount of money or a fact: no promise, but with a source as well."""

    tekst: str
    gegeven: str
    plaatsen: tuple[Vindplaats, ...]


@dataclass(frozen=True, slots=True)
class Bestandregel:
    """One file: its SHA-256 in hexadecimal, its size in whole kB, and what is wrong with it.

    `stand` is None for a file that is there and, where the account says which it was, the same.
    """

    nummer: int
    bestand: str
    titel: str
    sha256: str | None
    kilobytes: int | None
    stand: str | None


@dataclass(frozen=True, slots=True)
class Bewijsgroep:
    """The figures of one speerpunt."""

    code: str
    titel: str
    regels: tuple[Bewezen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BewijsView(MetKop):
    """Everything that `bewijs.md.j2` shows.

    `totaal` are the figures and verdicts of the account and `zonder_opgave` the promises of which
    it gives neither, `met_bestand` those with a file or an
    address, `zonder_bron` those of which nobody said where they come from. `getekend` tells
    whether anybody signed.
    """

    totaal: int
    zonder_opgave: int
    met_bestand: int
    zonder_bron: int
    akkoord: int
    getekend: bool
    groepen: tuple[Bewijsgroep, ...]
    geld: tuple[Nevencijfer, ...]
    feiten: tuple[Nevencijfer, ...]
    bestanden: tuple[Bestandregel, ...]


def build(stof: Stof) -> BewijsView:
    """Build the view; raises Rapportfout when there is no jaarverslag."""
    verslag = expect_verslag(stof)
    numbers: dict[str, int] = {}
    own = [rij for rij in stof.rijen if rij.zelfde_als is None and _told(rij) is not None]
    by_part: dict[str, list[Bewezen]] = {}
    for rij in own:
        by_part.setdefault(rij.speerpunt, []).append(_proven(rij, stof, verslag.bronnen, numbers))
    titles = {blok.code: blok.titel for part in build_blokken(stof).values() for blok in part}
    regels = [regel for group in by_part.values() for regel in group]
    geld = tuple(_money(stof, verslag.bronnen, numbers))
    feiten = tuple(_facts(stof, verslag.bronnen, numbers))
    return BewijsView(
        kop=Kop.of(stof, f"Bewijs bij de cijfers van {stof.dossier.jaar}"),
        totaal=len(regels),
        zonder_opgave=sum(rij.zelfde_als is None for rij in stof.rijen) - len(regels),
        met_bestand=sum(any(p.bestand or p.url for p in one.plaatsen) for one in regels),
        zonder_bron=sum(not one.plaatsen for one in regels),
        akkoord=sum(one.akkoord == "akkoord" for one in regels),
        getekend=stof.getekend is not None,
        groepen=tuple(
            Bewijsgroep(code, titles[code], tuple(group)) for code, group in by_part.items()
        ),
        geld=geld,
        feiten=feiten,
        bestanden=tuple(_files(stof, verslag.bronnen, numbers)),
    )


def _money(
    stof: Stof, bronnen: Mapping[str, Bron], numbers: dict[str, int]
) -> Iterator[Nevencijfer]:
    """Yield what was spent, where the account says so."""
    geld = stof.dossier.geld
    for post in (*geld.posten, geld.totaal) if geld else ():
        if post.verslag is None or post.besteed is None:
            continue
        places = tuple(_place(bron, bronnen, numbers) for bron in post.verslag.bron)
        name = part_name(stof, post.code)
        tekst = name if post.code == TOTAAL else f"{post.code}: {name}"
        yield Nevencijfer(tekst, euro(post.besteed), places)


def _facts(
    stof: Stof, bronnen: Mapping[str, Bron], numbers: dict[str, int]
) -> Iterator[Nevencijfer]:
    for one in stof.dossier.feiten:
        places = tuple(_place(bron, bronnen, numbers) for bron in one.feit.bron)
        yield Nevencijfer(one.feit.tekst, one.feit.cijfer or "", places)


def _told(rij: Rij) -> str | None:
    """Return the figure or verdict that was given; None when there is none."""
    given = rij.vergelijking.realisatie
    if given is None:
        return None
    return rij.vergelijking.gegeven or given.realisatie.oordeel


def _proven(rij: Rij, stof: Stof, bronnen: Mapping[str, Bron], numbers: dict[str, int]) -> Bewezen:
    vergelijking = rij.vergelijking
    given = vergelijking.realisatie
    others = given.realisatie.tegenspraak if given else ()
    places = [*(given.realisatie.bron if given else ()), *(b for een in others for b in een.bron)]
    signed = stof.getekend or {}
    return Bewezen(
        rij.id,
        vergelijking.entry.tekst or rij.tekst,
        " of ".join(
            (done(vergelijking.entry, _told(rij)) or "", *(een.realisatie for een in others))
        ),
        tuple(_place(bron, bronnen, numbers) for bron in places),
        stof.akkoorden.get(rij.id) if stof.akkoorden else None,
        tuple(_roles(signed.get(rij.id, ()))),
    )


def _roles(signed: Iterable[Getekend]) -> Iterator[tuple[str | None, date]]:
    for one in signed:
        if one.geldig:
            yield one.akkoord.rol, one.akkoord.datum


def _place(bron: Bronplaats, bronnen: Mapping[str, Bron], numbers: dict[str, int]) -> Vindplaats:
    described = bronnen.get(bron.sleutel)
    bestand = bron.bestand or (described.bestand if described else None)
    if bestand is not None:
        numbers.setdefault(bestand, len(numbers) + 1)
    return Vindplaats(
        described.titel if described else bron.sleutel,
        bron.vindplaats,
        bron.cel,
        bestand,
        numbers[bestand] if bestand is not None else None,
        bron.url or (described.url if described else None),
    )


def _files(
    stof: Stof, bronnen: Mapping[str, Bron], numbers: Mapping[str, int]
) -> Iterator[Bestandregel]:
    """Yield every file that figures name, and what became of it."""
    kast = Bewijskast(stof.workspace)
    described = {bron.bestand: bron for bron in bronnen.values() if bron.bestand is not None}
    for bestand, nummer in numbers.items():
        found, bron = kast.look(bestand), described.get(bestand)
        changed = bron is not None and bron.sha256 not in (None, found.sha256)
        stand = "is er niet, of is niet te lezen" if found.sha256 is None else None
        if stand is None and changed:
            stand = "is veranderd nadat het is vastgelegd"
        size = None if found.bytes is None else -(-found.bytes // _KB)
        yield Bestandregel(
            nummer, bestand, bron.titel if bron else bestand, found.sha256, size, stand
        )
