"""`hoger dan vorig jaar`: the figure of the year before is found in its own file, and shown."""

import pytest

from bkl import api
from bkl.printers.gap import table
from bkl.printers.screen import Screen

PLAN = """\
werkplan: {jaar}
organisatie: Voorbeeld
speerpunten: {{S: {{resultaten: {{R1: {{tekst: Boetes., {promise}}}}}}}}}
"""
REPORT = """\
jaarverslag: {jaar}
peildatum: 31-12-{jaar}
realisaties: {{S-R1: {told}}}
"""
MORE = "doel: meer boetes dan vorig jaar"


@pytest.fixture
def judged(tmp_path):
    def judged(promise, told, before="doel: 10 boetes", then="14 boetes", with_report=True):
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        for jaar, doel, figure in ((2020, before, then), (2021, promise, told)):
            plan = PLAN.format(jaar=jaar, promise=doel)
            (data / f"werkplan-{jaar}.yaml").write_text(plan, encoding="utf-8")
            if jaar == 2021 or with_report:
                report = REPORT.format(jaar=jaar, told=figure)
                (data / f"jaarverslag-{jaar}.yaml").write_text(report, encoding="utf-8")
        return api.gap(tmp_path, explain=True)

    return judged


@pytest.mark.parametrize(
    ("promise", "told", "oordeel"),
    [
        (MORE, "15 boetes", "gehaald"),
        (MORE, "14 boetes", "niet gehaald"),
        ("doel: niet meer boetes dan vorig jaar", "14 boetes", "gehaald"),
        ("doel: niet meer boetes dan vorig jaar", "15 boetes", "niet gehaald"),
        ("doel: lager dan vorig jaar", "13 boetes", "gehaald"),
        ("doel: hoger dan vorig jaar", "15 waarschuwingen", "niet vergelijkbaar"),
        # what the plan gives itself goes first
        (f"{MORE}, referentie: {{wat: vorig jaar, waarde: 20 boetes, bron: x}}", "15 boetes",
         "niet gehaald"),
    ],
)  # fmt: skip
def test_it_is_compared_with_what_was_reached(judged, promise, told, oordeel):
    (rij,) = judged(promise, told).rijen
    # halfway from nothing is some of the way
    accepted = {oordeel, "deels gehaald"} if oordeel == "niet gehaald" else {oordeel}
    assert rij.vergelijking.oordeel in accepted


def test_its_value_and_its_file_are_shown(judged):
    shown = " ".join(table.show(judged(MORE, "15 boetes"), Screen(width=80)).split())
    assert "vorig jaar: 14 boetes (jaarverslag-2020.yaml)" in shown


@pytest.mark.parametrize(
    "other",
    [
        {"then": "ca. 14 boetes"},
        {"then": "nog niet bekend"},
        {"then": "10-14 boetes"},
        {"with_report": False},
        {"before": "doel: 10 boetes, definitie: Alleen van de stad"},
        {"before": "doel: 10 boetes, eenheid: euro"},
    ],
)
def test_without_one_comparable_figure_it_is_refused_with_the_cure(judged, tmp_path, other):
    promise = f"{MORE}, definitie: Van het hele land, eenheid: boetes"
    (rij,) = judged(promise, "15 boetes", **other).rijen
    assert rij.vergelijking.oordeel == "onleesbaar"
    found = [
        one for one in api.check(tmp_path).findings if one.kind.slug == "onleesbare_hoeveelheid"
    ]
    assert "referentie: {wat: vorig jaar" in found[0].cure


def test_a_report_follows_the_figure_of_the_year_before(judged, tmp_path):
    judged(MORE, "15 boetes")
    (one,) = api.render("jaarverslag", tmp_path, formats=["md"])
    before = one.read_text(encoding="utf-8")
    judged(MORE, "15 boetes", then="16 boetes")
    (two,) = api.render("jaarverslag", tmp_path, formats=["md"])
    assert two.read_text(encoding="utf-8") != before
