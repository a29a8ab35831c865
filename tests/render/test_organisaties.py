"""Other organisations: their own words, their own rule, their own readers."""

import re
from pathlib import Path

import pytest

from bkl import api
from bkl.api.rendering.matter import read_stof
from bkl.render import render_report, report_names

HERE = Path(__file__).parent / "organisaties"
FOREIGN = re.compile(r"\bawb\b|bestuursrecht|subsidie|provincie|\bspeerpunt|\bwerkplan|4:80", re.I)
ANCHOR = re.compile(r'<a id="[^"]*"></a>|\]\(#[^)]*\)')

OWN = {
    "gemeente": ("verslag over 2024 aan de raad", "uit de programmabegroting", "De programma's"),
    "corporatie": ("de gemeente en onze huurders", "uit de activiteitenlijst", "de Woningwet"),
    "bibliotheek": (
        " aan onze leden · stand",
        "uit het activiteitenplan",
        "De opgaven",
    ),
}
YEAR_REPORTS = [name for name in report_names() if name != "regels"]


@pytest.fixture(scope="module", params=OWN)
def organisatie(request):
    return request.param, read_stof(HERE / request.param)


def test_the_example_is_in_order(organisatie):
    name, _ = organisatie
    assert api.check(HERE / name).fouten == 0


@pytest.mark.parametrize("rapport", YEAR_REPORTS)
def test_no_word_of_another_kind_of_organisation(organisatie, rapport):
    _, stof = organisatie
    text = ANCHOR.sub("", render_report(rapport, "md", stof).decode())
    assert FOREIGN.findall(text) == []
    assert not re.search(r"\bhet (begroting|programmabegroting|jaarrekening)", text)


def test_its_own_words_stand_there(organisatie):
    name, stof = organisatie
    text = render_report("jaarverslag", "md", stof).decode()
    for words in OWN[name]:
        assert words in text
