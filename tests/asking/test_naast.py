"""todo beside figures of promises: parts and money, at the right person, with what answers it."""

import csv
import io
import json
import shlex

import pytest
from typer.testing import CliRunner

from bkl import api
from bkl.cli import app
from bkl.printers.screen import Screen
from bkl.printers.todo import csv as csv_printer
from bkl.printers.todo import json as json_printer
from bkl.printers.todo import markdown, table
from tests.recording.workspace import NAME, new_workspace

PLAN = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  P:
    titel: Meedoen
    portefeuillehouder: wethouder
    geld: {begroot: € 400, dekking: {Rijk: € 250, fonds Noord: € 150}, wie: financiën}
    resultaten:
      R1:
        tekst: Er komen cursisten.
        doel: 60 cursisten
        wie: Noor
        uitsplitsing:
          wijk: {doelen: {Noord: 40 cursisten}, delen: [Oud Zuid]}
          leeftijd: [tot 27, vanaf 27]
      R2: {tekst: Er komt een loket., doel: 1 loket, uitsplitsing: {wijk: [Noord]}}
  P.1:
    titel: Taal
    uitvoerder: bibliotheek
    geld: {begroot: € 100}
    resultaten: {R1: {tekst: Er komen lessen., doel: 10 lessen}}
  Q:
    titel: Groen
    geld: {begroot: € 50}
    resultaten: {R1: {tekst: Er komen bomen., doel: 10 bomen}}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  P-R1:
    realisatie: 60 cursisten
    bron: telling
    uitsplitsing: {leeftijd: {tot 27: 0}}
  P-R2:
    uitvoering: vervallen
    reden: planning
    toelichting: Het ging niet door.
    gemeld: brief
    bron: telling
  P.1-R1: {realisatie: 10 lessen, bron: telling}
  Q-R1: {realisatie: 10 bomen, bron: telling}
geld:
  Q: {besteed: € 60}
