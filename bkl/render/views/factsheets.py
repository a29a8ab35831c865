"""Factsheets: per onderwerp voor wie, wat, waarom, met wie en hoe ver het is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bkl.domein.model.werkplan import Speerpunt, Werkplan
from bkl.domein.records import dataclass
from bkl.render.charts.layout import Fasebalk
from bkl.render.charts.verloop import build_fasebalk
from bkl.render.matter import Stof
from bkl.render.text.dutch import hoofdletter
from bkl.render.text.marks import Merk
from bkl.render.views._parts.geld import Feitregel, build_feiten, money_of
from bkl.render.views._parts.regel import Lijn, Regel
from bkl.render.views._parts.speerpunt import Speerpuntblok, build_blokken
from bkl.render.views._parts.verslag import Kop, MetKop
from bkl.render.views._parts.verwijzingen import fill_figures

IN_DELEN = True
"""Those of a few speerpunten can be made alone."""


@dataclass(frozen=True, slots=True)
class Factsheet:
    """One speerpunt on its own sheet; what the plan does not say is None or empty.

    `omschrijving` and `verhaal` are Markdown of the writer. `fase` is the phase as written
    and `fasen` all of them, in order, when it is one of these. `geld` is its money in words, by
    what each amount is, `feiten` are the facts that belong to it, `onder` what stands under it, and
    `bijdragen` the contributions from and to it and each of its promises.
    """

    blok: Speerpuntblok
    doelgroep: str | None
    omschrijving: str | None
    monitoring: str | None
    partijen: tuple[str, ...]
    regie: str | None
    fase: str | None
    fasen: tuple[str, ...]
    balk: Fasebalk | None
    geld: tuple[tuple[str, str], ...] = ()
    feiten: tuple[Feitregel, ...] = ()
    onder: tuple[str, ...] = ()
    bijdragen: tuple[tuple[str, Lijn], ...] = ()

    @property
    def bekend(self) -> tuple[Regel, ...]:
        """What there is something to tell of: a verdict, a figure, or a day that has not come."""
        return tuple(regel for regel in self.blok.eenmaal if not _waits(regel))

    @property
    def zonder_antwoord(self) -> tuple[Oordeelgroep, ...]:
        """What waits for an answer, by what is known of it."""
        waiting: dict[str, list[Regel]] = {}
        for regel in filter(_waits, self.blok.eenmaal):
            waiting.setdefault(regel.oordeel.tekst, []).append(regel)
        return tuple(Oordeelgroep(tuple(rows)) for rows in waiting.values())


@dataclass(frozen=True, slots=True)
class Oordeelgroep:
    """Promises with one and the same verdict, at least one."""

    regels: tuple[Regel, ...]

    @property
    def oordeel(self) -> Merk:
        """The verdict of them all."""
        return self.regels[0].oordeel


def _waits(regel: Regel) -> bool:
    return regel.wacht and not regel.loopt and regel.bereikt is None


@dataclass(frozen=True, slots=True)
class Bundel:
    """The sheets of one thema, or of a section of the plan."""

    anker: str
    titel: str
    bladen: tuple[Factsheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsheetsView(MetKop):
    """Everything that `factsheets.md.j2` shows."""

    bundels: tuple[Bundel, ...]
    met_verslag: bool

    @property
    def bladen(self) -> int:
        """How many sheets there are."""
        return sum(len(bundel.bladen) for bundel in self.bundels)


def build(stof: Stof) -> FactsheetsView:
    """Build the view; without a jaarverslag the sheets say only what was planned."""
    plan = stof.dossier.werkplan
    blokken = {
        sectie: tuple(blok for blok in all_ if stof.keuze is None or blok.code in stof.keuze)
        for sectie, all_ in build_blokken(stof).items()
    }
    bladen = {blok.code: _sheet(stof, blok) for part in blokken.values() for blok in part}
    return FactsheetsView(
        kop=Kop.of(stof, _title(stof, [one.blok.titel for one in bladen.values()])),
        bundels=tuple(_bundle(plan, blokken, bladen)),
        met_verslag=stof.dossier.jaarverslag is not None,
    )


def _title(stof: Stof, titels: Sequence[str]) -> str:
    """Return the title; one sheet alone bears that of its speerpunt."""
    if stof.keuze is None or len(titels) != 1:
        return f"Factsheets {stof.dossier.jaar}"
    return f"Factsheet {stof.dossier.jaar}: {titels[0]}"


def _bundle(
    plan: Werkplan, blokken: dict[str, tuple[Speerpuntblok, ...]], bladen: dict[str, Factsheet]
) -> Iterator[Bundel]:
    """Yield the sheets per thema, also in a plan without doelgroepen, then the other sections."""
    woorden = plan.begrippen
    by_theme: dict[str | None, list[Factsheet]] = {thema: [] for thema in plan.themas}
    for blok in blokken["speerpunten"]:
        thema = blok.assen[0] if blok.assen[0] in plan.themas else None
        by_theme.setdefault(thema, []).append(bladen[blok.code])
    for thema, sheets in by_theme.items():
        if sheets and thema is not None:
            titel = f"{hoofdletter(woorden.thema)}: {plan.themas[thema]}"
            yield Bundel(f"thema-{thema}", titel, tuple(sheets))
    rest = by_theme.get(None, ())
    if rest:
        titel = f"Overige {woorden.speerpunten}" if plan.themas else woorden.speerpunten
        yield Bundel("speerpunten", hoofdletter(titel), tuple(rest))
    for sectie, titel in woorden.buiten_matrix.items():
        if own := tuple(bladen[blok.code] for blok in blokken[sectie]):
            yield Bundel(sectie, hoofdletter(titel), own)


def _sheet(stof: Stof, blok: Speerpuntblok) -> Factsheet:
    plan, verslag = stof.dossier.werkplan, stof.dossier.jaarverslag
    found = stof.dossier.speerpunt(blok.code)
    speerpunt = found[1] if found else Speerpunt.model_construct()
    told = verslag.speerpunten.get(blok.code) if verslag else None
    fase = told.fase if told else None
    text = speerpunt.omschrijving
    return Factsheet(
        blok=blok,
        doelgroep=_group(plan, blok, speerpunt),
        omschrijving=fill_figures(text, stof.dossier) if text else None,
        monitoring=speerpunt.monitoring,
        partijen=speerpunt.partijen,
        regie=speerpunt.regie,
        fase=fase,
        fasen=plan.fasen if fase in plan.fasen else (),
        balk=build_fasebalk(plan.fasen, fase) if fase else None,
        geld=money_of(stof, blok.code),
        feiten=tuple(one for one in build_feiten(stof) if one.hoort_bij(blok.code)),
        onder=tuple(_under(stof, blok.code)),
        bijdragen=tuple(_contributions(blok)),
    )


def _under(stof: Stof, code: str) -> Iterator[str]:
    """Yield what stands directly under a speerpunt: its code and title."""
    for child in stof.dossier.nesting.kinderen.get(code, ()):
        found = stof.dossier.speerpunt(child)
        titel = found[1].titel if found else None
        yield f"{child} {titel}" if titel else child


def _contributions(blok: Speerpuntblok) -> Iterator[tuple[str, Lijn]]:
    """Yield the contributions of a speerpunt, of its onderdelen and of their indicators."""
    for lijn in blok.lijnen:
        yield blok.code, lijn
    for onderdeel in blok.onderdelen:
        for lijn in onderdeel.lijnen if onderdeel.benoemd else ():
            yield onderdeel.id, lijn
        for regel in onderdeel.regels:
            for lijn in regel.lijnen if regel.eigen else ():
                yield regel.id, lijn


def _group(plan: Werkplan, blok: Speerpuntblok, speerpunt: Speerpunt) -> str | None:
    """Return for whom it is: the name of the doelgroep, else the description in the plan."""
    if blok.assen[1] is not None:
        return plan.doelgroepen.get(blok.assen[1])
    return speerpunt.doelgroep if not plan.doelgroepen else None
