"""The smallest parts of a report: a verdict as shown, a count, a place to link to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bkl.domein.dossier.verdicts import Telling, Vergelijking
from bkl.domein.woorden import ONBESLIST, OORDELEN
from bkl.wording.figures import gehaald_tekst, oordeel_tekst, symbool, teken


@dataclass(frozen=True, slots=True)
class Merk:
    """A verdict as shown: the symbol never goes without the words."""

    MARK: ClassVar[str] = "oordeel"

    symbool: str
    tekst: str

    @classmethod
    def of(cls, vergelijking: Vergelijking) -> Merk:
        """Return the symbol and words of one verdict."""
        return cls(teken(vergelijking), oordeel_tekst(vergelijking))


@dataclass(frozen=True, slots=True)
class Tel:
    """How often one verdict was given."""

    MARK: ClassVar[str] = "tel"

    symbool: str
    tekst: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Tellingblok:
    """The counts of a part of the plan; `aantallen` leaves out verdicts that never occur.

    `gehaald` is the honest interval in words, `open` the number of undecided verdicts in it.
    `buiten` is what does not apply and stays out of `n`.
    """

    n: int
    buiten: int
    zeker: int
    mogelijk: int
    gehaald: str
    aantallen: tuple[Tel, ...]
    open: tuple[Tel, ...]

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
            gehaald_tekst(telling),
            tuple(tellen.values()),
            tuple(tel for oordeel, tel in tellen.items() if oordeel in ONBESLIST),
        )
