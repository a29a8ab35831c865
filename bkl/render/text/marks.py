"""The smallest parts of a report: a verdict as shown, a count, a place to link to."""

from __future__ import annotations

from typing import ClassVar, Literal

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.verdicts import Telling, Toets, Vergelijking
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.records import dataclass
from bkl.domein.woorden import OORDELEN, Oordeel
from bkl.wording.figures import (
    format_procent,
    gehaald_tekst,
    ontwikkeling_teken,
    symbool,
)
from bkl.wording.verdicts import oordeel_woorden


@dataclass(frozen=True, slots=True)
class Merk:
    """A verdict as shown: the symbol never goes without the words.

    `soort` is the verdict itself, which `tekst` may say with more words; a figure of society as
    a whole is an `ontwikkeling`, whatever became of it.
    """

    MARK: ClassVar[str] = "oordeel"

    symbool: str
    tekst: str
    soort: Oordeel | Literal["ontwikkeling"]

    @classmethod
    def of(cls, vergelijking: Vergelijking) -> Merk:
        """Return the symbol and words of one verdict."""
        return cls.of_part(vergelijking, vergelijking.entry)

    @classmethod
    def of_part(cls, toets: Toets, entry: IndicatorEntry) -> Merk:
        """Return the symbol and words of a verdict on an indicator, be it on a part of its year."""
        if entry.is_ontwikkeling:
            return cls(ontwikkeling_teken(), oordeel_woorden(toets, entry), "ontwikkeling")
        return cls(symbool(toets.oordeel), oordeel_woorden(toets, entry), toets.oordeel)


@dataclass(frozen=True, slots=True)
class Procent:
    """How far it came, in words; `zeker` and `mogelijk` bound it from 0 to 100, for a bar."""

    MARK: ClassVar[str] = "procent"

    tekst: str
    zeker: float
    mogelijk: float

    @classmethod
    def of(cls, vergelijking: Vergelijking) -> Procent | None:
        """Return the progress of one verdict, None where it is undefined."""
        tekst, span = format_procent(vergelijking), vergelijking.procent
        if tekst is None or span is None:
            return None
        low, high = _ends(span)
        return cls(tekst, low, high)


@dataclass(frozen=True, slots=True)
class Groot:
    """The large figure of a card."""

    MARK: ClassVar[str] = "groot"

    tekst: str


@dataclass(frozen=True, slots=True)
class Tel:
    """How often one verdict was given."""

    MARK: ClassVar[str] = "tel"

    symbool: str
    soort: Oordeel
    aantal: int

    @property
    def tekst(self) -> str:
        """The verdict in words."""
        return self.soort


@dataclass(frozen=True, slots=True)
class Tellingblok:
    """The counts of a part of the plan; `aantallen` leaves out verdicts that never occur.

    `gehaald` tells in words how many were reached, and of how many nobody can say it: `zonder`
    an answer, while of what `loopt` the day has not come. `buiten` is what does not apply and
    stays out of `n`.
    """

    n: int
    buiten: int
    zeker: int
    mogelijk: int
    loopt: int
    zonder: int
    gehaald: str
    aantallen: tuple[Tel, ...]

    @property
    def totaal(self) -> int:
        """Everything that was promised, also what does not apply any more."""
        return self.n + self.buiten

    @classmethod
    def of(cls, telling: Telling) -> Tellingblok:
        """Lay out the counts in the order in which reports list verdicts."""
        tellen = {
            oordeel: Tel(symbool(oordeel), oordeel, telling.aantallen[oordeel])
            for oordeel in OORDELEN
            if telling.aantallen.get(oordeel)
        }
        zeker, mogelijk = telling.gehaald
        return cls(
            telling.n,
            telling.buiten,
            zeker,
            mogelijk,
            telling.loopt,
            telling.zonder_antwoord,
            gehaald_tekst(telling),
            tuple(tellen.values()),
        )


def _ends(span: Interval) -> tuple[float, float]:
    low = 0.0 if span.low is None else float(span.low)
    high = 100.0 if span.high is None else float(span.high)
    return _on_the_bar(low), _on_the_bar(high)


def _on_the_bar(end: float) -> float:
    return round(min(100.0, max(0.0, end)), 2)
