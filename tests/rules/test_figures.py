"""A figure in a text beside many of the data: found at once, as one by one would find it."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bkl.domein.notatie.values.interval import Interval
from bkl.rules.looking.figures import _Union

ENDS = st.one_of(st.none(), st.integers(0, 6).map(Fraction))


@st.composite
def intervals(draw):
    low, high, opened, closed = draw(st.tuples(ENDS, ENDS, st.booleans(), st.booleans()))
    if low is not None and high is not None and low >= high:
        return Interval.exactly(low)
    return Interval(low, high, opened and low is not None, closed and high is not None)


@given(st.lists(intervals(), max_size=5), intervals())
def test_overlaps_some_interval_when_it_overlaps_one(parts, figure):
    assert _Union(parts).overlaps(figure) == any(part.overlaps(figure) for part in parts)
