"""What the plan says beside the phrase of a doel."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from bkl.domein.notatie.reading.parts import Schaal
from bkl.domein.woorden import Richting


class Omgeving(NamedTuple):
    """What the plan says beside the phrase of a doel.

    `eenheid` is the unit when the phrase names none, `marge` the agreed margin for `ca.` (a
    fraction of one; None means the reading aid of 10 %), `nulmeting` the phrase of a baseline
    that stands apart and `referenties` those of other figures, by name. `over` is what the
    indicator is about, `jaar` the year of the plan. `duizendtallen` tells that sums of money
    are in thousands of euros, and `norm` that the doel is all or nothing.
    """

    richting: Richting | None = None
    eenheid: str | None = None
    marge: Fraction | None = None
    nulmeting: str | None = None
    referenties: tuple[tuple[str, str], ...] = ()
    schaal: Schaal | None = None
    over: str = ""
    jaar: int | None = None
    duizendtallen: bool = False
    norm: bool = False
