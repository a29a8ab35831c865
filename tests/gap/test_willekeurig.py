"""What must hold for any indicator, tried on many: 2.000, or 100.000 with BKL_LANG=1."""

import os
import random
from fractions import Fraction

import pytest

from bkl.domein.doel import Doel, read_doel
from bkl.domein.interval import Interval
from bkl.domein.vergelijking import Telling
from bkl.domein.waarde import read_waarde
from bkl.domein.woorden import INDELINGEN
from bkl.gap import formulas
from bkl.gap.cijfers import weigh_all
from bkl.gap.groepen import group_by
from bkl.gap.rows import build_rows, compare
from bkl.gap.weighing import weigh
from tests.gap.plannen import random_dossier

TIMES = 100_000 if os.environ.get("BKL_LANG") else 2_000
BETTER = {
    "gehaald": {"gehaald"},
    "niet te bepalen": {"niet te bepalen", "gehaald"},
    "deels gehaald": {"deels gehaald", "niet te bepalen", "gehaald"},
    "niet gehaald": {"niet gehaald", "deels gehaald", "niet te bepalen", "gehaald"},
}


def number(rng, low=-20, high=20):
    return Fraction(rng.randint(low * 4, high * 4), 4)


def random_doel(rng):
    tau = number(rng)
    base = rng.choice([None, number(rng)])
    richting = rng.choice(["hoger", "lager", "binnen", "precies"])
    is_open = rng.random() < 0.3
    bereik, soort = Interval(tau, tau), "precies"
    if richting == "hoger":
        bereik, soort = Interval(tau, None, low_open=is_open), "minimum"
    elif richting == "lager":
        bereik, soort = Interval(None, tau, high_open=is_open), "maximum"
    elif richting == "binnen":
        bereik, soort = Interval(tau, tau + abs(number(rng))), "bandbreedte"
    return Doel("", soort, bereik, tau, richting, nulmeting=base)


def random_waarde(rng):
    low = number(rng)
    high = low + abs(number(rng)) * rng.choice([0, 1])
    if low == high:
        return Interval(low, low)
    shape = rng.choice(["closed", "open", "no high", "no low"])
    if shape == "no high":
        return Interval(low, None, rng.random() < 0.5)
    if shape == "no low":
        return Interval(None, high, False, rng.random() < 0.5)
    return Interval(low, high, shape == "open", shape == "open" or rng.random() < 0.3)


def sample(rng, interval):
    low = interval.high - 30 if interval.low is None else interval.low
    high = low + 30 if interval.high is None else interval.high
    point = low + (high - low) * Fraction(rng.randint(0, 7), 7)
    return point if point in interval else (low + high) / 2


def moved(interval, by):
    return Interval(
        None if interval.low is None else interval.low + by,
        None if interval.high is None else interval.high + by,
        interval.low_open,
        interval.high_open,
    )


def scaled(doel, factor):
    base = None if doel.nulmeting is None else doel.nulmeting * factor
    bereik = doel.bereik.scaled(factor)
    return Doel("", doel.soort, bereik, doel.drempel * factor, doel.richting, nulmeting=base)


def weighed(doel, waarde):
    return weigh(doel, doel.bereik, waarde)


@pytest.fixture
def rng():
    return random.Random(20261122)


def test_no_number_that_the_realisatie_allows_contradicts_the_verdict(rng):
    seen = set()
    for _ in range(TIMES):
        doel, waarde = random_doel(rng), random_waarde(rng)
        whole = weighed(doel, waarde)
        seen.add(whole.rij)
        one = weighed(doel, Interval.exactly(sample(rng, waarde)))
        if whole.oordeel in ("gehaald", "deels gehaald"):
            assert one.oordeel == whole.oordeel
        elif whole.oordeel == "niet gehaald":
            assert one.oordeel != "gehaald"
        for formula in (formulas.verschil, formulas.tekort, formulas.procent):
            outer, inner = formula(doel, waarde), formula(doel, one.waarde)
            assert (outer is None) == (inner is None)
            if outer is not None:
                assert outer.low is None or outer.low <= inner.low
                assert outer.high is None or inner.high <= outer.high
    assert seen == {9, 10, 11, 12, 13}


def test_a_better_realisatie_never_worsens_the_verdict(rng):
    for _ in range(TIMES):
        doel, waarde, step = random_doel(rng), random_waarde(rng), abs(number(rng))
        if doel.richting not in ("hoger", "lager"):
            continue
        better = moved(waarde, step if doel.richting == "hoger" else -step)
        assert weighed(doel, better).oordeel in BETTER[weighed(doel, waarde).oordeel]


def test_another_scale_gives_the_same_verdict_and_percentage(rng):
    for _ in range(TIMES):
        doel, waarde = random_doel(rng), random_waarde(rng)
        factor = Fraction(rng.randint(1, 50), rng.randint(1, 50))
        one, other = weighed(doel, waarde), weighed(scaled(doel, factor), waarde.scaled(factor))
        assert (one.oordeel, one.rij, one.procent) == (other.oordeel, other.rij, other.procent)
        assert one.tekort.scaled(factor) == other.tekort


def test_another_unit_gives_the_same_verdict(rng):
    forms = ("{} dagen", "< {} dagen", "ca. {} dagen", "meer dan {} dagen", "{}-{more} dagen")
    for _ in range(TIMES):
        weeks, days = rng.randint(1, 9), rng.randint(1, 70)
        word = rng.choice(["binnen", "minimaal", "minder dan", "meer dan"])
        phrase = rng.choice(forms).format(days, more=days + rng.randint(1, 9))
        waarde = read_waarde(phrase)
        one = weigh_all(read_doel(f"{word} {weeks} weken"), (waarde,))
        other = weigh_all(read_doel(f"{word} {7 * weeks} dagen"), (waarde,))
        assert (one.oordeel, one.procent) == (other.oordeel, other.procent)
        assert one.tekort.scaled(Fraction(7)) == other.tekort


def test_order_changes_nothing_and_counts_add_up(rng):
    size = 200
    for _ in range(max(1, TIMES // size)):
        seed = rng.random()
        dossier = random_dossier(random.Random(seed), size)
        shuffled = random_dossier(random.Random(seed), size, shuffle=True)
        found, again = compare(dossier), compare(shuffled)
        assert {id_: v.oordeel for id_, v in found.items()} == {
            id_: v.oordeel for id_, v in again.items()
        }
        rows = build_rows(dossier, found)
        telling = Telling.of(rows)
        assert telling == Telling.of(build_rows(shuffled, again))
        counted = telling.n + telling.n_ontwikkelingen + telling.buiten
        assert counted == len(dossier.indicatoren)
        zeker, mogelijk = telling.gehaald
        assert zeker <= mogelijk <= telling.n
        for indeling in INDELINGEN:
            groups = group_by(dossier, rows, indeling)
            totals = [group.telling.n + group.telling.n_ontwikkelingen for group in groups]
            assert sum(totals) >= telling.n + telling.n_ontwikkelingen
            if indeling in ("niveau", "invloed", "uitvoerder"):
                assert sum(totals) == telling.n + telling.n_ontwikkelingen
