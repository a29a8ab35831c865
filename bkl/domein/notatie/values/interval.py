"""Intervals of exact numbers: the one shape in which doel and realisatie are compared."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.records import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers between `low` and `high`; an end that is None is infinite.

    An end counts as inside unless its `_open` flag is set. Numbers carry no unit: both
    sides of a comparison must be in the same unit already. Raises ValueError when empty.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Refuse an interval that holds no number."""
        if self.low is None or self.high is None:
            return
        if self.low is self.high and not (self.low_open or self.high_open):
            return  # one exact number, as most figures are: nothing to compare
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"empty interval: {self.low} .. {self.high}")

    @classmethod
    def exactly(cls, value: Fraction) -> Interval:
        """Return [value, value]."""
        return cls(value, value)

    def __contains__(self, value: Fraction) -> bool:
        """Tell whether one number lies inside."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or not (
            value > self.high or (self.high_open and value == self.high)
        )

    def within(self, other: Interval) -> bool:
        """Tell whether every number of self lies in `other` (A ⊆ S)."""
        if other.low is not None:
            if self.low is None or self.low < other.low:
                return False
            if self.low == other.low and other.low_open and not self.low_open:
                return False
        if other.high is not None:
            if self.high is None or self.high > other.high:
                return False
            if self.high == other.high and other.high_open and not self.high_open:
                return False
        return True

    def overlaps(self, other: Interval) -> bool:
        """Tell whether at least one number lies in both (A ∩ S ≠ ∅)."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Tell whether every number of self is less than every number of `other`."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (
            self.high == other.low and (self.high_open or other.low_open)
        )

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        low, low_open = _outer(self.low, self.low_open, other.low, other.low_open, -1)
        high, high_open = _outer(self.high, self.high_open, other.high, other.high_open, 1)
        return Interval(low, high, low_open, high_open)

    def plus(self, other: Interval) -> Interval:
        """Return every sum of a number of self and a number of `other`."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        low_open = low is not None and (self.low_open or other.low_open)
        high_open = high is not None and (self.high_open or other.high_open)
        return Interval(low, high, low_open, high_open)

    def scaled(self, factor: Fraction) -> Interval:
        """Return the interval in another unit; `factor` is positive."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_open,
            self.high_open,
        )


def _outer(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, side: int
) -> tuple[Fraction | None, bool]:
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_open and b_open
    return (a, a_open) if (a - b) * side > 0 else (b, b_open)
