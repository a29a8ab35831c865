"""What the plan says beside the phrase of a doel."""

from __future__ import annotations

from datetime import MAXYEAR, date
from fractions import Fraction
from math import ceil

from bkl.domein.notatie.reading.parts import Delen, Gemeten, Looptijd
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.records import NamedTuple
from bkl.domein.woorden import Richting


class Omgeving(NamedTuple):
    """What the plan says beside the phrase of a doel.

    `eenheid` is the unit when the phrase names none, `marge` the agreed margin for `ca.` (a
    fraction of one; None means the reading aid of 10 %), `nulmeting` the phrase of a baseline
    that stands apart and `referenties` those of other figures, by name. `over` is what the
    indicator is about, `jaar` the first year of the plan and `jaren`
    how many it covers. `duizendtallen` tells that sums of money
    are in thousands of euros, and `norm` that the doel is all or nothing.
    """

    richting: Richting | None = None
    eenheid: str | None = None
    marge: Fraction | None = None
    nulmeting: str | None = None
    referenties: tuple[tuple[str, str], ...] = ()
    schaal: Gemeten = None
    over: str = ""
    jaar: int | None = None
    jaren: int = 1
    duizendtallen: bool = False
    norm: bool = False

    def expect_one_step(self, delen: Delen, end: int) -> Delen:
        """Return the parts of a phrase; refuse so much more each year in a plan of several years.

        Against the nulmeting it would be reached for good after the first year.
        """
        term = delen.termijn
        if delen.relatief and self.jaren > 1 and term is not None and term.per_jaar:
            reden = "Elk jaar zoveel erbij of eraf: van dat ene jaar naar het volgende."
            raise Onleesbaar(reden, "Schrijf het doel van elk jaar bij `jaardoelen`.", 0, end)
        return delen

    def end_of(self, termijn: Looptijd) -> date | None:
        """Return the last day of a term that is longer than the plan; None for a shorter one.

        In a plan of several years a year that the phrase names is a term of its own.
        """
        year, first = termijn.jaar, self.jaar or 0
        if year is None and termijn.jaren is not None and not (self.jaren > 1 and termijn.per_jaar):
            year = first + ceil(termijn.jaren) - 1
        if year is None or (self.jaren == 1 and year <= first):
            return None
        return date(min(year, MAXYEAR), 12, 31)
