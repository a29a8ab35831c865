"""What must hold for any indicator, tried on many: 2.000, or 100.000 with BKL_LANG=1."""

import os
import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

import pytest

from bkl.domein.dossier.verdicts import Telling
from bkl.domein.notatie.meaning.doel import Doel, read_doel
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.woorden import INDELINGEN
from bkl.gap import formulas
from bkl.gap.groepen import group_by
from bkl.gap.rows import build_rows, compare
from bkl.gap.weighing import weigh, weigh_all
from tests.gap.cases import judged
from tests.gap.plannen import DOELEN, QUARTERS, random_dossier

TIMES = 100_000 if os.environ.get("BKL_LANG") else 2_000
BETTER = {
    "gehaald": {"gehaald"},
    "niet te bepalen": {"niet te bepalen", "gehaald"},
    "deels gehaald": {"deels gehaald", "niet te bepalen", "gehaald"},
    "niet gehaald": {"niet gehaald", "deels gehaald", "niet te bepalen", "gehaald"},
}


def number(rng, low=-20, high=20):
    return Fraction(rng.randint(low * 4, high * 4), 4)


MARGE = Fraction(1, 10)


def random_doel(rng, eenheid=None, among=None):
    tau, base = number(rng), rng.choice([None, number(rng)])
    top, is_open = tau + abs(number(rng)), rng.random() < 0.3
    reach, start = abs(tau) * MARGE, number(rng)
    change = "lager" if tau < start else "hoger"
    soort, bereik, richting = rng.choice(
        [
            kind
            for kind in (
                ("minimum", Interval(tau, None, is_open), "hoger"),
                ("maximum", Interval(None, tau, False, is_open), "lager"),
                ("bandbreedte", Interval(tau, None), "hoger"),
                ("bandbreedte", Interval(tau, top), "binnen"),
                ("precies", Interval(tau, tau), "precies"),
                ("richtgetal", Interval(tau - reach, None), "hoger"),
                ("richtgetal", Interval(None, tau + reach), "lager"),
                ("verandering", Interval(*((None, tau) if tau < start else (tau, None))), change),
            )
            if among is None or kind[2] in among
        ]
    )
    base = start if soort == "verandering" else base
    bovengrens = top if (soort, richting) == ("bandbreedte", "hoger") else None
    marge = MARGE if soort == "richtgetal" else None
    return Doel("", soort, bereik, tau, richting, eenheid, base, None, bovengrens, marge)


def random_waarde(rng, near=None):
    """A figure; with `near` its lower end is now and then just the threshold of that doel."""
    low = near.drempel if near is not None and rng.random() < 0.2 else number(rng)
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
    top = None if doel.bovengrens is None else doel.bovengrens * factor
    return replace(
        doel,
        bereik=doel.bereik.scaled(factor),
        drempel=doel.drempel * factor,
        nulmeting=base,
        bovengrens=top,
    )


def around(*intervals):
    """Every end, a little below and above it, and what lies between: all that can matter."""
    ends = {end for one in intervals for end in (one.low, one.high) if end is not None}
    near = {end + by for end in ends for by in (-1, Fraction(-1, 1000), 0, Fraction(1, 1000), 1)}
    return near | {(one + other) / 2 for one in ends for other in ends}


def weighed(doel, waarde):
    return weigh(doel, doel.bereik, waarde)


@pytest.fixture
def rng():
    return random.Random(20261122)


def test_no_number_that_the_realisatie_allows_contradicts_the_verdict(rng):
    seen = set()
    for _ in range(TIMES):
        doel = random_doel(rng)
        waarde = random_waarde(rng, doel)
        whole = weighed(doel, waarde)
        seen.add(whole.rij)
        point = sample(rng, waarde)
        one = weighed(doel, Interval.exactly(point))
        if whole.oordeel != "niet te bepalen":
            assert (point in doel.bereik) == (whole.oordeel == "gehaald")
        if whole.oordeel in ("gehaald", "deels gehaald"):
            assert one.oordeel == whole.oordeel
        elif whole.oordeel == "niet gehaald":
            assert one.oordeel != "gehaald"
        for vlag in ("overtroffen", "boven bandbreedte", "verslechterd"):
            assert vlag not in whole.vlaggen or vlag in one.vlaggen
        for formula in (formulas.verschil, formulas.tekort, formulas.procent):
            outer, inner = formula(doel, waarde), formula(doel, one.waarde)
            assert (outer is None) == (inner is None)
            if outer is not None:
                assert outer.low is None or outer.low <= inner.low
                assert outer.high is None or inner.high <= outer.high
    assert seen == {9, 10, 11, 12, 13}


