"""Speerpuntblok: one speerpunt with its rows, and Groep: the speerpunten of one chapter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.structure.sections import onderdelen_of, sections_of
from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.domein.model.jaarverslag import Verhaal
from bkl.domein.model.werkplan import Speerpunt, Werkplan
from bkl.domein.records import dataclass
from bkl.gap.rows import branches
from bkl.render.matter import Stof
from bkl.render.text.dutch import hoofdletter
from bkl.render.text.marks import Tellingblok
from bkl.render.views._parts.regel import Bronnen, Lijn, Regel, build_lijnen, build_regel
from bkl.render.views._parts.verwijzingen import fill_figures
from bkl.wording.beside import factsheet
from bkl.wording.levels import above_told, named_told

Assen = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Onderdeelblok:
    """A resultaat or activiteit with its rows; `benoemd` when its indicators have names.

    `lijnen` are then the contributions of the whole.
    """

    id: str
    soort: str
    tekst: str
    regels: tuple[Regel, ...]
    lijnen: tuple[Lijn, ...] = ()

    @property
    def benoemd(self) -> bool:
        """Tell whether the rows are parts of the onderdeel, with ids of their own."""
        return any(regel.id != self.id for regel in self.regels)

    @property
    def met_doel(self) -> bool:
        """Tell whether the plan names a doel for any of its rows."""
        return any(regel.plan for regel in self.regels)


@dataclass(frozen=True, slots=True)
class Speerpuntblok:
    """One speerpunt as a report shows it.

    `titel` is complete, `kort` leaves out what the chapter says already. `verschillen` are
    the rows that are known to have gone another way.
    `fiche` holds the fields of a factsheet, each with its name.

    `diepte` is how many speerpunten it stands under, `boven` these in words and `laag` the
    word for its level. `tak` are
    the counts of all of it and under it, None where
    nothing is; `samen` are these or else its own. `mensen` carry it out or answer for it.
    """

    code: str
    titel: str
    kort: str
    assen: Assen
    ambitie: str | None
    verhaal: str | None
    onderdelen: tuple[Onderdeelblok, ...]
    telling: Tellingblok
    omschrijving: str | None = None
    fiche: tuple[tuple[str, str], ...] = ()
    diepte: int = 0
    laag: str | None = None
    boven: str | None = None
    tak: Tellingblok | None = None
    mensen: tuple[tuple[str, str], ...] = ()
    lijnen: tuple[Lijn, ...] = ()

    @property
    def samen(self) -> Tellingblok:
        """The counts of the whole branch."""
        return self.tak or self.telling

    @property
    def regels(self) -> tuple[Regel, ...]:
        """All rows, in the order of the plan."""
        return tuple(regel for onderdeel in self.onderdelen for regel in onderdeel.regels)

    @property
    def eenmaal(self) -> tuple[Regel, ...]:
        """All rows, those that serve several onderdelen of it once."""
        own = {regel.id for regel in self.regels}
        return tuple(regel for regel in self.regels if regel.zelfde_als not in own)

    @property
    def met_cijfer(self) -> bool:
        """Tell whether any row has a figure to compare."""
        return any(regel.doel is not None or regel.bereikt is not None for regel in self.regels)

    @property
    def verschillen(self) -> tuple[Regel, ...]:
        """What is known to have gone another way than promised."""
        return tuple(
            regel for regel in self.regels if regel.eigen and regel.wijkt_af and not regel.wacht
        )


@dataclass(frozen=True, slots=True)
class Groep:
    """A chapter of speerpunten: a thema, or a section of the plan outside the matrix."""

    anker: str
    titel: str
    speerpunten: tuple[Speerpuntblok, ...]
    telling: Tellingblok


def build_blokken(stof: Stof) -> dict[str, tuple[Speerpuntblok, ...]]:
    """Return every speerpunt of the plan, per section, in the order of the plan."""
    whole = branches(stof.dossier, stof.rijen) if stof.dossier.nesting.ouders else {}
    by_place: dict[tuple[str, str], list[Rij]] = {}
    for rij in stof.rijen:
        by_place.setdefault((rij.speerpunt, rij.onderdeel), []).append(rij)
    return {
        sectie: tuple(
            _with_level(
                _build_blok(stof, code, speerpunt, by_place, in_matrix=sectie == "speerpunten"),
                stof.dossier,
                speerpunt,
                whole.get(code, ()),
            )
            for code, speerpunt in speerpunten.items()
        )
        for sectie, speerpunten in sections_of(stof.dossier.werkplan).items()
    }


def build_groepen(stof: Stof, blokken: dict[str, tuple[Speerpuntblok, ...]]) -> tuple[Groep, ...]:
    """Return the chapters: one per thema (or one for all speerpunten), then the other sections."""
    werkplan = stof.dossier.werkplan
    woorden = werkplan.begrippen
    matrix = blokken["speerpunten"]
    groepen: list[Groep] = []
    if has_matrix(werkplan):
        for thema, titel in werkplan.themas.items():
            own = tuple(blok for blok in matrix if blok.assen[0] == thema)
            groepen += _groep(
                stof, f"thema-{thema}", f"{hoofdletter(woorden.thema)} {thema}: {titel}", own
            )
        rest = tuple(blok for blok in matrix if blok.assen[0] not in werkplan.themas)
        groepen += _groep(stof, "overige-speerpunten", f"Overige {woorden.speerpunten}", rest)
    else:
        groepen += _groep(stof, "speerpunten", f"De {woorden.speerpunten}", matrix)
    for sectie, titel in woorden.buiten_matrix.items():
        groepen += _groep(stof, sectie, hoofdletter(titel), blokken[sectie])
    return tuple(groepen)


def has_matrix(werkplan: Werkplan) -> bool:
    """Tell whether the plan has two axes, and speerpunten that lie on both."""
    return any(
        None not in werkplan.axes_of(code, speerpunt)
        for code, speerpunt in werkplan.speerpunten.items()
    )


def tel(stof: Stof, codes: Iterable[str]) -> Tellingblok:
    """Return the counts of some speerpunten together; what they share counts once."""
    wanted = set(codes)
    return Tellingblok.of(Telling.of(rij for rij in stof.rijen if rij.speerpunt in wanted))


def _groep(
    stof: Stof, anker: str, titel: str, speerpunten: tuple[Speerpuntblok, ...]
) -> list[Groep]:
    if not speerpunten:
        return []
    return [Groep(anker, titel, speerpunten, tel(stof, (blok.code for blok in speerpunten)))]


def _build_blok(
    stof: Stof,
    code: str,
    speerpunt: Speerpunt,
    by_place: dict[tuple[str, str], list[Rij]],
    *,
    in_matrix: bool,
) -> Speerpuntblok:
    verslag = stof.dossier.jaarverslag
    bronnen: Bronnen = verslag.bronnen if verslag else {}
    verhaal = verslag.speerpunten.get(code) if verslag else None
    dossier, werkplan = stof.dossier, stof.dossier.werkplan
    assen = dossier.assen(code) if in_matrix else (None, None)
    titel = werkplan.title_of(code, speerpunt) if in_matrix else speerpunt.titel or code
    onderdelen = tuple(
        Onderdeelblok(
            f"{code}-{naam}",
            lijst,
            onderdeel.tekst,
            tuple(build_regel(rij, bronnen, dossier) for rij in by_place.get((code, naam), ())),
            build_lijnen(dossier, f"{code}-{naam}") if dossier.gelaagd else (),
        )
        for lijst, naam, onderdeel in onderdelen_of(speerpunt)
    )
    return Speerpuntblok(
        code=code,
        titel=titel,
        kort=speerpunt.titel or werkplan.doelgroepen.get(assen[1] or "", titel),
        assen=assen,
        ambitie=speerpunt.ambitie,
        verhaal=_story(stof, verhaal),
        onderdelen=onderdelen,
        telling=tel(stof, (code,)),
        omschrijving=speerpunt.omschrijving,
        fiche=tuple(factsheet(werkplan, speerpunt, verhaal)),
    )


def _with_level(
    blok: Speerpuntblok, dossier: Dossier, speerpunt: Speerpunt, rijen: Sequence[Rij]
) -> Speerpuntblok:
    """Return the same with what stands above and under it, in a plan that has levels."""
    if not dossier.gelaagd:
        return blok
    depth, words = dossier.nesting.diepte(blok.code), dossier.werkplan.begrippen.lagen
    return replace(
        blok,
        diepte=depth,
        laag=words[depth] if depth < len(words) else None,
        tak=(
            Tellingblok.of(Telling.of(rijen)) if dossier.nesting.kinderen.get(blok.code) else None
        ),
        boven=next((text for _, text in above_told(dossier, blok.code)), None),
        mensen=tuple(named_told(speerpunt.uitvoerder, speerpunt.portefeuillehouder)),
        lijnen=build_lijnen(dossier, blok.code),
    )


def _story(stof: Stof, verhaal: Verhaal | None) -> str | None:
    if verhaal is None or verhaal.verhaal is None:
        return None
    return fill_figures(verhaal.verhaal, stof.dossier)
