"""Jaarverslag: wat is beloofd naast wat is bereikt, met uitleg bij elk verschil."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bkl.domein.model.bronnen import Bron
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.records import dataclass
from bkl.render.matter import Stof
from bkl.render.text.dutch import hoofdletter
from bkl.render.text.marks import Tellingblok
from bkl.render.views._parts.geld import Feitregel, Geldblok, build_feiten, build_geld
from bkl.render.views._parts.kort import Kort, build_kort
from bkl.render.views._parts.legenda import Legenda, build_legenda
from bkl.render.views._parts.matrix import Matrix, build_matrix
from bkl.render.views._parts.perioden import Periodeblok, build_perioden
from bkl.render.views._parts.regel import Regel
from bkl.render.views._parts.speerpunt import Groep, Speerpuntblok, build_blokken, build_groepen
from bkl.render.views._parts.verslag import Kop, MetKop, Tekenblok, expect_verslag
from bkl.render.views._parts.verwijzingen import fill_figures


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """A chapter in the writer's own Markdown; `voorin` when it goes before the results."""

    sleutel: str
    titel: str
    tekst: str
    voorin: bool


@dataclass(frozen=True, slots=True)
class Bronregel:
    """A source in the list of sources."""

    titel: str
    uitgever: str | None
    datum: date | None
    toelichting: str | None

    @classmethod
    def of(cls, bron: Bron) -> Bronregel:
        """Return what the list says of a source."""
        return cls(bron.titel, bron.uitgever, bron.datum, bron.toelichting)


@dataclass(frozen=True, slots=True, kw_only=True)
class JaarverslagView(MetKop):
    """Everything that `jaarverslag.md.j2` shows, in the order in which it shows it."""

    kort: Kort
    telling: Tellingblok
    matrix: Matrix | None
    buiten_matrix: tuple[Speerpuntblok, ...]
    verschillen: tuple[Regel, ...]
    lopend: int
    meetbaar: tuple[Regel, ...]
    gedeeld: bool
    groepen: tuple[Groep, ...]
    hoofdstukken: tuple[Tekstblok, ...]
    geld: Geldblok | None
    feiten: tuple[Feitregel, ...]
    perioden: Periodeblok | None
    ondertekening: Tekenblok
    bronnen: tuple[Bronregel, ...]
    legenda: Legenda


def build(stof: Stof) -> JaarverslagView:
    """Build the view; raises Rapportfout when there is no jaarverslag."""
    verslag = expect_verslag(stof)
    blokken = build_blokken(stof)
    matrix = build_matrix(stof, blokken["speerpunten"])
    woord = stof.dossier.werkplan.begrippen.jaarverslag
    alle = [blok for sectie in blokken.values() for blok in sectie]
    eigen = [regel for blok in alle for regel in blok.regels if regel.eigen]
    return JaarverslagView(
        kop=Kop.of(stof, verslag.titel or f"{hoofdletter(woord)} {verslag.jaarverslag}"),
        kort=build_kort(stof),
        telling=Tellingblok.of(stof.telling),
        matrix=matrix,
        buiten_matrix=tuple(blok for blok in alle if matrix is None or None in blok.assen),
        verschillen=tuple(regel for blok in alle for regel in blok.verschillen),
        lopend=sum(regel.loopt for regel in eigen),
        meetbaar=tuple(regel for regel in eigen if regel.in_cijfers),
        gedeeld=len(eigen) < sum(len(blok.regels) for blok in alle),
        groepen=build_groepen(stof, blokken),
        hoofdstukken=tuple(_chapters(stof, verslag)),
        geld=build_geld(stof),
        feiten=build_feiten(stof),
        perioden=build_perioden(stof),
        ondertekening=Tekenblok.of(stof, verslag, stof.style.signs),
        bronnen=tuple(Bronregel.of(bron) for bron in verslag.bronnen.values()),
        legenda=build_legenda(stof),
    )


def _chapters(stof: Stof, verslag: Jaarverslag) -> Iterator[Tekstblok]:
    for sleutel, hoofdstuk in verslag.hoofdstukken.items():
        tekst = fill_figures(hoofdstuk.tekst, stof.dossier)
        yield Tekstblok(sleutel, hoofdstuk.titel, tekst, hoofdstuk.plaats == "voor")
