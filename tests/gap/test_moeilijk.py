"""The ten hard cases of the background and the runners-up, each with what people see."""

from pathlib import Path

import pytest

from bkl import api
from bkl.printers.check.text import show as show_check
from bkl.printers.gap.table import show
from bkl.printers.screen import Screen
from tests.gap.goldens import assert_golden

HERE = Path(__file__).parent
WORKSPACE = HERE / "moeilijk"

CASES = {
    "M1": ("een punt scheidt duizendtallen", ["gehaald", "gehaald"]),
    "M2": ("450+ is een ondergrens, geen 450", ["niet te bepalen"]),
    "M3": ("minder is beter", ["deels gehaald", "niet gehaald"]),
    "M4": ("leeg is geen nul", ["niet gehaald", "niet gemeten", "niet gerapporteerd"]),
    "M5": ("unieke mensen tellen niet op", ["gehaald", "gehaald", "deels gehaald"]),
    "M6": ("percentages middelt men niet", ["gehaald", "deels gehaald"]),
    "M7": ("een doel dat achteraf zakt telt niet", ["deels gehaald", "gehaald"]),
    "M8": (
        "uitgesteld en vervallen blijven in N",
        ["vervallen", "niet gehaald", "uitgesteld", "niet gerapporteerd"],
    ),
    "M9": ("werkdagen zijn geen kalenderdagen", ["niet vergelijkbaar", "gehaald"]),
    "M10": ("nul en gelijk", ["niet gehaald", "deels gehaald", "niet gehaald", "niet gehaald"]),
    "N1": ("procentpunt is geen procent", ["gehaald"]),
    "N2": ("gehaald maar te laat", ["gehaald", "gehaald", "deels gehaald"]),
    "N3": ("twee-drie", ["gehaald", "gehaald"]),
    "N4": ("een bedrag met een komma", ["niet gehaald"]),
    "N5": ("een oud cijfer van een ander", ["niet te bepalen"]),
    "N6": ("honderd procent door afronden", ["deels gehaald"]),
    "N7": (
        "een samengesteld doel",
        ["gehaald", "niet te bepalen", "deels gehaald", "niet te bepalen"],
    ),
    "N8": ("optellen over het jaar", ["gehaald", "niet te bepalen", "deels gehaald"]),
    "N9": ("een doel over jaren", ["gehaald", "nog niet te beoordelen"]),
}
EXPLAINED = (
    *("M2-R1", "M3-R1", "M7-R2", "M8-R2", "M9-R1", "M9-R2", "M10-R3", "N1-R1", "N2-R1"),
    *("N5-R1.regio", "N6-R1", "N8-R2", "N9-R1", "N9-R2"),
)


@pytest.mark.parametrize("code", CASES, ids=[f"{code} {CASES[code][0]}" for code in CASES])
def test_hard_case(code):
    result = api.gap(WORKSPACE, selectie=code)
    assert [rij.vergelijking.oordeel for rij in result.rijen] == CASES[code][1]
    assert_golden(HERE, f"moeilijk-{code}.txt", show(result, Screen(width=80)))


def test_every_case_is_named():
    assert {rij.speerpunt for rij in api.gap(WORKSPACE).rijen} == set(CASES)


@pytest.mark.parametrize("id_", EXPLAINED)
def test_explained(id_):
    result = api.gap(WORKSPACE, selectie=id_, explain=True)
    assert_golden(HERE, f"uitleg-{id_}.txt", show(result, Screen(width=80)))


def test_the_whole_keeps_every_promise():
    result = api.gap(WORKSPACE)
    telling = result.telling
    assert telling.n + telling.n_ontwikkelingen + telling.buiten == len(result.rijen) == 43
    assert_golden(HERE, "moeilijk.txt", show(result, Screen(width=80)))


@pytest.mark.parametrize(
    ("code", "words"), [("M5", "40 tot 95 mensen"), ("M6", "51,0% (2 cijfers, n = 210)")]
)
def test_sums(code, words):
    shown = show(api.gap(WORKSPACE, selectie=code, per="speerpunt"), Screen(width=80))
    assert words in shown


@pytest.mark.parametrize(
    ("name", "phrase", "code"),
    [
        ("duizend", "doel: 4.000", "BKL016"),
        ("punt", "doel: 3.4", "BKL016"),
        ("komma", "{tekst: Iets., doel: 3,4%}", "BKL009"),
    ],
)
def test_hard_case_1_in_the_yaml_itself(tmp_path, name, phrase, code):
    data = tmp_path / "data"
    data.mkdir()
    entry = f"R1: {phrase}" if "{" in phrase else f"R1:\n          tekst: Iets.\n          {phrase}"
    (data / "werkplan-2023.yaml").write_text(
        f"werkplan: 2023\norganisatie: X\nspeerpunten:\n  AD:\n    resultaten:\n        {entry}\n",
        encoding="utf-8",
    )
    result = api.check(tmp_path)
    assert code in {finding.kind.code for finding in result.findings}
    assert_golden(HERE, f"valkuil-{name}.txt", show_check(result, Screen()))
