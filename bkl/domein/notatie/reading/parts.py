"""The parts of a phrase: its quantity, and what stands around that: notes, a term, a norm."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.eenheid import EURO
from bkl.domein.notatie.vocabulary.qualifiers import Vorm
from bkl.domein.records import NamedTuple

_THOUSANDS = Lazy(r"duizend|miljoen|miljard|ml[nd]|mio|\d\s?[km](?!\w)|x\s*€")
Schaal = Literal["cijfer", "nps", "index", "rang"]
"""What a bare figure is measured on: a school mark, a net promoter score, an index, a place."""
Woordschaal = tuple[str, ...]
"""The plan's own words to measure on, from the lowest to the highest."""


Gemeten = Schaal | Woordschaal | None


class Looptijd(NamedTuple):
    """The time that a phrase gives itself: `in 2018` (`jaar`) or `over 2 jaar` (`jaren`).

    `per_jaar` tells that it holds for each year anew.
    """

    tekst: str
    jaar: int | None = None
    jaren: Fraction | None = None
    per_jaar: bool = False


class Delen(NamedTuple):
    """The parts of a phrase beside its quantity, each as it was read.

    `staart` are the words behind the noun (`uit wijk X`), `populatie` of whom a share is
    (`deelnemers`) and `geheel` how many those are (`alle 12 scholen`). `voorwaarde` is the
    norm that belongs to the definition (`binnen 8 weken` of `85% binnen 8 weken`), `dag` the
    day of something that is done or must be. `relatief` says in canonical words how a change
    was computed from the nulmeting, `referentie` with which other figure it was compared.
    `noten` are kept and shown, and never calculated with. `over` is the indicator's own text,
    kept where the phrase names no unit: the text may name it. `andere_tijd` tells that a figure
    is of an `ander` year than the account, or of a `langer` time that the year is part of.
    """

    staart: str | None = None
    populatie: str | None = None
    geheel: Fraction | None = None
    voorwaarde: str | None = None
    termijn: Looptijd | None = None
    dag: date | None = None
    schaal: Gemeten = None
    gemiddelde: bool = False
    relatief: str | None = None
    referentie: str | None = None
    vraagt_richting: bool = False
    noten: tuple[str, ...] = ()
    over: str = ""
    andere_tijd: Literal["ander", "langer"] | None = None


GEEN_DELEN = Delen()


class Zin(NamedTuple):
    """A phrase taken apart.

    `tweede` is the upper end of a band, the end of a change (`getal` is then its start), or
    the whole of a share (`getal` is then the part). `grens` is how a change ends: `naar minder
    dan 38%`. `delen` are the parts around the quantity.
    """

    vorm: Vorm
    getal: Fraction
    tweede: Fraction | None = None
    eenheid: str | None = None
    per: Fraction | None = None
    grens: Vorm | None = None
    delen: Delen = GEEN_DELEN

    def in_full(self, unit: str | None, low: str) -> Zin:
        """Return a sum of money in euros where the plan gives them in thousands."""
        if not (unit or "").startswith(EURO) or _THOUSANDS.search(low):
            return self
        second = None if self.tweede is None else self.tweede * 1000
        return self._replace(getal=self.getal * 1000, tweede=second)
