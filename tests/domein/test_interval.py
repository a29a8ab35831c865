"""Intervals as sets: every method against the numbers that an interval holds.

All intervals with the ends 0, 1 or none, open and closed, against quarters: what holds for
those holds for every number.
"""

from fractions import Fraction
from itertools import product

import pytest

from bkl.domein.notatie.values.interval import Interval

QUARTER = Fraction(1, 4)
NUMBERS = [n * QUARTER for n in range(-12, 25)]
FAR = NUMBERS[0] - 20, NUMBERS[-1] + 20
"""Numbers that only an infinite end reaches."""


def intervals():
    ends = [None, Fraction(0), Fraction(1)]
    for low, high, low_open, high_open in product(ends, ends, (False, True), (False, True)):
        try:
            yield Interval(low, high, low_open and low is not None, high_open and high is not None)
        except ValueError:
            continue


ALL = sorted(set(intervals()), key=str)
HELD = {one: {number for number in (*NUMBERS, *FAR) if number in one} for one in ALL}
PAIRS = list(product(ALL, repeat=2))


def test_it_holds_the_numbers_between_its_ends():
    for one, held in HELD.items():
        for number in (*NUMBERS, *FAR):
            above = one.low is None or number > one.low or (number == one.low and not one.low_open)
            below = one.high is None or number < one.high
            below = below or (number == one.high and not one.high_open)
            assert (number in held) == (above and below)


@pytest.mark.parametrize("ends", [(1, 0), (1, 1, True), (1, 1, False, True), (1, 1, True, True)])
def test_an_interval_that_holds_nothing_is_refused(ends):
    low, high, *opened = ends
    with pytest.raises(ValueError, match="empty interval: 1"):
        Interval(Fraction(low), Fraction(high), *opened)


def test_an_exact_number_and_infinite_ends_are_intervals():
    assert Interval.exactly(Fraction(1)) == Interval(Fraction(1), Fraction(1), False, False)
    assert all(number in Interval(None, None) for number in FAR)


def test_within_and_overlaps_and_below():
    for one, other in PAIRS:
        assert one.within(other) == (HELD[one] <= HELD[other]), (one, other)
        assert one.overlaps(other) == bool(HELD[one] & HELD[other]), (one, other)
        below = all(a < b for a in HELD[one] for b in HELD[other])
        assert one.below(other) == below, (one, other)


def test_the_hull_is_the_smallest_that_holds_both():
    for one, other in PAIRS:
        both = HELD[one] | HELD[other]
        between = {n for n in (*NUMBERS, *FAR) if min(both) <= n <= max(both)}
        hull = one.hull(other)
        assert {n for n in (*NUMBERS, *FAR) if n in hull} == between, (one, other)


def test_a_sum_holds_every_sum_of_two_numbers():
    whole = [Fraction(n) for n in range(-1, 4)]
    for one, other in PAIRS:
        total = one.plus(other)
        sums = {a + b for a in HELD[one] for b in HELD[other]}
        assert [n in total for n in whole] == [n in sums for n in whole], (one, other)
        assert (total.low is None) == (None in (one.low, other.low))
        assert (total.high is None) == (None in (one.high, other.high))


def test_in_another_unit_it_holds_the_same_quantities():
    for one in ALL:
        scaled = one.scaled(Fraction(3, 2))
        assert all((n * Fraction(3, 2) in scaled) == (n in HELD[one]) for n in (*NUMBERS, *FAR))
