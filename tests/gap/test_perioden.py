"""The table of periods: what was reached when, and how it stood against what was due then."""

from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.gap.periods.table import periods_table
from bkl.gap.rows import build_rows, compare
from bkl.printers.gap import csv, json, markdown
from bkl.printers.gap import table as terminal
from bkl.printers.screen import Screen
from bkl.wording.figures import format_verschil
from bkl.wording.periods import promised_told, reached_told, so_far_told, verdict_told
from tests.build import dossier, one, plan, report
from tests.gap.goldens import assert_golden

HERE = Path(__file__).parent
GEMEENTE = HERE.parent / "gemeente"
CASES = yaml.load(
    Path(__file__).with_name("perioden.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)


def table(case):
    jaar = case.get("jaar", "2022")
    told = report({"S-R1": case["realisatie"]}, case.get("peildatum", "31-12-2022"))
    made = dossier(plan(one(case["indicator"]), jaar), {**told, "jaarverslag": jaar})
    soort = None if case.get("per") == "null" else case.get("per", "kwartaal")
    return periods_table(made, build_rows(made, compare(made)), soort)


def shown(cel, entry):
    parts = [cel.vak.naam, reached_told(cel)]
    if (so_far := so_far_told(cel)) is not None:
        parts.append(f"samen {so_far}")
    text = "; ".join(parts)
    for toets in cel.toetsen:
        text += f" | {verdict_told(toets, entry)}, {toets.wat} {promised_told(toets, entry)}"
        if (verschil := format_verschil(toets.toets)) is not None:
            text += f", verschil {verschil}"
    return text


@pytest.mark.parametrize("case", CASES, ids=[case["naam"] for case in CASES])
def test_case(case):
    found = table(case)
    (reeks,) = found.reeksen
    entry = reeks.rij.vergelijking.entry
    if "soort" in case:
        assert found.soort == case["soort"]
    if "cellen" in case:
        assert [shown(cel, entry) for cel in reeks.cellen] == case["cellen"]


PLAN = """\
werkplan: 2022
organisatie: Voorbeeld
speerpunten:
  AD:
    titel: Bestaanszekerheid
    resultaten:
      R1:
        tekst: Lezingen over bestaanszekerheid, samen met partners.
        indicatoren:
          lezingen: {doel: 12 lezingen, tijd: som, mijlpalen: {Q2 2022: 6 lezingen}}
          deelnemers: {doel: minimaal 100 deelnemers, tijd: som, uniek: ja}
      R2:
        tekst: Leden van het burgerpanel.
        doel: 40 leden
        tijd: stand
        mijlpalen: {juni 2022: 25 leden}
      R3: {tekst: Bewoners die tevreden zijn., doel: 80% van de bewoners, tijd: gemiddelde}
      R4: Een goede samenwerking.
"""
REPORT = """\
jaarverslag: 2022
peildatum: 31-10-2022
realisaties:
  AD-R1.lezingen:
    metingen:
      Q1 2022: 2 lezingen
      april 2022: 1 lezing
      mei 2022: geen
      juni 2022: '2'
      Q3 2022: 5 lezingen
  AD-R1.deelnemers: {metingen: {Q1 2022: 40 deelnemers, Q2 2022: ca. 35}}
  AD-R2: {metingen: {31-03-2022: 20 leden, juni 2022: '24', half september 2022: '34'}}
  AD-R3: {metingen: {Q1 2022: 31 van 40, Q2 2022: 30 van 35}}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "werkplan-2022.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "data" / "jaarverslag-2022.yaml").write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("per", ["kwartaal", "maand", "week", "periode"])
@pytest.mark.parametrize("width", [80, 160])
def test_on_a_screen(folder, per, width):
    shown = terminal.show(api.gap(folder, per=per), Screen(width=width))
    assert all(len(line) <= width for line in shown.splitlines())
    if per != "week":
        assert_golden(HERE, f"perioden-{per}-{width}.txt", shown)
    for narrow in (40, 57):
        lines = terminal.show(api.gap(folder, per=per), Screen(width=narrow)).splitlines()
        assert all(len(line) <= narrow for line in lines)


def test_the_years_of_a_plan():
    result = api.gap(GEMEENTE, per="jaar")
    assert_golden(HERE, "perioden-jaar.txt", terminal.show(result, Screen(width=80)))


def test_for_other_programs(folder):
    result = api.gap(folder, per="kwartaal")
    assert_golden(HERE, "perioden.md", markdown.show(result, Screen()))
    rows = csv.show(result, Screen())
    assert rows.count("\r\n") == rows.count("\n")
    assert_golden(HERE, "perioden.csv", rows.replace("\r\n", "\n"))
    assert_golden(HERE, "perioden.json", json.show(result, Screen()))


def test_a_choice_without_measurements_says_what_to_do(folder):
    shown = terminal.show(api.gap(folder, selectie="AD-R4", per="kwartaal"), Screen())
    assert "heeft metingen of mijlpalen" in shown
    assert "`bkl set CODE CIJFER --periode Q1`" in " ".join(shown.split())
    told = markdown.show(api.gap(folder, selectie="AD-R4", per="maand"), Screen())
    assert "heeft metingen of mijlpalen" in told


def test_an_unreadable_figure_hides_no_other(folder):
    path = folder / "data" / "jaarverslag-2022.yaml"
    path.write_text(REPORT.replace("'34'", "'3.4'"), encoding="utf-8")
    shown = terminal.show(api.gap(folder, per="kwartaal"), Screen())
    assert "! onleesbaar" in shown
    assert "samen 5 lezingen" in shown


def test_without_periods_the_json_has_no_key_for_them(folder):
    assert '"perioden"' not in json.show(api.gap(folder), Screen())
