"""Uitsplitsing: a figure by parts, such as by age, and which parts a public report hides.

Parts that exclude each other are together the whole, or what is left is unknown: a part that is not
given is no nought. A part of fewer than five people is hidden in public, and with it every part of
the next larger size, so that the whole less the others never gives it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from bkl.domein.model.indicator import Dimensie
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_count
from bkl.domein.records import NamedTuple

KLEINST = Fraction(5)
"""So many people a part has at least, to be told in public."""
ONBEKEND = "onbekend"
"""The part of whom nobody knows to which part they belong."""
_ZERO = Fraction(0)


class Deelcijfer(NamedTuple):
    """One part: what was promised of it, and what came of it; None where that is not given."""

    naam: str
    doel: Doel | None
    waarde: Waarde | None

    @property
    def interval(self) -> Interval | None:
        """The figure, None without one."""
        return self.waarde.interval if self.waarde is not None else None


class Uitsplitsing(NamedTuple):
    """A figure by one dimension.

    `rest` is what the parts leave of the whole, None when nothing can be left or when that
    cannot be told. `verborgen` are the names of what a public report hides; ONBEKEND is the rest.
    """

    dimensie: str
    delen: tuple[Deelcijfer, ...]
    overlap: bool
    geheel: Interval | None
    rest: Interval | None
    verborgen: frozenset[str]

    @property
    def samen(self) -> Interval | None:
        """What the parts that were given come to, None when there are none."""
        return add(deel.interval for deel in self.delen)

    @property
    def onbekend(self) -> Interval | None:
        """How many may belong to any part: what was given as onbekend, else the rest."""
        given = (deel.interval for deel in self.delen if deel.naam == ONBEKEND)
        return None if self.overlap else next(given, None) or self.rest

    @property
    def onder_nul(self) -> bool:
        """Tell whether a part is less than nought, of a whole that is not."""
        nought = Interval.exactly(Fraction(0))
        parts = (deel.interval for deel in self.delen if deel.interval is not None)
        whole = self.geheel is not None and self.geheel.low is not None and self.geheel.low >= 0
        return whole and any(part.below(nought) for part in parts)

    @property
    def past_niet(self) -> bool:
        """Tell whether parts and whole contradict each other."""
        known = [deel.interval for deel in self.delen if deel.interval is not None]
        if self.geheel is None or not known:
            return False
        if self.onder_nul:
            return True
        if self.overlap:
            return any(self.geheel.below(part) for part in known)
        whole = self.samen
        if whole is None:
            return False
        complete = len(known) == len(self.delen) and any(
            deel.naam == ONBEKEND for deel in self.delen
        )
        return self.geheel.below(_at_least(whole)) or (complete and whole.below(self.geheel))


def _at_least(parts: Interval) -> Interval:
    """Return what a whole can be that holds these parts and maybe more."""
    return Interval(parts.low, None, parts.low_open)


def add(parts: Iterable[Interval | None]) -> Interval | None:
    """Return the sum of what is known, None when nothing is."""
    whole: Interval | None = None
    for part in parts:
        if part is not None:
            whole = part if whole is None else whole.plus(part)
    return whole


def split(
    dimensie: str, declared: Dimensie, delen: tuple[Deelcijfer, ...], geheel: Waarde | None
) -> Uitsplitsing:
    """Return a figure by one dimension, with what is left and what is hidden in public."""
    whole = geheel.interval if geheel is not None else None
    rest = None if declared.overlap or whole is None else _rest(whole, delen)
    counted = geheel is None or (is_count(geheel.eenheid) and geheel.noemer is None)
    cells = {deel.naam: _size(deel.interval) for deel in delen if deel.interval is not None}
    if whole is not None and not declared.overlap:
        cells.setdefault(ONBEKEND, _ZERO if rest is None else _size(rest))
    hidden: frozenset[str] = frozenset()
    if counted and declared.personen:
        hidden = hide(cells, alone=declared.overlap)
    return Uitsplitsing(dimensie, delen, declared.overlap, whole, rest, hidden)


def _size(interval: Interval) -> Fraction:
    """Return how many people a part has at least; what may be somebody counts as one."""
    low = interval.low or _ZERO
    return max(low, Fraction(1)) if interval.high != _ZERO else _ZERO


def hide(cells: Mapping[str, Fraction], *, alone: bool = False) -> frozenset[str]:
    """Return which cells of a table with a known total are hidden; the rest is one of them.

    All of one to four people, and with them all of the smallest size from five on: whoever
    subtracts what is shown from the total meets two sizes at least, and any order of them would
    look the same, also to somebody who knows this rule. Where no cell has five people, everything
    is hidden, noughts as well: else a total of two could only be one and one. With `alone` the
    cells have no total: those below five are enough.
    """
    small = {name for name, size in cells.items() if _ZERO < size < KLEINST}
    if alone or not small:
        return frozenset(small)
    next_size = min((size for size in cells.values() if size >= KLEINST), default=None)
    if next_size is None:
        return frozenset(cells)
    return frozenset(small | {name for name, size in cells.items() if size == next_size})


def _rest(whole: Interval, delen: tuple[Deelcijfer, ...]) -> Interval | None:
    """Return what the parts leave, None when they leave nothing for sure."""
    parts = add(deel.interval for deel in delen)
    if parts is None or any(deel.naam == ONBEKEND and deel.interval for deel in delen):
        return None
    low = None if parts.high is None or whole.low is None else whole.low - parts.high
    high = None if parts.low is None or whole.high is None else whole.high - parts.low
    if high is not None and high <= _ZERO:
        return None
    return Interval(max(_ZERO, low or _ZERO), high)


def hidden_names(one: Uitsplitsing, hidden: frozenset[str]) -> list[str]:
    """Return what is hidden in the order of the parts, the rest last."""
    names = [deel.naam for deel in one.delen if deel.naam in hidden]
    return [*names, *([ONBEKEND] if ONBEKEND in hidden - set(names) else [])]
