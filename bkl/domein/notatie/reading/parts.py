"""What stands around a quantity in a phrase: notes, a term, a norm, whose share it is."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

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