def dotted(number):
    """Return a number as one writes it: 2019 without its dot may be a year."""
    return write_number(Fraction(number))


def test_no_number_that_the_words_allow_contradicts_the_verdict(rng):
    told = (
        "{} dingen",
        "{}+",
        "meer dan {}",
        "< {}",
        "maximaal {}",
        "ca. {}",
        "bijna {}",
        "ruim {}",
    )
    told += ("{}-{more}", "enkele dingen", "tientallen", "honderden", "duizenden", "geen dingen")
    asked = (*DOELEN, "meer dan {} dingen", "minder dan {} dingen", "precies {} dingen")
    asked += ("van {more} naar {} dingen", "van {} naar {more} dingen", "handhaven op {} dingen")
    for _ in range(TIMES):
        n, m = rng.choice([rng.randint(2, 60), rng.randint(2, 4000)]), rng.randint(3, 80)
        doel = read_doel(rng.choice(asked).format(dotted(n), more=dotted(n + rng.randint(1, 20))))
        waarde = read_waarde(rng.choice(told).format(m, more=m + rng.randint(1, 9)))
        whole = weigh_all(doel, (waarde,))
        least = floor(waarde.interval.low) + waarde.interval.low_open
        most = least + 200 if waarde.interval.high is None else ceil(waarde.interval.high)
        most -= waarde.interval.high_open
        counted = read_waarde(f"{rng.randint(least, max(least, most))} dingen")
        one = weigh_all(doel, (counted,))
        assert counted.interval.within(waarde.interval)
        if whole.oordeel in ("gehaald", "deels gehaald"):
            assert one.oordeel == whole.oordeel
        elif whole.oordeel == "niet gehaald":
            assert one.oordeel != "gehaald"


def test_what_cannot_be_decided_could_be_either(rng):
    for _ in range(TIMES):
        doel = random_doel(rng)
        waarde = random_waarde(rng, doel)
        if weighed(doel, waarde).oordeel != "niet te bepalen":
            continue
        allowed = [point for point in around(waarde, doel.bereik) if point in waarde]
        assert {point in doel.bereik for point in allowed} == {True, False}


def test_the_percentage_says_what_the_verdict_says(rng):
    for _ in range(TIMES):
        doel = random_doel(rng)
        waarde = random_waarde(rng, doel)
        found = weighed(doel, waarde)
        if found.procent is None or doel.soort == "richtgetal":
            continue
        low, high = found.procent.low, found.procent.high
        if found.oordeel == "gehaald":
            assert low >= 100
        elif found.oordeel == "deels gehaald":
            assert low >= 0
            assert high <= 100
        elif found.oordeel == "niet gehaald":
            assert high <= 100
        if doel.richting in ("binnen", "precies"):
            assert high <= 100


def test_a_better_realisatie_never_worsens_the_verdict(rng):
    for _ in range(TIMES):
        doel, waarde = random_doel(rng, among=("hoger", "lager")), random_waarde(rng)
        step = abs(number(rng))
        better = moved(waarde, step if doel.richting == "hoger" else -step)
        one, other = weighed(doel, waarde), weighed(doel, better)
        assert other.oordeel in BETTER[one.oordeel]
        for end in ("low", "high"):
            less, more = getattr(one.tekort, end), getattr(other.tekort, end)
            assert less is None or more <= less
            if one.procent is not None and other.procent is not None:
                less, more = getattr(one.procent, end), getattr(other.procent, end)
                assert less is None or more >= less


def test_closer_to_a_band_never_worsens_the_verdict(rng):
    rank = {"niet gehaald": 0, "deels gehaald": 1, "gehaald": 2}
    for _ in range(TIMES):
        doel = random_doel(rng, among=("binnen", "precies"))
        one, other = number(rng), number(rng)
        found = sorted(
            (weighed(doel, Interval.exactly(value)) for value in (one, other)),
            key=lambda weging: weging.tekort.low,
        )
        assert rank[found[0].oordeel] >= rank[found[1].oordeel]


