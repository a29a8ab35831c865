"""What must always hold: no number that A allows may contradict verdict, tekort or percentage."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.interval import Interval
from bkl.gap import formulas
from bkl.gap.weighing import weigh

numbers = st.fractions(min_value=-20, max_value=20, max_denominator=4)
shares = st.fractions(min_value=0, max_value=1, max_denominator=7)


@st.composite
def intervals(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval(low, high)
    shape = draw(st.sampled_from(["closed", "open", "no high", "no low"]))
    if shape == "no high":
        return Interval(low, None, low_open=draw(st.booleans()))
    if shape == "no low":
        return Interval(None, high, high_open=draw(st.booleans()))
    is_open = shape == "open"
    return Interval(low, high, is_open, draw(st.booleans()))


@st.composite
def doelen(draw):
    tau, base = draw(numbers), draw(st.none() | numbers)
    richting = draw(st.sampled_from(["hoger", "lager", "binnen", "precies"]))
    is_open = draw(st.booleans())
    top = tau
    if richting == "hoger":
        bereik, soort = Interval(tau, None, low_open=is_open), "minimum"
    elif richting == "lager":
        bereik, soort = Interval(None, tau, high_open=is_open), "maximum"
    elif richting == "binnen":
        top = tau + abs(draw(numbers))
        bereik, soort = Interval(tau, top), "bandbreedte"
    else:
        bereik, soort = Interval(tau, tau), "precies"
    return Doel(
        tekst="", soort=soort, bereik=bereik, drempel=tau, richting=richting, eenheid=None,
        nulmeting=base, per=None, bovengrens=top if soort == "bandbreedte" else None,
        marge=None, toelichting=None,
    )  # fmt: skip


@st.composite
def points(draw, interval):
    """A number inside the interval."""
    low = interval.high - 30 if interval.low is None else interval.low
    high = low + 30 if interval.high is None else interval.high
    point = low + (high - low) * draw(shares)
    return point if point in interval else (low + high) / 2


def point_verdict(doel: Doel, value: Fraction) -> str:
    return weigh(doel, doel.bereik, Interval.exactly(value)).oordeel


@given(st.data(), doelen(), intervals())
def test_a_certain_verdict_holds_for_every_number_that_the_realisatie_allows(data, doel, waarde):
    verdict = weigh(doel, doel.bereik, waarde).oordeel
    sampled = point_verdict(doel, data.draw(points(waarde)))
    if verdict == "gehaald":
        assert sampled == "gehaald"
    elif verdict in ("deels gehaald", "niet gehaald"):
        assert sampled != "gehaald"
    if verdict == "deels gehaald":
        assert sampled == "deels gehaald"


@given(st.data(), doelen(), intervals())
def test_tekort_verschil_and_procent_enclose_those_of_every_allowed_number(data, doel, waarde):
    point = Interval.exactly(data.draw(points(waarde)))
    for formula in (formulas.verschil, formulas.tekort, formulas.procent):
        whole, one = formula(doel, waarde), formula(doel, point)
        assert (whole is None) == (one is None)
        if whole is not None and one is not None:
            assert whole.low is None or whole.low <= one.low
            assert whole.high is None or one.high <= whole.high


@given(doelen(), numbers)
def test_tekort_is_zero_exactly_when_an_exact_figure_reaches_a_closed_doel(doel, value):
    tekort = formulas.tekort(doel, Interval.exactly(value))
    assert tekort is not None
    assert tekort.low is not None
    assert tekort.low >= 0
    if not (doel.bereik.low_open or doel.bereik.high_open):
        assert (tekort.high == 0) == (value in doel.bereik)


@given(doelen(), numbers, numbers)
def test_a_better_figure_never_worsens_the_verdict(doel, one, other):
    rank = {"niet gehaald": 0, "deels gehaald": 1, "gehaald": 2}
    low, high = sorted((one, other))
    if doel.richting == "hoger":
        assert rank[point_verdict(doel, low)] <= rank[point_verdict(doel, high)]
    if doel.richting == "lager":
        assert rank[point_verdict(doel, high)] <= rank[point_verdict(doel, low)]


@given(intervals(), intervals(), numbers)
def test_sets(a, b, value):
    if value in a:
        assert value in a.hull(b)
        if a.within(b):
            assert value in b
        if value in b:
            assert a.overlaps(b)
    assert a.within(a.hull(b))
    assert a.within(a)
    assert a.overlaps(b) == b.overlaps(a)
    if a.below(b):
        assert not a.overlaps(b)
