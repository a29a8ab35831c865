"""Kort: what a reader must know first, computed from the rows and never typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.domein.records import dataclass
from bkl.domein.woorden import ZONDER_CIJFER, Oordeel
from bkl.render.matter import Stof
from bkl.render.text.dutch import hoofdletter
from bkl.render.views._parts.stukken import Uitkomsten
from bkl.render.views._parts.verder import Verder

_BESLIST: tuple[Oordeel, ...] = ("gehaald", "deels gehaald", "niet gehaald")
_VERPLAATST: tuple[Oordeel, ...] = ("uitgesteld", "vervallen")


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of the plan: its promises, by how they ended; the kinds add up to `n`.

    The day of what `loopt` has not come; of `zonder` nobody can say yet how it ended.
    """

    naam: str
    n: int
    gehaald: int
    deels: int
    niet: int
    loopt: int
    zonder: int
    verplaatst: int

    @classmethod
    def of(cls, naam: str, rijen: Iterable[Rij]) -> Deel:
        """Count the rows of one part; each promise once."""
        telling = Telling.of(rijen)
        aantallen = telling.aantallen
        return cls(
            naam,
            telling.n,
            gehaald=aantallen["gehaald"],
            deels=aantallen["deels gehaald"],
            niet=aantallen["niet gehaald"],
            loopt=telling.loopt,
            zonder=telling.zonder_antwoord,
            verplaatst=sum(aantallen[oordeel] for oordeel in _VERPLAATST),
        )

    @property
    def minder(self) -> int:
        """How many were reached in part or not at all."""
        return self.deels + self.niet


@dataclass(frozen=True, slots=True)
class Kort:
    """The result on one page.

    `zeker` and `mogelijk` bound how many were reached. `met_cijfer` and `door_mensen` tell
    how many of the verdicts that were reached rest on a figure and on a person's judgement.
    Of what is unanswered something is known of `iets`, and of `niets` no figure or judgement
    was given. `herkomst` names where the outcomes come from.
    The tables divide the same promises in three ways.
    """

    alles: Deel
    zeker: int
    mogelijk: int
    met_cijfer: int
    door_mensen: int
    iets: int
    niets: int
    herkomst: Uitkomsten
    verder: Verder
    vraag: str | None
    per_deel: tuple[Deel, ...]
    per_soort: tuple[Deel, ...]
    per_meting: tuple[Deel, ...]


def build_kort(stof: Stof) -> Kort:
    """Return what stands on page one."""
    zeker, mogelijk = stof.telling.gehaald
    own = [rij for rij in stof.rijen if rij.zelfde_als is None and rij.vergelijking.telt]
    decided = [rij for rij in own if rij.vergelijking.oordeel in _BESLIST]
    measured = sum(_measurable(rij) for rij in decided)
    alles = Deel.of("Samen", stof.rijen)
    counts = Telling.of(stof.rijen).aantallen
    silent = sum(counts[oordeel] for oordeel in ZONDER_CIJFER)
    return Kort(
        alles=alles,
        zeker=zeker,
        mogelijk=mogelijk,
        met_cijfer=measured,
        door_mensen=len(decided) - measured,
        iets=alles.zonder - silent,
        niets=silent,
        herkomst=Uitkomsten.of(own, stof.dossier),
        verder=Verder.of(own, stof.dossier),
        vraag=stof.dossier.werkplan.verantwoording.vraag,
        per_deel=_by_section(stof),
        per_soort=_split(
            stof,
            lambda rij: rij.vergelijking.entry.pad[2] == "resultaten",
            hoofdletter(stof.dossier.werkplan.begrippen.resultaten),
            hoofdletter(stof.dossier.werkplan.begrippen.activiteiten),
        ),
        per_meting=_split(stof, _measurable, "Met een meetbaar doel", "Zonder meetbaar doel"),
    )


def _measurable(rij: Rij) -> bool:
    """Tell whether a figure decides: done or not done is no figure."""
    doel = rij.vergelijking.entry.doel
    return doel is not None and doel.soort not in ("kwalitatief", "gereed")


def _by_section(stof: Stof) -> tuple[Deel, ...]:
    woorden = stof.dossier.werkplan.begrippen
    namen = {"speerpunten": woorden.speerpunten, **woorden.buiten_matrix}
    delen = (
        Deel.of(
            hoofdletter(naam),
            [rij for rij in stof.rijen if rij.vergelijking.entry.sectie == sectie],
        )
        for sectie, naam in namen.items()
    )
    return _worth_showing(delen)


def _split(stof: Stof, is_first: Callable[[Rij], bool], *namen: str) -> tuple[Deel, ...]:
    first = [rij for rij in stof.rijen if is_first(rij)]
    rest = [rij for rij in stof.rijen if not is_first(rij)]
    return _worth_showing(
        Deel.of(naam, rijen) for naam, rijen in zip(namen, (first, rest), strict=True)
    )


def _worth_showing(delen: Iterable[Deel]) -> tuple[Deel, ...]:
    """Return the parts that hold something; one part alone only repeats the whole."""
    filled = tuple(deel for deel in delen if deel.n)
    return filled if len(filled) > 1 else ()