def test_another_scale_gives_the_same_verdict_and_percentage(rng):
    for _ in range(TIMES):
        doel, waarde = random_doel(rng, eenheid="€"), random_waarde(rng)
        factor = Fraction(rng.randint(1, 50), rng.randint(1, 50))
        one, other = weighed(doel, waarde), weighed(scaled(doel, factor), waarde.scaled(factor))
        assert (one.oordeel, one.rij, one.procent) == (other.oordeel, other.rij, other.procent)
        assert one.vlaggen == other.vlaggen
        assert one.tekort.scaled(factor) == other.tekort
        assert one.verschil.scaled(factor) == other.verschil


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
        assert one.vlaggen == other.vlaggen
        assert one.tekort.scaled(Fraction(7)) == other.tekort
        assert one.verschil.scaled(Fraction(7)) == other.verschil


def told(vergelijking):
    """All that is said of one indicator."""
    parts = (*vergelijking.mijlpalen, *vergelijking.bijstellingen)
    return (
        *(vergelijking.oordeel, vergelijking.rij, vergelijking.vlaggen, vergelijking.procent),
        *(vergelijking.tekort, vergelijking.gegeven, vergelijking.maatstaf),
        [(part.naam, part.toets.oordeel, part.telt) for part in parts],
    )


def test_before_its_day_nothing_is_called_missed(rng):
    for _ in range(TIMES // 20):
        peildatum = date(2021, 1, 1) + timedelta(rng.randrange(500))
        deadline = rng.choice([None, date(2021, 1, 1) + timedelta(rng.randrange(1000))])
        case = {"doel": "10 leden", "peildatum": f"{peildatum:%d-%m-%Y}"}
        if deadline is not None:
            case["deadline"] = f"{deadline:%d-%m-%Y}"
        if rng.random() < 0.7:
            case["realisatie"] = rng.choice(["4 leden", "12 leden", "niet gemeten", "8+"])
        early = (deadline or date(2021, 12, 31)) > peildatum
        assert (judged(case).oordeel == "nog niet te beoordelen") == early


def test_parts_of_a_year_add_up_and_a_missing_part_is_never_nought(rng):
    for _ in range(TIMES // 20):
        numbers = {quarter: rng.randint(0, 9) for quarter in QUARTERS}
        given = [quarter for quarter in QUARTERS if rng.random() < 0.8]
        rng.shuffle(given)
        metingen = {quarter: f"{numbers[quarter]} lezingen" for quarter in given}
        later = f"{rng.randint(10, 28)}-{rng.randint(1, 12)}-2022"
        case = {"doel": "18 lezingen", "tijd": "som", "realisatie": {"metingen": metingen}}
        case["peildatum"] = rng.choice(["31-12-2021", later])
        found, known = judged(case), sum(numbers[quarter] for quarter in given)
        if not given:
            assert found.oordeel == "niet gerapporteerd"
            continue
        whole = Fraction(known) if len(given) == len(QUARTERS) else None
        assert (found.waarde.low, found.waarde.high) == (known, whole)
        unknown = "niet te bepalen" if whole is None else found.oordeel
        assert found.oordeel == ("gehaald" if known >= 18 else unknown)


def test_order_changes_nothing_and_counts_add_up(rng):
    size = 200
    for _ in range(max(1, TIMES // size)):
        seed = rng.random()
        dossier = random_dossier(random.Random(seed), size)
        shuffled = random_dossier(random.Random(seed), size, shuffle=True)
        found, again = compare(dossier), compare(shuffled)
        assert {id_: told(v) for id_, v in found.items()} == {
            id_: told(v) for id_, v in again.items()
        }
        rows = build_rows(dossier, found)
        telling = Telling.of(rows)
        assert telling == Telling.of(build_rows(shuffled, again))
        counted = telling.n + telling.n_ontwikkelingen + telling.buiten
        assert counted == len(dossier.indicatoren)
        own = Counter(v.oordeel for v in found.values() if v.telt)
        assert {oordeel: n for oordeel, n in telling.aantallen.items() if n} == own
        zeker, mogelijk = telling.gehaald
        assert zeker <= mogelijk <= telling.n
        for indeling in INDELINGEN:
            groups = group_by(dossier, rows, indeling)
            totals = [group.telling.n + group.telling.n_ontwikkelingen for group in groups]
            assert sum(totals) >= telling.n + telling.n_ontwikkelingen
            if indeling in ("niveau", "invloed", "uitvoerder"):
                assert sum(totals) == telling.n + telling.n_ontwikkelingen
