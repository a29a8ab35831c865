"""Moments as people write them, and the days they mean."""

from datetime import date

import pytest

from bkl.domein.notatie.values.moment import read_moment
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
