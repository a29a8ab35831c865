"""A figure in the unit of its doel, or why it is another figure."""

from __future__ import annotations

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.records import NamedTuple

WHOLE: Interval = Interval(None, None)
"""What a figure may be of which nothing is certain."""


class Passing(NamedTuple):
    """A figure in the unit of its doel.

    `interval` is A there, None when the two do not compare (`reden` says why). `vraag` is
    what to ask of the writer beside a comparison that stands, and `onzeker` the word that
    leaves open whether the figure was reached.
    """

    interval: Interval | None
    vraag: str | None = None
    reden: str | None = None
    onzeker: str | None = None


def other_noun(doel: Doel, waarde: Waarde) -> str:
    """Return that the two count different things."""
    return f"Het doel telt `{doel.eenheid}`, de realisatie `{waarde.eenheid}`."
