"""One fault hides nothing: the rest is computed, what is touched is marked, and N stays."""

import json

import pytest
from typer.testing import CliRunner

from bkl import api
from bkl.cli import app

PLAN = """\
werkplan: 2021
organisatie: Proef
themas: {A: Aap}
doelgroepen: {D: Dier}
afspraken: {marge: 10%}
speerpunten:
  AD:
    resultaten:
      R1: {tekst: Lezingen., doel: 6 lezingen}
      R2: {tekst: Leden., doel: ca. 60 leden}
      R3: {tekst: Klachten., doel: maximaal 5 klachten, richting: lager}
      R4:
        tekst: Boeken.
        indicatoren:
          een: 3 boeken
          twee: {doel: 3 boeken, tijd: som}
    activiteiten:
      A1: {tekst: Feesten., doel: 2 feesten}
"""
VERSLAG = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {t: {titel: Telling}}
realisaties:
  AD-R1: {realisatie: 7 lezingen, bron: t}
  AD-R2: {realisatie: 58 leden, bron: t}
  AD-R3: {realisatie: 5 klachten, bron: t}
  AD-R4.een: {realisatie: 3 boeken, bron: t}
  AD-R4.twee: {metingen: {'2021': 3 boeken}, bron: t}
  AD-A1: {realisatie: 2 feesten, bron: t}
"""
CHANGES = """\
bijstellingen: 2021
wijzigingen:
  - indicator: AD-R1
    datum: 01-03-2021
    doel: 7 lezingen # nieuw
    reden: planning
    toelichting: Meer vraag.
    akkoord: brief
    akkoord_datum: 02-03-2021
"""
# what is written instead of what, and which rows can then not be read
FAULTS = [
    ("doel: 6 lezingen", "doel: heel veel lezingen", {"AD-R1"}),
    ("richting: lager", "richting: omlaag", {"AD-R3"}),
    ("tijd: som", "tijdd: som", {"AD-R4.twee"}),
    ("tijd: som", "tijd: totaal", {"AD-R4.twee"}),
    ("{tekst: Feesten., doel", "{doel", {"AD-A1"}),
    ("A1: {tekst: Feesten., doel: 2 feesten}", "A1: [feesten]", {"AD-A1"}),
    ("een: 3 boeken", "een: [3]", {"AD-R4.een"}),
    ("marge: 10%", "marge: tien", {"AD-R2"}),
    ("7 lezingen", "nogal wat", {"AD-R1"}),
    ("realisatie: 5 klachten", "realisatei: 5 klachten", {"AD-R3"}),
    ("AD-R1: {realisatie: 7 lezingen, bron: t}", "AD-R1: [7 lezingen]", {"AD-R1"}),
    ("{'2021': 3 boeken}", "{'2021': veel boeken}", {"AD-R4.twee"}),
    ("AD-R2: {realisatie: 58 leden", "AD-R2: {reden: zomaar, realisatie: 58 leden", {"AD-R2"}),
    ("doel: 7 lezingen # nieuw", "doel: veel lezingen", {"AD-R1"}),
    ("akkoord_datum: 02-03-2021", "akkoord_datum: 32-03-2021", {"AD-R1"}),
]
RAPPORTEN = ("jaarverslag", "werkplan", "afwijkingen", "dashboard", "voortgang", "factsheets")


def workspace(folder, old="", new=""):
    (folder / "data").mkdir()
    files = {"werkplan": PLAN, "jaarverslag": VERSLAG}
    if old in CHANGES and old not in PLAN + VERSLAG:
        files["bijstellingen"] = CHANGES
    for name, text in files.items():
        changed = text.replace(old, new, 1) if old else text
        (folder / "data" / f"{name}-2021.yaml").write_text(changed, encoding="utf-8")
    return folder


def verdicts(folder):
    return {rij.id: rij.vergelijking.oordeel for rij in api.gap(folder).rijen}


def test_without_fault_everything_is_reached(tmp_path):
    assert set(verdicts(workspace(tmp_path)).values()) == {"gehaald"}
    assert api.gap(tmp_path).fouten == 0


@pytest.mark.parametrize(("old", "new", "touched"), FAULTS, ids=[new for _, new, _ in FAULTS])
def test_one_fault_touches_one_row(tmp_path, old, new, touched):
    found = verdicts(workspace(tmp_path, old, new))
    assert {id_ for id_, oordeel in found.items() if oordeel == "onleesbaar"} == touched
    assert {oordeel for id_, oordeel in found.items() if id_ not in touched} == {"gehaald"}
    result = api.gap(tmp_path)
    assert (result.fouten, result.telling.n, result.telling.gehaald) == (
        1,
        6,
        (6 - len(touched), 6),
    )


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("    activiteiten:", "    activiteit:", "AD-activiteit"),
        ("  AD:\n", "  AE: 12\n  AD:\n", "AE-alles"),
        ("    resultaten:\n", "    resultaten: 5\n    oud:\n", "AD-resultaten"),
    ],
)
def test_what_is_left_out_whole_stays_in_n(tmp_path, old, new, left):
    found = verdicts(workspace(tmp_path, old, new))
    assert found[left] == "onleesbaar"
    assert all(oordeel in ("gehaald", "onleesbaar") for oordeel in found.values())
    for rapport in RAPPORTEN:
        api.render(rapport, tmp_path)


def test_every_report_says_that_it_is_a_concept(tmp_path):
    workspace(tmp_path, "doel: 6 lezingen", "doel: heel veel lezingen")
    told = []
    for rapport in RAPPORTEN:
        path, page = api.render(rapport, tmp_path, concept=told.append)
        assert "oncept, 1 fout" in path.read_text(encoding="utf-8")
        assert "oncept, 1 fout" in page.read_text(encoding="utf-8")
    assert told == [1] * len(RAPPORTEN)
    (data,) = api.render("jaarverslag", tmp_path, formats=["json"])
    assert json.loads(data.read_text(encoding="utf-8"))["fouten"] == 1


def test_without_fault_no_report_speaks_of_faults(tmp_path):
    workspace(tmp_path)
    for rapport in RAPPORTEN:
        path, _ = api.render(rapport, tmp_path)
        assert "fout" not in path.read_text(encoding="utf-8").split("## ")[0]


@pytest.mark.parametrize(
    "command", [["gap"], ["gap", "--format", "json"], ["render", "jaarverslag"]]
)
def test_exit_codes(tmp_path, command):
    runner = CliRunner()
    workspace(tmp_path, "doel: 6 lezingen", "doel: heel veel lezingen")
    found = runner.invoke(app, ["-C", str(tmp_path), *command])
    assert found.exit_code == 1
    assert "1 fout" in found.stderr
    assert "bkl check" in found.stderr
    (tmp_path / "data" / "werkplan-2021.yaml").write_text("werkplan: [", encoding="utf-8")
    assert runner.invoke(app, ["-C", str(tmp_path), *command]).exit_code == 2
