"""Vergelijking: a doel beside its realisatie, with the verdict; and Telling: counts of verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date

from bkl.domein.dossier.entries import Bijstelling, IndicatorEntry, RealisatieEntry
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.records import dataclass
from bkl.domein.woorden import (
    ONBESLIST,
    OORDELEN,
    ZONDER_ANTWOORD,
    Oordeel,
    Tijdigheid,
    Uitvoering,
    Vlag,
)

_ZONDER_UITLEG: tuple[Oordeel, ...] = (
    *("nog niet te beoordelen", "nog niet bekend", "niet toetsbaar", "onleesbaar"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Toets:
    """One doel held against one figure: the verdict, and what the formulas give.

    `doel` is None when there is no criterion. `waarde` is A in the unit of the doel, the hull
    of all figures that contradict each other. `verschil` and `tekort` are in the unit of the
    doel (percentage points for percentages), `procent` is the progress in per cent; None
    where the formula gives none. `rij` is the row of the decision table in design §4 that
    decided; `nodig` says what would decide an undecided verdict.
    """

    doel: Doel | None
    oordeel: Oordeel
    rij: int
    vlaggen: tuple[Vlag, ...] = ()
    waarde: Interval | None = None
    verschil: Interval | None = None
    tekort: Interval | None = None
    procent: Interval | None = None
    nodig: str | None = None

    @property
    def regel(self) -> str:
        """The row of the table as it is called: `9`, or `4a` and `8a` for the rows in between."""
        if self.oordeel == "onleesbaar":
            return "4a"
        return "8a" if self.rij == 8 and self.oordeel == "niet te bepalen" else str(self.rij)


@dataclass(frozen=True, slots=True, eq=False)
class Deeltoets:
    """A toets beside the one that counts: a mijlpaal, or a change of the doel.

    `naam` says which (`Q3 2022`, `15-06-2021`), `gegeven` is the figure as written. `telt`
    tells whether it decides the verdict of the year; `bezwaar` why a change does not count.
    """

    naam: str
    toets: Toets
    gegeven: str | None = None
    tijdigheid: Tijdigheid | None = None
    telt: bool = False
    bijstelling: Bijstelling | None = None
    bezwaar: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Vergelijking(Toets):
    """The verdict of the year on one indicator, and everything behind it.

    `doel` is what the year is judged by: the doel of the plan, unless `maatstaf` names
    another: a mijlpaal, the doel of the year, or an approved change. `jaar` is the year to
    which it was postponed. `oorspronkelijk` is the toets against the plan as handed in, when
    an approved change took its place; `einddoel` the progress to a doel that lies further
    off. `mijlpalen` and `bijstellingen` list all of them, also those that do not count.
    """

    entry: IndicatorEntry = field(kw_only=True)
    realisatie: RealisatieEntry | None = field(kw_only=True)
    uitvoering: Uitvoering | None = field(kw_only=True)
    jaar: int | None = field(default=None, kw_only=True)
    maatstaf: str | None = field(default=None, kw_only=True)
    oorspronkelijk: Toets | None = field(default=None, kw_only=True)
    einddoel: Toets | None = field(default=None, kw_only=True)
    mijlpalen: tuple[Deeltoets, ...] = field(default=(), kw_only=True)
    bijstellingen: tuple[Deeltoets, ...] = field(default=(), kw_only=True)

    @property
    def telt(self) -> bool:
        """Tell whether it counts in N: everything promised does, unless it does not apply.

        A development that no organisation can move alone has its own count.
        """
        return self.oordeel != "niet van toepassing" and not self.entry.is_ontwikkeling

    @property
    def wijkt_af(self) -> bool:
        """Tell whether it must be explained: any difference, up or down (as Awb 4:80 has it)."""
        if self.oordeel == "gehaald":
            beyond = ("overtroffen", "boven bandbreedte", "te laat")
            return any(vlag in self.vlaggen for vlag in beyond)
        return self.oordeel not in _ZONDER_UITLEG

    @property
    def blijft_onder_maximum(self) -> bool:
        """Tell whether it only stayed further below a maximum: that is what was promised."""
        maximum = self.doel is not None and self.doel.soort == "maximum"
        return maximum and self.oordeel == "gehaald" and "te laat" not in self.vlaggen

    @property
    def doel_tekst(self) -> str | None:
        """The phrase that the year is judged by, as written; None for a qualitative one."""
        if self.doel is None:
            return self.entry.indicator.doel
        return None if self.doel.soort == "kwalitatief" else self.doel.tekst

    @property
    def uiterlijk(self) -> date | None:
        """The day of its own by which what is judged must be there, as it was moved.

        None without such a day, and for a mijlpaal or jaardoel, whose name says when.
        """
        if self.maatstaf is not None and self.maatstaf != "bijgesteld doel":
            return None
        moved = (
            change.bijstelling.wijziging.deadline
            for change in reversed(self.bijstellingen)
            if change.telt and change.bijstelling is not None
        )
        return next((day for day in moved if day is not None), self.entry.indicator.deadline)

    @property
    def gegeven(self) -> str | None:
        """The figure that was judged, as written or as computed from what was written."""
        if self.rij > 5:
            for part in self.mijlpalen:
                if part.telt and part.gegeven is not None:
                    return part.gegeven
        return self.realisatie.tekst if self.realisatie else None


@dataclass(frozen=True, slots=True)
class Rij:
    """A vergelijking at one onderdeel; `zelfde_als` names the id that is counted instead.

    An indicator with `ook_bij` gives one row at its own onderdeel and one at each other.
    """

    id: str
    speerpunt: str
    onderdeel: str
    tekst: str
    vergelijking: Vergelijking
    zelfde_als: str | None = None


def _nought() -> dict[Oordeel, int]:
    return {oordeel: 0 for oordeel in OORDELEN if oordeel != "niet van toepassing"}


@dataclass(frozen=True, slots=True)
class Telling:
    """How often each verdict was given. The counts add up to N, the original plan.

    N holds what the organisation answers for. `ontwikkelingen` counts apart the figures of
    society as a whole (`invloed: maatschappelijk`), which nobody can claim as a result, and
    `buiten` what does not apply. Together they are every indicator of the plan.
    """

    aantallen: dict[Oordeel, int]
    buiten: int
    onderdelen: int
    ontwikkelingen: dict[Oordeel, int] = field(default_factory=_nought)

    @property
    def n(self) -> int:
        """N: every indicator promised, however it ended."""
        return sum(self.aantallen.values())

    @property
    def n_ontwikkelingen(self) -> int:
        """How many developments are followed."""
        return sum(self.ontwikkelingen.values())

    @property
    def gehaald(self) -> tuple[int, int]:
        """How many were reached: (certainly, possibly)."""
        zeker = self.aantallen["gehaald"]
        return zeker, zeker + sum(self.aantallen[oordeel] for oordeel in ONBESLIST)

    @property
    def zonder_antwoord(self) -> int:
        """How many are unanswered though their day has come."""
        return sum(self.aantallen[oordeel] for oordeel in ZONDER_ANTWOORD)

    @property
    def loopt(self) -> int:
        """How many have a day that has not come yet."""
        return self.aantallen["nog niet te beoordelen"]

    @classmethod
    def of(cls, rijen: Iterable[Rij]) -> Telling:
        """Count each indicator once, however many onderdelen it serves."""
        own, society = _nought(), _nought()
        seen: set[str] = set()
        onderdelen: set[tuple[str, str]] = set()
        buiten = 0
        for rij in rijen:
            onderdelen.add((rij.speerpunt, rij.onderdeel))
            vergelijking = rij.vergelijking
            if vergelijking.entry.id in seen:
                continue
            seen.add(vergelijking.entry.id)
            if vergelijking.oordeel == "niet van toepassing":
                buiten += 1
            elif vergelijking.entry.is_ontwikkeling:
                society[vergelijking.oordeel] += 1
            else:
                own[vergelijking.oordeel] += 1
        return cls(own, buiten, len(onderdelen), society)
