"""Moments as people write them, and the days they mean."""

from datetime import date

import pytest

from bkl.domein.moment import read_moment
from bkl.domein.onleesbaar import Onleesbaar

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
]


@pytest.mark.parametrize(("tekst", "begin", "eind"), MOMENTEN)
def test_moment(tekst, begin, eind):
    moment = read_moment(tekst)
    assert (moment.begin, moment.eind, moment.tekst) == (begin, eind, tekst)


@pytest.mark.parametrize(
    "tekst",
    ["begin 2023", "voorjaar 2023", "Q5 2023", "30-02-2023", "binnenkort", "", "eind 23", "1700"],
)
def test_a_day_that_is_not_certain_is_refused(tekst):
    with pytest.raises(Onleesbaar):
        read_moment(tekst)
