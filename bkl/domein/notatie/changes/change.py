"""A change or comparison before it is computed."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from bkl.domein.notatie.reading.parts import Delen

Kant = Literal["hoger", "lager", "gelijk"]
"""Which way a change goes; `gelijk` leaves that open."""


class Verhouding(NamedTuple):
    """A change or comparison before it is computed.

    `soort` says what `bedrag` is: per cent of the base, percentage points or a number to add,
    a factor, or nothing (`kaal`). `strikt` tells that the base itself does not count. `basis`
    names the figure it starts from; None is the nulmeting.
    """

    kant: Kant
    soort: Literal["procent", "punt", "aantal", "factor", "kaal"]
    bedrag: Fraction = Fraction(0)
    strikt: bool = False
    eenheid: str | None = None
    basis: str | None = None
    delen: Delen = Delen()
    tekst: str = ""
