"""Vergelijking: a doel beside its realisatie, with the verdict; and Telling: counts of verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bkl.domein.dossier import IndicatorEntry, RealisatieEntry
from bkl.domein.interval import Interval
from bkl.domein.woorden import ONBESLIST, OORDELEN, Oordeel, Uitvoering, Vlag


@dataclass(frozen=True, slots=True, eq=False)
class Vergelijking:
    """The verdict on one indicator, and the figures behind it.

    `waarde` is A in the unit of the doel, the hull of all figures that contradict each other.
    `verschil` and `tekort` are in the unit of the doel (percentage points for percentages),
    `procent` is the progress in per cent; None where the formula gives none. `rij` is the
    row of the decision table in design §4 that decided; `nodig` says what would decide an
    undecided verdict. `jaar` is the year to which it was postponed.
    """

    entry: IndicatorEntry
    realisatie: RealisatieEntry | None
    oordeel: Oordeel
    rij: int
    uitvoering: Uitvoering | None
    vlaggen: tuple[Vlag, ...] = ()
    waarde: Interval | None = None
    verschil: Interval | None = None
    tekort: Interval | None = None
    procent: Interval | None = None
    nodig: str | None = None
    jaar: int | None = None

    @property
    def telt(self) -> bool:
        """Tell whether it counts in N: everything promised does, unless it does not apply."""
        return self.oordeel != "niet van toepassing"

    @property
    def wijkt_af(self) -> bool:
        """Tell whether Awb 4:80 asks for an explanation: any difference, up or down."""
        if self.oordeel == "gehaald":
            return "overtroffen" in self.vlaggen or "boven bandbreedte" in self.vlaggen
        return self.oordeel not in ("nog niet te beoordelen", "nog niet bekend", "niet toetsbaar")


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


@dataclass(frozen=True, slots=True)
class Telling:
    """How often each verdict was given. The counts add up to N, the original plan."""

    aantallen: dict[Oordeel, int]
    buiten: int
    onderdelen: int

    @property
    def n(self) -> int:
        """N: every indicator promised, however it ended."""
        return sum(self.aantallen.values())

    @property
    def gehaald(self) -> tuple[int, int]:
        """How many were reached: (certainly, possibly)."""
        zeker = self.aantallen["gehaald"]
        return zeker, zeker + sum(self.aantallen[oordeel] for oordeel in ONBESLIST)

    @classmethod
    def of(cls, rijen: Iterable[Rij]) -> Telling:
        """Count each indicator once, however many onderdelen it serves."""
        aantallen: dict[Oordeel, int] = {o: 0 for o in OORDELEN if o != "niet van toepassing"}
        seen: set[str] = set()
        onderdelen: set[tuple[str, str]] = set()
        buiten = 0
        for rij in rijen:
            onderdelen.add((rij.speerpunt, rij.onderdeel))
            vergelijking = rij.vergelijking
            if vergelijking.entry.id in seen:
                continue
            seen.add(vergelijking.entry.id)
            if vergelijking.telt:
                aantallen[vergelijking.oordeel] += 1
            else:
                buiten += 1
        return cls(aantallen, buiten, len(onderdelen))
