"""Figures over time against brute force: years drawn at random that fit what was measured."""

import random
import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from bkl.domein.notatie.meaning.waarde import read_waarde
from tests.gap.cases import dossier_of, ends, judged

HERE = Path(__file__).parent
CASES = yaml.load((HERE / "over_tijd.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
DRAWS = 300
CERTAIN = ("gehaald", "deels gehaald", "niet gehaald")


def months_of(moment):
    """Return the months of a moment in 2021, the first being 0."""
    if found := re.fullmatch(r"Q([1-4]) 2021", moment):
        first = 3 * int(found[1]) - 3
        return range(first, first + 3)
    if found := re.fullmatch(r"([12])e helft 2021", moment):
        first = 6 * int(found[1]) - 6
        return range(first, first + 6)
    if moment == "2021":
        return range(12)
    first = MONTHS.index(moment.removesuffix(" 2021"))
    return range(first, first + 1)


def drawn_number(rng, phrase):
    """Return a whole number, or the very number, that a phrase can mean; None for no figure."""
    interval = read_waarde(phrase).interval
    if interval is None:
        return None
    if interval.low == interval.high:
        return interval.low
    return Fraction(rng.randint(int(interval.low), int(interval.high)))


def spread(rng, total, months, amounts):
    """Divide a total over months at random."""
    share = rng.random()
    for month in months:
        amounts[month] = 0
    for _ in range(int(total)):
        late = rng.random() < share
        amounts[rng.choice(months[len(months) // 2 :] if late else months)] += 1


def draw_sum(rng, case, day):
    low = -30 if "negatief" in case else 0
    amounts = [rng.choice((0, 0, rng.randint(low, 30))) for _ in range(12)]
    for moment, phrase in case["metingen"].items():
        total = drawn_number(rng, phrase)
        if total is not None:
            spread(rng, total, months_of(moment), amounts)
    return sum(amounts[:day])


def draw_unique(rng, case, day):
    assert day == 12
    sizes = [int(read_waarde(phrase).interval.low) for phrase in case["metingen"].values()]
    covered = sum(len(months_of(moment)) for moment in case["metingen"])
    if covered < 12:
        sizes.append(rng.randint(0, 12))
    pool = range(rng.randint(max(sizes), sum(sizes)))
    people = set()
    for size in sizes:
        people |= set(rng.sample(pool, size))
    return len(people)


def draw_running(rng, case, day):
    totals = [0] * 12
    known, before = 0, 0
    for moment, phrase in case["metingen"].items():
        end = months_of(moment)[-1]
        total = int(read_waarde(phrase).interval.low)
        steps = sorted(rng.randint(known, total) for _ in range(before, end))
        totals[before:end] = steps
        totals[end] = total
        known, before = total, end + 1
    for month in range(before, 12):
        known = totals[month] = known + rng.choice((0, rng.randint(0, 9)))
    return totals[day - 1]


def draw_level(rng, case, day):
    levels = [rng.randint(0, 40) for _ in range(12)]
    for moment, phrase in case["metingen"].items():
        for month in months_of(moment):
            levels[month] = drawn_number(rng, phrase)
    return levels[day - 1]


def draw_average(rng, case, day):
    parts, covered = [], set()
    for moment, told in case["metingen"].items():
        covered |= set(months_of(moment))
        phrase = told if isinstance(told, str) else told["realisatie"]
        waarde = read_waarde(phrase)
        weight = waarde.noemer or Fraction(told["gewicht"] if isinstance(told, dict) else 1)
        parts.append((waarde.interval.low, weight))
    if len(covered) < 12:
        parts.append((Fraction(rng.randint(0, 100)), Fraction(rng.randint(1, 200))))
    return sum(value * weight for value, weight in parts) / sum(weight for _, weight in parts)


def truth(rng, case, day):
    if case.get("uniek") == "ja":
        return draw_unique(rng, case, day)
    if case["tijd"] == "gemiddelde" or "%" in case["doel"]:
        return draw_average(rng, case, day)
    draw = {"som": draw_sum, "cumulatief": draw_running, "stand": draw_level}[case["tijd"]]
    return draw(rng, case, day)


def is_good(case, value):
    least, most = (None if end in ("null", "") else Fraction(end) for end in case["goed"])
    return (least is None or value >= least) and (most is None or value <= most)


def as_told(case):
    told = {key: value for key, value in case.items() if key not in ("metingen", "waarde")}
    return told | {"realisatie": {"metingen": case["metingen"]}}


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_verdict_over_time(case):
    found = judged(as_told(case))
    assert (found.oordeel, found.regel) == (case["oordeel"], case["rij"])
    assert ends(found.waarde) == case["waarde"]
    if "vlaggen" in case:
        assert list(found.vlaggen) == case["vlaggen"]


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_a_certain_verdict_holds_for_every_completion(case):
    if "onmogelijk" in case:
        assert case["oordeel"] not in CERTAIN
        return
    found = judged(as_told(case))
    rng = random.Random(case["naam"])
    values = [truth(rng, case, int(case.get("dag", 12))) for _ in range(DRAWS)]
    good = {is_good(case, value) for value in values}
    if found.oordeel == "gehaald":
        assert good == {True}
    elif found.oordeel in CERTAIN:
        assert good == {False}
    else:
        assert good == {True, False}, "it could have been decided"
    if found.waarde is not None and found.regel not in ("5", "8a"):
        assert all(value in found.waarde for value in values)


def test_all_four_ways_are_there():
    assert {case["tijd"] for case in CASES} == {"som", "stand", "cumulatief", "gemiddelde"}


def test_figures_that_do_not_combine_are_refused_without_another_tijd():
    case = {"doel": "60%", "tijd": "gemiddelde"}
    for metingen in ({"Q1 2021": "50%", "Q2 2021": "70%", "2e helft 2021": "60%"},):
        dossier = dossier_of(case | {"realisatie": {"metingen": metingen}})
        (fault,) = dossier.lezer_jaarverslag.fouten
        assert "tijd" not in fault.fout.herstel
        assert "31 van 48" in fault.fout.herstel


def test_a_figure_of_after_the_peildatum_counts_nowhere():
    metingen = {"Q1 2021": "2 lezingen", "Q4 2021": "9 lezingen"}
    case = {"doel": "6 lezingen", "tijd": "som", "peildatum": "30-06-2021"}
    found = judged(case | {"realisatie": {"metingen": metingen}})
    assert (found.oordeel, ends(found.waarde)) == ("nog niet te beoordelen", ["2", "null"])
