"""Moments as people write them, and the days they mean."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from bkl.domein.notatie.values.dates import MAANDEN
from bkl.domein.notatie.values.jaren import Schooljaar, first_day, last_day
from bkl.domein.notatie.values.kalender import weeks_in
from bkl.domein.notatie.values.moment import read_moment, with_year
from bkl.domein.notatie.values.unreadable import Onleesbaar

MOMENTEN = [
    ("Q1 2023", date(2023, 1, 1), date(2023, 3, 31)),
    ("q4 2022", date(2022, 10, 1), date(2022, 12, 31)),
    ("derde kwartaal 2022", date(2022, 7, 1), date(2022, 9, 30)),
    ("in het vierde kwartaal van 2022", date(2022, 10, 1), date(2022, 12, 31)),
    ("2e kwartaal 2024", date(2024, 4, 1), date(2024, 6, 30)),
    ("kwartaal 1 2024", date(2024, 1, 1), date(2024, 3, 31)),
    ("eind 2023", date(2023, 12, 31), date(2023, 12, 31)),
    ("eind februari 2024", date(2024, 2, 29), date(2024, 2, 29)),
    ("eind februari 2023", date(2023, 2, 28), date(2023, 2, 28)),
    ("halverwege 2021", date(2021, 6, 30), date(2021, 6, 30)),
    ("medio 2021", date(2021, 6, 30), date(2021, 6, 30)),
    ("31-12-2023", date(2023, 12, 31), date(2023, 12, 31)),
    ("per 1 juli 2021", date(2021, 7, 1), date(2021, 7, 1)),
    ("juli 2021", date(2021, 7, 1), date(2021, 7, 31)),
    ("december 2021", date(2021, 12, 1), date(2021, 12, 31)),
    ("eerste helft 2021", date(2021, 1, 1), date(2021, 6, 30)),
    ("2e halfjaar 2021", date(2021, 7, 1), date(2021, 12, 31)),
    ("2021", date(2021, 1, 1), date(2021, 12, 31)),
    # every word that may lead, and every word for a quarter, a half and an end
    ("in de eerste helft van 2021", date(2021, 1, 1), date(2021, 6, 30)),
    ("in juli 2021", date(2021, 7, 1), date(2021, 7, 31)),
    ("op  1 juli 2021", date(2021, 7, 1), date(2021, 7, 1)),
    ("vóór het tweede kwartaal 2022", date(2022, 4, 1), date(2022, 6, 30)),
    ("Uiterlijk eind november 2021", date(2021, 11, 30), date(2021, 11, 30)),
    ("eerste kwartaal 2022", date(2022, 1, 1), date(2022, 3, 31)),
    ("laatste kwartaal 2022", date(2022, 10, 1), date(2022, 12, 31)),
    ("1e helft 2021", date(2021, 1, 1), date(2021, 6, 30)),
    ("tweede half jaar 2021", date(2021, 7, 1), date(2021, 12, 31)),
    ("laatste halfjaar van 2021", date(2021, 7, 1), date(2021, 12, 31)),
    ("einde 2021", date(2021, 12, 31), date(2021, 12, 31)),
    ("ultimo van november 2021", date(2021, 11, 30), date(2021, 11, 30)),
    ("midden 2021", date(2021, 6, 30), date(2021, 6, 30)),
    ("1-7-2021", date(2021, 7, 1), date(2021, 7, 1)),
    ("12 mei 2021", date(2021, 5, 12), date(2021, 5, 12)),
    ("1900", date(1900, 1, 1), date(1900, 12, 31)),
    ("2199", date(2199, 1, 1), date(2199, 12, 31)),
    # weeks as ISO 8601 counts them: also over the turn of the year, and 53 where there is one
    ("week 10 2022", date(2022, 3, 7), date(2022, 3, 13)),
    ("week 10 van 2022", date(2022, 3, 7), date(2022, 3, 13)),
    ("uiterlijk week 10, 2022", date(2022, 3, 7), date(2022, 3, 13)),
    ("wk. 9 2022", date(2022, 2, 28), date(2022, 3, 6)),
    ("2022-W10", date(2022, 3, 7), date(2022, 3, 13)),
    ("week 1 2025", date(2024, 12, 30), date(2025, 1, 5)),
    ("week 53 2020", date(2020, 12, 28), date(2021, 1, 3)),
    ("week 52 2022", date(2022, 12, 26), date(2023, 1, 1)),
    # the middle of a month is its fifteenth day
    ("half november 2022", date(2022, 11, 15), date(2022, 11, 15)),
    ("medio februari 2024", date(2024, 2, 15), date(2024, 2, 15)),
    ("halverwege nov 2022", date(2022, 11, 15), date(2022, 11, 15)),
    # months written short
    ("mrt 2022", date(2022, 3, 1), date(2022, 3, 31)),
    ("jan. 2022", date(2022, 1, 1), date(2022, 1, 31)),
    ("3 sept 2022", date(2022, 9, 3), date(2022, 9, 3)),
    ("eind okt. 2022", date(2022, 10, 31), date(2022, 10, 31)),
    ("2023-Q1", date(2023, 1, 1), date(2023, 3, 31)),
    ("Q1-2023", date(2023, 1, 1), date(2023, 3, 31)),
    # thirds of a year
    ("1e tertaal 2023", date(2023, 1, 1), date(2023, 4, 30)),
    ("laatste tertaal 2023", date(2023, 9, 1), date(2023, 12, 31)),
    # a school year begins on 1 August, and its parts are counted from there
    ("2023/2024", date(2023, 8, 1), date(2024, 7, 31)),
    ("schooljaar 2023-2024", date(2023, 8, 1), date(2024, 7, 31)),
    ("Q1 2023/2024", date(2023, 8, 1), date(2023, 10, 31)),
    ("kwartaal 2 2023/2024", date(2023, 11, 1), date(2024, 1, 31)),
    ("derde kwartaal van schooljaar 2023/24", date(2024, 2, 1), date(2024, 4, 30)),
    ("laatste kwartaal 2023/2024", date(2024, 5, 1), date(2024, 7, 31)),
    ("2e halfjaar 2023/2024", date(2024, 2, 1), date(2024, 7, 31)),
    ("1e semester 2023/2024", date(2023, 8, 1), date(2024, 1, 31)),
    ("eind 2023/2024", date(2024, 7, 31), date(2024, 7, 31)),
    ("halverwege 2023/2024", date(2024, 1, 31), date(2024, 1, 31)),
    # from one moment up to and including another
    ("29-12-2025 t/m 31-12-2025", date(2025, 12, 29), date(2025, 12, 31)),
    ("20-11-2023 - 2-2-2024", date(2023, 11, 20), date(2024, 2, 2)),
    ("januari t/m april 2023", date(2023, 1, 1), date(2023, 4, 30)),
    ("jan-mrt 2023", date(2023, 1, 1), date(2023, 3, 31)),
    ("1 tot en met 15 maart 2022", date(2022, 3, 1), date(2022, 3, 15)),
    ("week 10 t/m 12 2022", date(2022, 3, 7), date(2022, 3, 27)),
    ("week 10-12 2022", date(2022, 3, 7), date(2022, 3, 27)),
    ("week 50 2022 t/m week 2 2023", date(2022, 12, 12), date(2023, 1, 15)),
    ("Q1 t/m Q3 2023", date(2023, 1, 1), date(2023, 9, 30)),
]


@pytest.mark.parametrize(("tekst", "begin", "eind"), MOMENTEN)
def test_moment(tekst, begin, eind):
    moment = read_moment(tekst)
    assert (moment.begin, moment.eind, moment.tekst) == (begin, eind, tekst)


GEEN_MOMENT = "is geen moment waarvan de dag vaststaat."


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        *(
            (tekst, f"`{tekst}` {GEEN_MOMENT}")
            for tekst in ("begin 2023", "voorjaar 2023", "Q5 2023")
        ),
        *((tekst, f"`{tekst}` {GEEN_MOMENT}") for tekst in ("binnenkort", "", "eind 23")),
        *(
            (tekst, f"`{tekst}` {GEEN_MOMENT}")
            for tekst in ("Q1 2023 of later", "in per juli 2021")
        ),
        *(
            (tekst, f"`{tekst}` {GEEN_MOMENT}")
            for tekst in ("123-1-2021", "1-123-2021", "123 mei 2021")
        ),
        ("injuli 2021", f"`injuli 2021` {GEEN_MOMENT}"),
        ("30-02-2023", "`30-02-2023` bestaat niet."),
        ("1700", "1700 is geen jaartal."),
        ("1899", "1899 is geen jaartal."),
        ("2200", "2200 is geen jaartal."),
        ("eind 2200", "2200 is geen jaartal."),
        ("01-01-1899", "1899 is geen jaartal."),
        ("week 53 2021", "2021 heeft geen week 53: de laatste is week 52."),
        ("week 0 2021", "2021 heeft geen week 0: de laatste is week 52."),
        ("2020-W54", "2020 heeft geen week 54: de laatste is week 53."),
        ("2023/2025", "2023/2025 is geen schooljaar."),
        ("maart t/m januari 2023", "`maart t/m januari 2023` eindigt voordat het begint."),
        ("31-2-2023 t/m 5-3-2023", "`31-2-2023 t/m 5-3-2023` bestaat niet."),
        # half of a week or a day says nothing of when, and nobody knows which part is meant
        *(
            (tekst, f"`{tekst}` {GEEN_MOMENT}")
            for tekst in (
                *("periode 2 2023/2024", "blok 3 2023/2024", "1e trimester 2023", "zomer 2023"),
                *("seizoen 2023/2024", "1e semester 2023", "schooljaar 2023", "4e tertaal 2023"),
                *("3e helft 2023", "week 10 2023/2024", "november 2023/2024", "half week 10 2023"),
                *("5-3-2023 tot 6-3-2023", "weekend 2023", "week 10", "2022-W9"),
            )
        ),
    ],
)
def test_a_day_that_is_not_certain_is_refused(tekst, reden):
    with pytest.raises(Onleesbaar) as refusal:
        read_moment(tekst)
    assert refusal.value.reden == reden
    assert (refusal.value.start, refusal.value.end) == (0, len(tekst))


def test_a_period_lasts_longer_than_a_day():
    assert read_moment("Q1 2023").is_periode
    assert not read_moment("eind 2023").is_periode


@pytest.mark.parametrize(
    "tekst",
    ["1e trimester 2023", "periode 2 2023/2024", "zomer 2023", "schooljaar 2023", "begin 2023"],
)
def test_what_a_refusal_tells_to_write_is_a_moment(tekst):
    with pytest.raises(Onleesbaar) as refusal:
        read_moment(tekst)
    offered = re.findall("`([^`]+)`", refusal.value.herstel)
    assert offered
    for one in offered:
        assert read_moment(one)


@pytest.mark.parametrize("jaar", [2020, 2021, 2024, Schooljaar(2023)])
@pytest.mark.parametrize(
    "names",
    [
        ["1e halfjaar {}", "2e halfjaar {}"],
        ["1e tertaal {}", "2e tertaal {}", "3e tertaal {}"],
        ["Q1 {}", "Q2 {}", "Q3 {}", "Q4 {}"],
    ],
)
def test_parts_of_a_year_follow_each_other_and_are_the_year(jaar, names):
    parts = [read_moment(name.format(jaar)) for name in names]
    assert (parts[0].begin, parts[-1].eind) == (first_day(jaar), last_day(jaar))
    assert all(one.eind + timedelta(days=1) == other.begin for one, other in pairwise(parts))


@pytest.mark.parametrize("jaar", range(2015, 2033))
def test_weeks_follow_each_other_and_hold_a_thursday_of_their_year(jaar):
    weeks = [read_moment(f"week {number} {jaar}") for number in range(1, weeks_in(jaar) + 1)]
    assert all((one.eind - one.begin).days == 6 for one in weeks)
    assert all(one.eind + timedelta(days=1) == other.begin for one, other in pairwise(weeks))
    assert {(one.begin + timedelta(days=3)).year for one in weeks} == {jaar}
    assert weeks[-1].eind + timedelta(days=1) == read_moment(f"week 1 {jaar + 1}").begin


@pytest.mark.parametrize("maand", MAANDEN)
def test_a_month_lies_in_one_quarter(maand):
    inside = read_moment(f"{maand} 2023")
    quarters = [read_moment(f"Q{number} 2023") for number in range(1, 5)]
    holds = [one for one in quarters if one.begin <= inside.begin and inside.eind <= one.eind]
    assert len(holds) == 1


@pytest.mark.parametrize(
    ("tekst", "met"),
    [
        ("november", "november 2023"),
        ("juli", "juli 2024"),
        ("3 mei", "3 mei 2024"),
        ("half november", "half november 2023"),
        ("week 10", "week 10 2024"),
        ("week 40", "week 40 2023"),
        ("1e semester", "1e semester 2023/2024"),
    ],
)
def test_in_a_school_year_a_moment_is_in_the_calendar_year_in_which_it_falls(tekst, met):
    assert with_year(tekst, Schooljaar(2023)) == met
    assert with_year(tekst, 2023) == f"{tekst} 2023"


@pytest.mark.parametrize(
    ("tekst", "keus"),
    [
        ("Q1", ["Q1 2024", "Q1 2023/2024"]),
        ("Q3", ["Q3 2023", "Q3 2024", "Q3 2023/2024"]),
        ("1e halfjaar", ["1e halfjaar 2024", "1e halfjaar 2023/2024"]),
        ("week 31", ["week 31 2023", "week 31 2024"]),
    ],
)
def test_what_may_be_two_moments_in_a_school_year_is_asked(tekst, keus):
    with pytest.raises(Onleesbaar) as refusal:
        with_year(tekst, Schooljaar(2023))
    assert re.findall("`([^`]+)`", refusal.value.herstel) == keus
    days = {(read_moment(one).begin, read_moment(one).eind) for one in keus}
    assert len(days) == len(keus)
