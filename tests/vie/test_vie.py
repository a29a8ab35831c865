"""Another organisation: programmalijnen and factsheets, without a line of code about it."""

import re
from pathlib import Path

import pytest

from bkl import api
from bkl.printers.gap.table import show
from bkl.printers.screen import Screen
from tests.gap.goldens import assert_golden

HERE = Path(__file__).parent
CODE = HERE.parent.parent / "bkl"


def test_check_finds_no_fouten():
    assert [f.message for f in api.check(HERE).findings if f.kind.severity == "fout"] == []


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("selectie", [None, "KS", "NNZ", "BPB", "WOR", "BPB-R1.deelnemers"])
def test_what_people_see(selectie, width):
    shown = show(api.gap(HERE, selectie=selectie), Screen(width=width))
    assert all(len(line) <= width for line in shown.splitlines())
    assert_golden(HERE, f"gap-{selectie or 'alles'}-{width}.txt", shown)


@pytest.mark.parametrize("id_", ["NNZ-R1.ongepland", "BPB-R1.deelnemers", "BPB-R2.groep", "WOR-R2"])
def test_explained(id_):
    shown = show(api.gap(HERE, selectie=id_, explain=True), Screen(width=80))
    assert_golden(HERE, f"uitleg-{id_}.txt", shown)


@pytest.mark.parametrize("indeling", ["thema", "niveau", "invloed", "uitvoerder", "label"])
def test_counted(indeling):
    shown = show(api.gap(HERE, per=indeling), Screen(width=80))
    assert_golden(HERE, f"per-{indeling}.txt", shown)


def test_an_unknown_selection_is_refused_in_its_own_words():
    with pytest.raises(
        api.Gebruiksfout, match="geen programma, programmalijn, doelgroep, onderdeel"
    ):
        api.gap(HERE, selectie="KSS")


FACTS = {
    "NNZ-R1.ongepland": ("niet gerapporteerd", None),
    "BPB-R1.deelnemers": ("niet gehaald", "20 vaste deelnemers"),
    "BPB-R2.groep": ("niet gerapporteerd", None),
    "WOR-R1": ("niet gerapporteerd", None),
    "WOR-R2": ("deels gehaald", "37"),
    "WOR-R3": ("niet gehaald", "geen cliënten"),
    "WOR-R4": ("niet toetsbaar", None),
}


@pytest.mark.parametrize(("id_", "facts"), FACTS.items())
def test_facts(id_, facts):
    (rij,) = api.gap(HERE, selectie=id_).rijen
    assert (rij.vergelijking.oordeel, rij.vergelijking.gegeven) == facts


def test_the_change_without_consent_is_shown_and_does_not_count():
    (rij,) = api.gap(HERE, selectie="BPB-R1.deelnemers").rijen
    (change,) = rij.vergelijking.bijstellingen
    assert (change.toets.doel.tekst, change.telt, change.bezwaar) == (
        "30 vaste deelnemers",
        False,
        "geen akkoord",
    )
    assert rij.vergelijking.doel.tekst == "van 20 naar 40 vaste deelnemers"


def test_every_figure_of_the_source_is_in_the_data():
    data = " ".join(path.read_text(encoding="utf-8") for path in (HERE / "data").iterdir())
    for figure in (
        *(
            "3,4%",
            "2,5%",
            "1.000 dagen",
            "25 jaar",
            "55-plussers",
            "20 vaste",
            "40 vaste",
            "10 vaste",
        ),
        *(
            "30 vaste",
            "25 ouderen",
            "50 ouderen",
            "100 cliënten",
            "60 cliënten",
            "37",
            "meer dan 30",
        ),
        *(
            "maart 2022",
            "eind 2019",
            "november 2020",
            "januari 2020",
            "halfjaar",
            "derde kwartaal 2022",
        ),
    ):
        assert figure in data, figure


@pytest.mark.parametrize("rapport", ["jaarverslag", "werkplan"])
def test_report(rapport, tmp_path):
    (path,) = api.render(rapport, HERE, formats=["md"], output=tmp_path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "# Voortgangsrapportage Vie 2022"
        if rapport == "jaarverslag"
        else "# Programmaplan Vie 2022"
    )
    assert "van 3,4% naar 2,5%" in text
    if rapport == "jaarverslag":
        assert "ontwikkeling: niet gerapporteerd" in text
        assert "Evaluatie" in text
        assert "30 vaste deelnemers" in text


def test_no_line_of_code_knows_this_organisation():
    words = re.compile(r"kerkrade|\bvie\b|programmalijn", re.IGNORECASE)
    general = re.compile(r"kerkrade|\bvie\b", re.IGNORECASE)
    found = []
    for path in CODE.rglob("*.py"):
        # a draft knows what plans in general call their parts
        known = general if CODE / "draft" in path.parents else words
        if known.search(path.read_text(encoding="utf-8")):
            found.append(path)
    assert found == []


@pytest.mark.parametrize("name", [name for name in api.report_names() if name != "regels"])
def test_reports_use_the_words_of_the_organisation(name, tmp_path):
    (path,) = api.render(name, HERE, formats=["md"], output=tmp_path)
    shown = re.sub(r"<a id=.*?>|\]\(#.*?\)", "", path.read_text(encoding="utf-8"))
    assert not re.findall(r"(?i)speerpunt\w*|werkplan\w*|jaarverslag\w*|\bthema\w*", shown)
