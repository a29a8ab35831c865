"""Words that say the same read alike wherever they stand: `ca. 10` and `naar schatting 10`."""

import pytest

from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.qualifiers import AANDUIDINGEN
from tests.domein.test_notatie import describe

ZINNEN = (
    "@ 600 mensen",
    "@ 12 %",
    "@ tien lezingen",
    "in totaal @ 10 lezingen",
    "er waren @ 600 mensen",
    "een cijfer van @ 7",
    "waardering @ 7,5",
    "met @ 10% gedaald",
    "een daling van @ 10 procent",
    "groei van @ 10 %",
    "groei met @ 10 lezingen",
    "daling tot @ 10 procent",
    "verdubbeld naar @ 600",
    "@ 300 van de 600",
)


def read_as(reader, zin):
    try:
        return describe(reader(zin))
    except Onleesbaar:
        return "refused"


@pytest.mark.parametrize("zin", ZINNEN)
@pytest.mark.parametrize("reader", [read_doel, read_waarde])
@pytest.mark.parametrize("vorm", ["ongeveer", "bijna", "ruim"])
def test_words_of_one_kind_read_alike(vorm, reader, zin):
    of_kind = [word for word, kind in AANDUIDINGEN.items() if kind == vorm]
    read = {word: read_as(reader, zin.replace("@", word)) for word in of_kind}
    assert len(of_kind) > 2
    assert {word: told for word, told in read.items() if told != read[of_kind[0]]} == {}
