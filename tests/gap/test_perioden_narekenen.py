"""Tables of periods against a world in which every day is known: no cell says what is not so.

A world is made first: what happened on each day. Some of it is measured, exactly or roughly, over
days, weeks, months and quarters; the rest stays unknown. Whatever a cell tells must hold in that
world, for all that the world did where nobody measured. BKL_LANG=1 tries 20.000 worlds.
"""

import os
import random
from datetime import date, timedelta
from fractions import Fraction

import pytest

from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.moment import read_moment
from bkl.domein.notatie.values.periods import periods_of
from bkl.domein.woorden import PERIODESOORTEN
from bkl.gap.periods.table import periods_table
from bkl.gap.rows import build_rows, compare
from tests.build import dossier, one, plan, report

WORLDS = 20_000 if os.environ.get("BKL_LANG") else 40
YEAR = 2021
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range(-7, 372)]
SOORTEN = [soort for soort in PERIODESOORTEN if soort != "jaar"]


def holds(interval, value):
    return interval is None or Interval.exactly(value).within(interval)


def roughly(rng, value):
    """Return a phrase that is true of a whole number."""
    kind = rng.choice(["exact", "exact", "exact", "band", "minimaal", "onbekend"])
    if kind == "band" and value:
        return f"{max(0, value - rng.randint(1, 3))}-{value + rng.randint(1, 3)}"
    if kind == "minimaal" and value:
        return f"minimaal {max(0, value - rng.randint(0, 2))}"
    return "nog niet bekend" if kind == "onbekend" else str(value)


def random_periods(rng, until, *, days=False):
    """Return periods without overlap, of any length and with gaps, all over on a day."""
    found, day = [], FIRST - timedelta(days=rng.choice([0, 0, 0, 4]))
    while day <= until:
        soort = rng.choice(SOORTEN)
        vak = next((v for v in periods_of(YEAR, soort) if v.begin >= day), None)
        if days and rng.random() < 0.4:
            moment = (f"{day:%d-%m-%Y}", day, day)
        elif vak is None:
            break
        else:
            moment = vak
        if moment[2] <= until and rng.random() < 0.8:
            found.append(moment)
        day = moment[2] + timedelta(days=1)
    return found


def random_due(rng):
    """Return mijlpalen, each with a number, and the doel of the year."""
    names = rng.sample(["Q1", "april", "half mei", "week 26", "Q3", "eind oktober"], 2)
    way = rng.choice(["minimaal", "maximaal"])
    moments = {f"{name} {YEAR}": f"{way} {rng.randint(1, 60)} stuks" for name in names}
    return moments, f"{way} {rng.randint(1, 60)} stuks"


def table(rng, tijd, metingen, peildatum, **more):
    moments, doel = random_due(rng)
    indicator = {"doel": doel, "tijd": tijd, "mijlpalen": moments, **more}
    told = report({"S-R1": {"metingen": metingen}} if metingen else {}, f"{peildatum:%d-%m-%Y}")
    made = dossier(plan(one(indicator)), {**told, "jaarverslag": str(YEAR)})
    soort = rng.choice(SOORTEN)
    return periods_table(made, build_rows(made, compare(made)), soort)


def check_verdicts(cel, value_on):
    """A verdict must hold of the world; where it does not decide it may say nothing."""
    for one_ in cel.toetsen:
        truth = Fraction(value_on(one_.dag))
        reached = holds(one_.toets.doel.bereik, truth)
        if one_.toets.oordeel == "gehaald":
            assert reached, (one_, truth)
        if one_.toets.oordeel in ("deels gehaald", "niet gehaald"):
            assert not reached, (one_, truth)
        if one_.toets.verschil is not None:
            assert holds(one_.toets.verschil, truth - one_.toets.doel.drempel), (one_, truth)


def peildatum(rng):
    return rng.choice([LAST, LAST, FIRST + timedelta(days=rng.randint(20, 363))])


def plain_sum(periods, figures, begin, day):
    """Return what periods come to between two days, as anyone would work it out by hand.

    At least the whole periods; at most all that touch, and without bound where a day is missing.
    """
    low, high, covered = 0, 0, set()
    for (_, first, last), figure in zip(periods, figures, strict=True):
        if figure is None or last < begin or first > day:
            continue
        covered |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
        low += figure.low if begin <= first and last <= day else 0
        high = None if high is None or figure.high is None else high + figure.high
    asked = {begin + timedelta(days=n) for n in range((day - begin).days + 1)}
    return low, high if asked <= covered else None


@pytest.mark.parametrize("seed", range(WORLDS))
def test_what_is_added(seed):
    rng = random.Random(seed)
    world = {day: rng.choice([0, 0, 0, 0, 1, 2]) for day in DAYS}
    end = peildatum(rng)
    periods = random_periods(rng, end)
    total = {p[0]: sum(world[d] for d in DAYS if p[1] <= d <= p[2]) for p in periods}
    metingen = {p[0]: roughly(rng, total[p[0]]) for p in periods}
    found = table(rng, "som", metingen, end)
    (reeks,) = found.reeksen
    read = reeks.rij.vergelijking.realisatie
    by_name = {m.moment.tekst: m.waarde.interval for m in read.reeks.metingen} if read else {}
    figures = [by_name.get(p[0]) for p in periods]
    for cel in reeks.cellen:
        day = min(cel.vak.eind, end)
        starts = (cel.vak.begin, cel.bereikt), (FIRST, cel.samen)
        for begin, cijfer in starts:
            interval = cijfer.waarde.interval if cijfer and cijfer.waarde else None
            if interval is None:
                continue
            assert holds(interval, sum(world[d] for d in DAYS if begin <= d <= day))
            assert (interval.low, interval.high) == plain_sum(periods, figures, begin, day)
        check_verdicts(cel, lambda due: sum(world[d] for d in DAYS if FIRST <= d <= due))


