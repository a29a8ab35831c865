"""Other organisations: their own words, their own rule, their own readers."""

import io
import re
import shutil
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from bkl import api
from bkl.api.rendering.matter import read_stof
from bkl.cli import app
from bkl.domein.model.begrippen import Begrippen
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


SAID = (
    ("check",),
    ("gap",),
    ("gap", "--format", "markdown"),
    ("gap", "--format", "table", "--per", "niveau"),
    ("todo",),
)
AS_IN_THE_FILES = re.compile(r"`[^`]*`|\bdata/\S+")


@pytest.mark.parametrize("args", SAID, ids=" ".join)
def test_the_terminal_speaks_in_the_same_words(organisatie, args, monkeypatch):
    name, _ = organisatie
    monkeypatch.setenv("COLUMNS", "400")
    result = CliRunner().invoke(app, ["-C", str(HERE / name), *args])
    assert result.exit_code == 0, result.output
    assert FOREIGN.findall(AS_IN_THE_FILES.sub("", result.output)) == []


REFUSED = {
    ("set", "ONZIN", "3"): 2,
    ("set", "ONZIN", "--besteed", "€ 3"): 2,
    ("form", "--wie", "niemand"): 2,
    ("todo", "--wie", "niemand"): 2,
    ("gap", "ONZIN"): 2,
    ("gap", "--per", "thema"): None,
}


@pytest.mark.parametrize("args", REFUSED, ids=" ".join)
def test_a_refusal_speaks_in_the_same_words(organisatie, args, monkeypatch):
    name, _ = organisatie
    monkeypatch.setenv("COLUMNS", "400")
    result = CliRunner().invoke(app, ["-C", str(HERE / name), *args])
    assert REFUSED[args] in (None, result.exit_code), result.output
    assert FOREIGN.findall(AS_IN_THE_FILES.sub("", result.output)) == []


def test_what_does_not_change_is_told_in_the_same_words(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "400")
    shutil.copytree(HERE / "gemeente" / "data", tmp_path / "data")
    told = read_stof(tmp_path).rijen
    rij = next(rij for rij in told if rij.vergelijking.gegeven)
    args = ["-C", str(tmp_path), "set", rij.id, str(rij.vergelijking.gegeven), "--yes"]
    result = CliRunner().invoke(app, args)
    assert "Er verandert niets: in de jaarrekening van 2024 staat dit al zo." in result.output


@pytest.mark.parametrize("rapport", YEAR_REPORTS)
def test_the_workbook_speaks_in_the_same_words(organisatie, rapport):
    _, stof = organisatie
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_report(rapport, "xlsx", stof)))
    words = [*book.sheet_names]
    for sheet in book.sheet_names:
        words += [str(cell) for row in book.get_sheet_by_name(sheet).to_python() for cell in row]
    assert FOREIGN.findall("\n".join(words)) == []


SPOKEN = {
    "maar het werkplan noemt geen marge": "maar de begroting noemt geen marge",
    "Het jaarverslag is van X.": "De jaarrekening is van X.",
    "In dit werkplan staat geen speerpunt.": "In deze begroting staat geen programma.",
    "`het werkplan` en een speerpunt": "`het werkplan` en een programma",
    "Kies uit de speerpunten.": "Kies uit de programma's.",
    "een eerder werkplan": "een eerder werkplan",
    "het speerpuntje": "het speerpuntje",
}


@pytest.mark.parametrize("said", SPOKEN)
def test_a_message_is_said_in_own_words(said):
    own = Begrippen.model_validate(
        {
            "werkplan": "begroting",
            "jaarverslag": "jaarrekening",
            "speerpunt": "programma",
            "speerpunten": "programma's",
        }
    )
    assert own.in_eigen_woorden(said) == SPOKEN[said]
    assert Begrippen().in_eigen_woorden(said) == said


def test_its_own_words_stand_there(organisatie):
    name, stof = organisatie
    text = render_report("jaarverslag", "md", stof).decode()
    for words in OWN[name]:
        assert words in text