"""


@pytest.fixture
def folder(tmp_path):
    return new_workspace(tmp_path, REPORT, PLAN)


def test_parts_and_money_each_with_who_and_how(folder):
    told = [(t.id, t.wat, ", ".join(t.wie), t.vraag, t.opdracht) for t in api.todo(folder).taken]
    assert told == [
        ("P-R1", "cijfer naar wijk", "Noor", "Hoeveel is het naar wijk: Oud Zuid, Noord?",
         'bkl set P-R1 --deel "wijk=Oud Zuid" CIJFER'),
        ("P-R1", "cijfer naar leeftijd", "Noor", "Hoeveel is het naar leeftijd: vanaf 27?",
         'bkl set P-R1 --deel "leeftijd=vanaf 27" CIJFER'),
        ("P", "besteed", "financiën", "Hoeveel is er uitgegeven?", "bkl set P --besteed BEDRAG"),
        ("P", "dekking", "financiën", "Hoeveel betaalde Rijk, fonds Noord?",
         'bkl set P --dekking Rijk=BEDRAG --dekking "fonds Noord=BEDRAG"'),
        ("P.1", "besteed", "financiën", "Hoeveel is er uitgegeven?",
         "bkl set P.1 --besteed BEDRAG"),
        ("Q", "toelichting", "", "Waarom werd het € 10 meer?",
         'bkl set Q --reden REDEN --toelichting "…"'),
    ]  # fmt: skip
    assert [t.plaats for t in api.todo(folder).taken] == [
        *["data/jaarverslag-2021.yaml:6"] * 2,
        *["data/werkplan-2021.yaml:7"] * 2,
        "data/werkplan-2021.yaml:20",
        "data/jaarverslag-2021.yaml:18",
    ]


@pytest.mark.parametrize(
    ("wie", "ids"),
    [("Noor", ["P-R1"] * 2), ("financiën", ["P", "P", "P.1"]), ("bibliotheek", [])],
)
def test_of_one_person(folder, wie, ids):
    assert [taak.id for taak in api.todo(folder, wie=[wie]).taken] == ids


def test_what_is_answered_is_not_asked_again(folder):
    """Every command as it is told, with an answer in it."""
    answers = {"CIJFER": "20", "BEDRAG": "€ 200", "REDEN": "raming", "…": "Het werd duurder."}
    for taak in [*api.todo(folder).taken]:
        line = taak.opdracht
        for word, answer in answers.items():
            line = line.replace(f"={word}", f"={answer}") if "=" in line else line
            line = line.replace(f" {word}", f' "{answer}"').replace(f'"{word}"', f'"{answer}"')
        _, _, *args = shlex.split(line.replace("Rijk=€ 200", '"Rijk=€ 200"'))
        spent = ["--besteed", "€ 400"] if taak.wat == "dekking" else []
        done = CliRunner().invoke(app, ["-C", str(folder), "set", *args, *spent, "--yes"])
        assert done.exit_code == 0, done.output
    assert {taak.wat for taak in api.todo(folder).taken} <= {"cijfer naar wijk", "toelichting"}
    assert "P.1" not in {taak.id for taak in api.todo(folder).taken if taak.wat == "besteed"}


def test_in_every_format(folder):
    result = api.todo(folder)
    shown = " ".join(table.show(result, Screen(width=100)).split())
    assert "P besteed, dekking (begroot € 400) Meedoen Hoeveel is er uitgegeven?" in shown
    assert "6 vragen over 1 toezegging en het geld van 3 onderdelen van 2021." in shown
    assert "of met de formulieren van `bkl form`." in shown
    lines = markdown.show(result, Screen())
    assert (
        "- [ ] **P** Meedoen (begroot € 400): besteed, uiterlijk 31-12-2021. Hoeveel is er "
        "uitgegeven? `bkl set P --besteed BEDRAG`" in lines
    )
    taken = json.loads(json_printer.show(result, Screen()))["taken"]
    assert [one["opdracht"] for one in taken] == [taak.opdracht for taak in result.taken]
    rows = list(csv.reader(io.StringIO(csv_printer.show(result, Screen())[1:]), delimiter=";"))
    assert (rows[0][-1], rows[3][-1]) == ("opdracht", "bkl set P --besteed BEDRAG")


def test_money_that_is_made_of_its_parts_is_not_asked(folder):
    plan = PLAN.replace("werkplan: 2021\n", "werkplan: 2021\ngeld: {begroot: € 450}\n")
    new_workspace(folder, REPORT, plan)
    assert "totaal" not in {taak.id for taak in api.todo(folder).taken}
    told = REPORT.replace("geld:\n", "geld:\n  P: {besteed: € 400, dekking: {Rijk: € 250}}\n")
    (folder / "data" / NAME).write_text(told, encoding="utf-8")
    left = [(t.id, t.wat, t.vraag) for t in api.todo(folder).taken if t.geld]
    assert ("P", "dekking", "Hoeveel betaalde fonds Noord?") in left
    assert ("P", "besteed") not in {one[:2] for one in left}


WHO = [
    # all the money, the part, what is below it, and who delivers that
    ("wie: allen", "", "", "", ["allen", "allen"]),
    ("wie: allen", "wie: deel", "", "", ["deel", "deel"]),
    ("wie: allen", "wie: deel", "wie: onder", "", ["deel", "onder"]),
    ("wie: allen", "", "", "uitvoerder: team", ["allen", "allen"]),
    ("", "", "", "uitvoerder: team", ["team", "team"]),
    ("", "", "", "portefeuillehouder: wethouder", ["wethouder", "wethouder"]),
    ("", "", "wie: [a, b]", "uitvoerder: team", ["team", "a+b"]),
    ("", "", "", "", ["", ""]),
]


@pytest.mark.parametrize(("everyone", "part", "below", "people", "asked"), WHO)
def test_of_whom_money_is_asked(tmp_path, everyone, part, below, people, asked):
    def money(wie, amount):
        return f"{{begroot: € {amount}{f', {wie}' if wie else ''}}}"

    plan = f"""\
werkplan: 2021
organisatie: Voorbeeld
geld: {money(everyone, 9)}
speerpunten:
  P:
    titel: Meedoen
{f"    {people}" if people else "    # niemand"}
    geld: {money(part, 9)}
    resultaten: {{R1: {{tekst: Er komen lessen., doel: 10 lessen}}}}
  P.1:
    titel: Taal
    geld: {money(below, 4)}
    resultaten: {{R1: {{tekst: Er komen boeken., doel: 10 boeken}}}}
"""
    folder = new_workspace(tmp_path, "jaarverslag: 2021\npeildatum: 31-12-2021\n", plan)
    taken = [taak for taak in api.todo(folder).taken if taak.geld]
    assert ["+".join(taak.wie) for taak in taken] == asked
    assert [taak.id for taak in taken] == ["P", "P.1"]