@pytest.mark.parametrize("seed", range(WORLDS))
def test_people_who_come_more_than_once(seed):
    rng = random.Random(seed)
    world = {day: {rng.randint(1, 40) for _ in range(rng.choice([0, 0, 1, 2]))} for day in DAYS}

    def people(first, last):
        return len(set().union(*(world[d] for d in DAYS if first <= d <= last)))

    end = peildatum(rng)
    periods = random_periods(rng, end)
    metingen = {p[0]: roughly(rng, people(*p[1:])) for p in periods}
    (reeks,) = table(rng, "som", metingen, end, uniek="ja").reeksen
    for cel in reeks.cellen:
        day = min(cel.vak.eind, end)
        for begin, cijfer in ((cel.vak.begin, cel.bereikt), (FIRST, cel.samen)):
            if cijfer is not None and cijfer.waarde is not None:
                assert holds(cijfer.waarde.interval, people(begin, day))
        check_verdicts(cel, lambda due: people(FIRST, due))


@pytest.mark.parametrize("seed", range(WORLDS))
def test_a_running_total(seed):
    rng = random.Random(seed)
    world, so_far = {}, 0
    for day in DAYS:
        so_far += rng.choice([0, 0, 0, 0, 0, 0, 1]) if day >= FIRST else 0
        world[day] = so_far
    end = peildatum(rng)
    periods = random_periods(rng, end, days=True)
    metingen = {p[0]: roughly(rng, world[p[2]]) for p in periods}
    (reeks,) = table(rng, "cumulatief", metingen, end).reeksen
    for cel in reeks.cellen:
        assert cel.samen is None
        inside = [p for p in periods if cel.vak.begin <= p[2] <= min(cel.vak.eind, end)]
        if cel.bereikt is None:
            assert inside == []
        elif cel.bereikt.waarde.interval is not None:
            known = [p for p in inside if metingen[p[0]] != "nog niet bekend"]
            assert holds(cel.bereikt.waarde.interval, world[known[-1][2]])
        check_verdicts(cel, world.get)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_how_something_stands(seed):
    rng = random.Random(seed)
    end = peildatum(rng)
    periods = random_periods(rng, end, days=True)
    world = {day: rng.randint(0, 60) for day in DAYS}
    for _, first, last in periods:
        # a stand of a period is how it stood throughout that period
        world |= {day: world[last] for day in DAYS if first <= day <= last}
    metingen = {p[0]: roughly(rng, world[p[2]]) for p in periods}
    (reeks,) = table(rng, "stand", metingen, end).reeksen
    for cel in reeks.cellen:
        assert cel.samen is None
        check_verdicts(cel, world.get)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_shares(seed):
    rng = random.Random(seed)
    asked = {day: rng.choice([0, 0, 1, 3]) for day in DAYS}
    happy = {day: rng.randint(0, n) for day, n in asked.items()}

    def share(first, last):
        whole = sum(asked[d] for d in DAYS if first <= d <= last)
        return Fraction(100 * sum(happy[d] for d in DAYS if first <= d <= last), whole or 1)

    end = peildatum(rng)
    whole = {p: sum(asked[d] for d in DAYS if p[1] <= d <= p[2]) for p in random_periods(rng, end)}
    periods = [p for p, n in whole.items() if n]
    metingen = {
        p[0]: f"{sum(happy[d] for d in DAYS if p[1] <= d <= p[2])} van {whole[p]}" for p in periods
    }
    indicator = {"doel": f"minimaal {rng.randint(30, 70)}%", "tijd": "gemiddelde"}
    told = report({"S-R1": {"metingen": metingen}} if metingen else {}, f"{end:%d-%m-%Y}")
    made = dossier(plan(one(indicator)), {**told, "jaarverslag": str(YEAR)})
    (reeks,) = periods_table(made, build_rows(made, compare(made)), rng.choice(SOORTEN)).reeksen
    for cel in reeks.cellen:
        day = min(cel.vak.eind, end)
        for begin, cijfer in ((cel.vak.begin, cel.bereikt), (FIRST, cel.samen)):
            if cijfer is not None and cijfer.waarde is not None:
                assert holds(cijfer.waarde.interval, share(begin, day))
        if end == LAST:
            check_verdicts(cel, lambda due: share(FIRST, due))


def test_the_names_of_periods_are_moments_of_the_same_days():
    for soort in PERIODESOORTEN:
        for vak in periods_of(YEAR, soort):
            moment = read_moment(vak.naam)
            assert (moment.begin, moment.eind) == (vak.begin, vak.eind)
