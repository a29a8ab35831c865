"""Years side by side: series, breaks, and promises that moved to another year."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from bkl import api
from bkl.domein.notatie.values.interval import Interval
from bkl.printers.gap import csv as as_csv
from bkl.printers.gap import json as as_json
from bkl.printers.gap import markdown, table
from bkl.printers.gap.parts.series import sparkline
from bkl.printers.screen import Screen
from tests.gap.goldens import assert_golden

HERE = Path(__file__).parent
JAREN = HERE / "jaren"


@pytest.fixture(scope="module")
def result():
    return api.gap(JAREN, jaar=2021, selectie="AD", vanaf=2019)


def test_what_people_see(result):
    assert_golden(HERE, "jaren.txt", table.show(result, Screen(width=80)))
    assert_golden(HERE, "jaren-160.txt", table.show(result, Screen(width=160)))
    assert_golden(HERE, "jaren.md", markdown.show(result, Screen()))


def test_series_run_over_the_years_that_are_there(result):
    reeks = result.reeksen["AD-R1.lezingen"]
    assert [punt.jaar for punt in reeks.punten] == [2019, 2020, 2021]
    assert [punt.vergelijking.gegeven for punt in reeks.punten] == [
        "3 lezingen",
        "1 lezing",
        "5 lezingen",
    ]
    assert sparkline(reeks.punten) == "▅▂█"
    later = api.gap(JAREN, jaar=2021, selectie="AD", vanaf=2020).reeksen["AD-R1.lezingen"]
    assert [punt.jaar for punt in later.punten] == [2020, 2021]


def test_a_break_cuts_the_series(result):
    stukken = result.reeksen["AD-R1.bezoekers"].stukken
    assert [[punt.jaar for punt in stuk] for stuk in stukken] == [[2019, 2020], [2021]]
    assert stukken[1][0].breuk == "vanaf 2021 telt alleen wie een stoel had"
    assert sparkline(stukken[0]) == "█·"


PLAN = "werkplan: {}\norganisatie: X\nspeerpunten:\n  S:\n    resultaten:\n      R1: {}\n"
VERSLAG = (
    "jaarverslag: {0}\npeildatum: 31-12-{0}\nbronnen: {{telling: {{titel: T}}, panel: {{titel: P}},"
    " telling-{0}: {{titel: T}}}}\nrealisaties:\n  S-R1: {1}\n"
)
CUTS = {
    "niets verandert": (("10 leden", "", "telling"), ("12 leden", "", "telling"), None),
    "andere noemer": (
        ("van 200 naar 150 per 1.000", "", "telling"),
        ("van 20 naar 15 per 100", "", "telling"),
        "andere noemer: eerst per 1.000, nu per 100",
    ),
    "andere eenheid": (
        ("binnen 14 dagen", "", "telling"),
        ("binnen 2 weken", "", "telling"),
        "andere eenheid: eerst dagen, nu weken",
    ),
    "andere definitie": (
        ("10 leden", ", definitie: Wie kwam.", "telling"),
        ("10 leden", ", definitie: Wie bleef.", "telling"),
        "andere definitie",
    ),
    "andere bron": (
        ("10 leden", "", "telling"),
        ("10 leden", "", "panel"),
        "andere bron: eerst telling, nu panel",
    ),
    "dezelfde bron met het jaar erbij": (
        ("10 leden", "", '"telling-2020, bladzijde 3"'),
        ("10 leden", "", '"telling-2022, bladzijde 4"'),
        None,
    ),
    "nu pas een noemer": (
        ("van 20 naar 15", "", "telling"),
        ("van 200 naar 150 per 1.000", "", "telling"),
        "andere noemer: eerst zonder, nu per 1.000",
    ),
    "nu pas een eenheid": (("10", "", "telling"), ("10 leden", "", "telling"), None),
    "nu geen eenheid meer": (("10 leden", "", "telling"), ("10", "", "telling"), None),
    "nu pas een definitie": (
        ("10 leden", "", "telling"),
        ("10 leden", ", definitie: Wie kwam.", "telling"),
        None,
    ),
    "nu geen definitie meer": (
        ("10 leden", ", definitie: Wie kwam.", "telling"),
        ("10 leden", "", "telling"),
        None,
    ),
    "dezelfde bron met nu pas een jaar": (
        ("10 leden", "", "Telling"),
        ("10 leden", "", "telling-2022"),
        None,
    ),
    "een streepje in de naam hoort bij geen jaar": (
        ("10 leden", "", "jaar-telling"),
        ("10 leden", "", "jaartelling"),
        "andere bron: eerst jaar-telling, nu jaartelling",
    ),
    "een spatie voor de komma": (
        ("10 leden", "", '"telling , bladzijde 3"'),
        ("10 leden", "", '"telling, bladzijde 4"'),
        None,
    ),
    "een van twee bronnen blijft": (
        ("10 leden", "", "[telling, panel]"),
        ("10 leden", "", "[panel, register]"),
        None,
    ),
    "twee andere bronnen": (
        ("10 leden", "", "[telling, panel]"),
        ("10 leden", "", "[register, raming]"),
        "andere bron: eerst telling, panel, nu register, raming",
    ),
    "nu geen bron": (("10 leden", "", "telling"), ("10 leden", "", "[]"), None),
    "nu pas een bron": (("10 leden", "", "[]"), ("10 leden", "", "telling"), None),
    "het plan zegt het zelf": (
        ("10 leden", "", "telling"),
        ("10 leden", ", trendbreuk: Nieuwe telling.", "panel"),
        "Nieuwe telling.",
    ),
}


@pytest.mark.parametrize("name", CUTS)
def test_what_cuts_a_series(tmp_path, name):
    first, last, breuk = CUTS[name]
    (tmp_path / "data").mkdir()
    for jaar, (doel, more, bron) in ((2020, first), (2021, first), (2022, last)):
        plan = f'{{tekst: Iets., doel: "{doel}"{more}}}'
        figure = doel.removeprefix("binnen ").removeprefix("van ").partition(" naar ")[0]
        ratio = f" per {doel.partition(' per ')[2]}" if " per " in doel else ""
        told = "niet gemeten" if jaar == 2021 else f"{figure}{ratio}"
        # where nothing was measured, a source does not count
        source = "elders" if jaar == 2021 else bron.replace("2020", str(jaar))
        verslag = f'{{realisatie: "{told}", bron: {source}}}'
        for kind, text in (
            ("werkplan", PLAN.format(jaar, plan)),
            ("jaarverslag", VERSLAG.format(jaar, verslag)),
        ):
            (tmp_path / "data" / f"{kind}-{jaar}.yaml").write_text(text, encoding="utf-8")
    reeks = api.gap(tmp_path, vanaf=2020).reeksen["S-R1"]
    assert [punt.breuk for punt in reeks.punten] == [None, None, breuk]


def write_years(folder, told, plan):
    (folder / "data").mkdir()
    for jaar, verslag in told.items():
        text = VERSLAG.format(jaar, verslag)
        if verslag is None:
            text = text.partition("realisaties")[0]
        for kind, content in (("werkplan", PLAN.format(jaar, plan)), ("jaarverslag", text)):
            (folder / "data" / f"{kind}-{jaar}.yaml").write_text(content, encoding="utf-8")
    return api.gap(folder, vanaf=min(told)).reeksen["S-R1"].punten


@pytest.mark.parametrize("name", ["telling_{}", "telling {}", "telling{}", "telling-{}"])
def test_a_source_keeps_its_name_with_the_year_behind_it(tmp_path, name):
    names = {2020: name.format(2020), 2021: name.format(2021), 2022: "telling"}
    told = {jaar: f"{{realisatie: 5, bron: {bron}}}" for jaar, bron in names.items()}
    punten = write_years(tmp_path, told, "{tekst: Iets., doel: 10 leden}")
    assert [punt.breuk for punt in punten] == [None, None, None]


def test_a_year_without_figure_keeps_the_source_of_the_year_before(tmp_path):
    told = {
        2020: "{realisatie: 5, bron: telling}",
        2021: None,
        2022: "{realisatie: 6, bron: panel}",
    }
    punten = write_years(tmp_path, told, "{tekst: Iets., doel: 10 leden}")
    assert [punt.breuk for punt in punten] == [None, None, "andere bron: eerst telling, nu panel"]
    assert [punt.waarde and punt.waarde.low for punt in punten] == [5, None, 6]


def test_a_point_is_in_the_unit_of_its_doel_or_else_as_written(tmp_path):
    (punt,) = write_years(tmp_path, {2021: "14 dagen"}, "{tekst: Iets., doel: binnen 3 weken}")
    assert punt.waarde == Interval.exactly(Fraction(2))


def test_a_point_without_doel_has_its_figure(tmp_path):
    (punt,) = write_years(tmp_path, {2021: "14 dagen"}, "{tekst: Iets., eenheid: dagen}")
    assert punt.waarde == Interval.exactly(Fraction(14))


def test_a_doel_that_comes_later_or_goes_is_no_break(tmp_path):
    plans = ["{tekst: Iets., eenheid: leden}", "{tekst: Iets., doel: 5 leden}"]
    for name, (first, last) in enumerate((plans, plans[::-1])):
        folder = tmp_path / str(name)
        folder.mkdir()
        write_years(folder, {2020: "{realisatie: 5, bron: telling}"}, first)
        path = folder / "data" / "werkplan-2021.yaml"
        path.write_text(PLAN.format(2021, last), encoding="utf-8")
        punten = api.gap(folder, vanaf=2020).reeksen["S-R1"].punten
        assert [punt.breuk for punt in punten] == [None, None]


def test_at_most_is_drawn_at_its_top_and_a_break_is_in_the_csv(tmp_path):
    (tmp_path / "data").mkdir()
    told = (
        (2020, "< 12 dagen", ""),
        (2021, "6 dagen", ""),
        (2022, "3 dagen", ", trendbreuk: Nieuw."),
    )
    for jaar, figure, more in told:
        plan = PLAN.format(jaar, f"{{tekst: Iets., doel: binnen 14 dagen{more}}}")
        (tmp_path / "data" / f"werkplan-{jaar}.yaml").write_text(plan, encoding="utf-8")
        verslag = VERSLAG.format(jaar, f'{{realisatie: "{figure}", bron: telling}}')
        (tmp_path / "data" / f"jaarverslag-{jaar}.yaml").write_text(verslag, encoding="utf-8")
    result = api.gap(tmp_path, vanaf=2020)
    assert sparkline(result.reeksen["S-R1"].stukken[0]) == "█▅"
    assert "2021: 6 dagen; 2022: 3 dagen (trendbreuk: Nieuw.)" in as_csv.show(result, Screen())


def test_a_later_plan_says_what_it_continues():
    found = api.gap(JAREN, selectie="AD-R5", vanaf=2019)
    assert found.dossier.jaar == 2022
    reeks = found.reeksen["AD-R5"]
    assert [(p.jaar, p.vergelijking.entry.id) for p in reeks.punten] == [
        (2019, "AD-R2"), (2020, "AD-R2"), (2021, "AD-R2"), (2022, "AD-R5"),
    ]  # fmt: skip
    assert found.herkomsten["AD-R5"].gevonden.oordeel == "uitgesteld"
    assert "vervolg van   2021, AD-R2" in table.show(found, Screen(width=80))


def test_a_promise_that_moved_is_followed(result):
    moved = result.vervolgen["AD-R2"]
    assert (moved.jaar, moved.gevonden.entry.id, moved.gevonden.oordeel) == (
        2022,
        "AD-R5",
        "gehaald",
    )
    lost = result.vervolgen["AD-R3"]
    assert lost.bekend
    assert lost.gevonden is None
    assert "staat niet in het werkplan van 2022" in table.show(result, Screen(width=80))


def test_without_a_next_plan_nothing_is_claimed(tmp_path):
    (tmp_path / "data").mkdir()
    for name in ("werkplan-2021.yaml", "jaarverslag-2021.yaml"):
        (tmp_path / "data" / name).write_bytes((JAREN / "data" / name).read_bytes())
    found = api.gap(tmp_path, selectie="AD")
    assert not found.vervolgen["AD-R3"].bekend
    assert "hoe verder" not in table.show(found, Screen(width=80))


def test_json_has_the_series(result):
    facts = {one["id"]: one for one in json.loads(as_json.show(result, Screen()))["indicatoren"]}
    reeks = facts["AD-R1.lezingen"]["reeks"]
    assert [(punt["jaar"], punt["bereik"], punt["trendbreuk"]) for punt in reeks] == [
        (2019, ["3", "3"], None), (2020, ["1", "1"], None), (2021, ["5", "5"], None),
    ]  # fmt: skip
    assert facts["AD-R2"]["voortgezet"] == {
        "jaar": 2022,
        "id": "AD-R5",
        "gevonden": True,
        "werkplan_bekend": True,
        "oordeel": "gehaald",
    }
    assert json.loads(as_json.show(api.gap(JAREN), Screen()))["indicatoren"][0]["reeks"] is None


def test_years_after_the_asked_one_are_no_series():
    with pytest.raises(api.Gebruiksfout, match="ligt na het jaar 2021"):
        api.gap(JAREN, jaar=2021, vanaf=2022)


def test_an_unreadable_other_year_stops_only_who_asks_for_it(tmp_path):
    (tmp_path / "data").mkdir()
    for path in (JAREN / "data").iterdir():
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "data" / "werkplan-2022.yaml").write_text("werkplan: [", encoding="utf-8")
    assert not api.gap(tmp_path, jaar=2021, selectie="AD").vervolgen["AD-R2"].bekend
    with pytest.raises(api.Onbruikbaar):
        api.gap(tmp_path, jaar=2022, vanaf=2019)
