"""next: the texts go along, no figure is promised by itself, and every other byte stays."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bkl import api
from bkl.api.workspace.folder import find_years
from bkl.api.workspace.year import read_year

ROOT = Path(__file__).parent.parent.parent
PLAN = """\
# Het plan van 2021
werkplan: 2021   # het jaar
organisatie: Voorbeeld
titel: Werkplan 2021
speerpunten:
  S:
    ambitie: In 2021 doen wij mee.
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: 6 lezingen}
      R2: De samenwerking is beter.   # zonder cijfer
      R3:
        tekst: Er zijn dagen.
        indicatoren:
          dagen: 4 themadagen   # overleg
          mensen: {doel: 40 mensen, deadline: 01-10-2021}
      R4: {tekst: De uitval daalt., doel: "van 3,4% naar 2,5%"}
      R5: {tekst: Er komt een gids., doel: ja}
      R6: {tekst: Er komen haltes., doel: 9 haltes, deadline: 31-12-2023}
      R7: {tekst: "Er komen banken.", mijlpalen: {Q2 2021: 2 banken, eind 2021: 4 banken}}
      R8: {tekst: Minder klachten., doel: maximaal 5 klachten, nulmeting: 9 klachten}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  S-R4: {realisatie: "2,8%", bron: telling, reden: planning, toelichting: Het duurt langer.}
  S-R5: {uitvoering: uitgesteld naar 2022, reden: planning, toelichting: Het duurt langer.}
  S-R8: {realisatie: minstens 6 klachten, bron: telling, reden: planning, toelichting: Druk.}
"""
WORDT = """\
# Het plan van 2022
werkplan: 2022   # het jaar
organisatie: Voorbeeld
titel: Werkplan 2022
speerpunten:
  S:
    ambitie: In 2021 doen wij mee.
    resultaten:
      R1: {tekst: Er zijn lezingen., doel: nog te bepalen}  # 2021: 6 lezingen
      R2: De samenwerking is beter.   # zonder cijfer
      R3:
        tekst: Er zijn dagen.
        indicatoren:
          dagen: nog te bepalen   # 2021: 4 themadagen; overleg
          mensen: {doel: nog te bepalen}  # 2021: 40 mensen
      R4: {tekst: De uitval daalt., doel: "nog te bepalen", nulmeting: "2,8%"}  # 2021: van 3,4% naar 2,5%
      R5: {tekst: Er komt een gids., doel: ja, vervolg_van: S-R5}
      R6: {tekst: Er komen haltes., doel: 9 haltes, deadline: 31-12-2023}
      R7: {tekst: "Er komen banken.", doel: nog te bepalen}
      R8: {tekst: Minder klachten., doel: nog te bepalen, nulmeting: 9 klachten}  # 2021: maximaal 5 klachten
"""  # noqa: E501
NEW = "data/werkplan-2022.yaml"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/werkplan-2021.yaml").write_bytes(PLAN.encode())
    (tmp_path / "data/jaarverslag-2021.yaml").write_bytes(REPORT.encode())
    return tmp_path


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_goes_along_and_what_does_not(folder, newline):
    (folder / "data/werkplan-2021.yaml").write_bytes(PLAN.replace("\n", newline).encode())
    planned = api.plan_next(folder)
    assert not (folder / NEW).exists(), "a plan writes nothing"
    api.make_next(planned)
    assert (folder / NEW).read_bytes().decode() == WORDT.replace("\n", newline)
    assert planned.leeg == ("S-R1", "S-R3.dagen", "S-R3.mensen", "S-R4", "S-R7", "S-R8")
    assert planned.vervolg == ("S-R5",)
    assert planned.nulmeting == ("S-R4",), "a figure that is only a bound is no baseline"


MONEY = """\
werkplan: 2021
organisatie: Voorbeeld
bedragen: x € 1.000
geld: {begroot: 640, wie: financiën}   # samen
speerpunten:
  S:
    ambitie: Meedoen.
    geld:
      begroot: 420
      dekking: {Rijk: 250, gemeente: 170}
    resultaten:
      R1:
        tekst: Er zijn bezoekers.
        doel: 100 bezoekers
        uitsplitsing:
          leeftijd: [tot 27, vanaf 27]
          wijk: {doelen: {Noord: 60 bezoekers, Zuid: 40 bezoekers}}
  T: {ambitie: Gezond., geld: {begroot: 220}, resultaten: {R1: Het gaat beter.}}
"""
NO_MONEY = """\
werkplan: 2022
organisatie: Voorbeeld
bedragen: x € 1.000
geld: {wie: financiën}   # samen
speerpunten:
  S:
    ambitie: Meedoen.
    resultaten:
      R1:
        tekst: Er zijn bezoekers.
        doel: nog te bepalen  # 2021: 100 bezoekers
        uitsplitsing:
          leeftijd: [tot 27, vanaf 27]
          wijk: {doelen: {Noord: nog te bepalen, Zuid: nog te bepalen}}
  T: {ambitie: Gezond., resultaten: {R1: Het gaat beter.}}
"""


def test_no_budget_and_no_doel_of_a_part_goes_along(folder):
    (folder / "data/werkplan-2021.yaml").write_text(MONEY, encoding="utf-8")
    (folder / "data/jaarverslag-2021.yaml").unlink()
    planned = api.plan_next(folder)
    api.make_next(planned)
    assert (folder / NEW).read_text(encoding="utf-8") == NO_MONEY
    assert planned.geld == ("totaal", "S", "T")
    chosen = NO_MONEY.replace("doel: nog te bepalen", "doel: 90 bezoekers")
    (folder / NEW).write_text(chosen, encoding="utf-8")
    faults = [one for one in api.check(folder).findings if one.kind.severity == "fout"]
    assert [str(one.message) for one in faults] == ["Dit doel is nog te bepalen."] * 2


def test_every_doel_to_choose_is_told_and_nothing_else(folder):
    planned = api.plan_next(folder)
    api.make_next(planned)
    found = [one for one in api.check(folder).findings if one.kind.severity == "fout"]
    assert {one.kind.slug for one in found} == {"onleesbare_hoeveelheid"}
    assert len(found) == len(planned.leeg)
    assert {t.id for t in api.todo(folder).taken if t.wat == "doel"} == set(planned.leeg)


def test_the_new_report_is_empty_and_fits(folder):
    api.make_next(api.plan_next(folder))
    text = (folder / "data/jaarverslag-2022.yaml").read_text(encoding="utf-8")
    told = yaml.load(text, Loader=yaml.BaseLoader)
    assert (told["jaarverslag"], told["peildatum"]) == ("2022", "01-01-2022")
    assert told["realisaties"] == {}


def test_what_is_not_chosen_yet_is_an_unreadable_row_and_stops_nothing_else(folder):
    api.make_next(api.plan_next(folder))
    report = folder / "data/jaarverslag-2022.yaml"
    text = report.read_text(encoding="utf-8").replace("peildatum: 01-01", "peildatum: 31-12")
    answer = "{oordeel: gehaald, onderbouwing: Wij spraken elkaar.}"
    text = text.replace("realisaties: {}", f"realisaties:\n  S-R2: {answer}")
    report.write_text(text, encoding="utf-8")
    found = {one.message: one.cure for one in api.check(folder).findings}
    assert "Schrijf wat u belooft" in found["Dit doel is nog te bepalen."]
    told = {id_: one.oordeel for id_, one in read_year(find_years(folder)[2022], folder)
            .vergelijkingen.items()}  # fmt: skip
    assert told["S-R1"] == "onleesbaar"
    assert told["S-R2"] == "gehaald"
    done = api.sign(folder, api.SignRequest("directeur"), lambda _: True)
    assert [one[0] for one in done.nu] == ["S-R2"], "R6 is due later and has no answer"
    assert not done.fouten
    assert "S-R1" in done.zonder


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("doel: 6 lezingen # één", "doel: nog te bepalen # 2021: 6 lezingen; één"),
        ("doel: 6 lezingen #één", "doel: nog te bepalen # 2021: 6 lezingen; één"),
        ("doel: 6 lezingen  # een # b", "doel: nog te bepalen  # 2021: 6 lezingen; een # b"),
        ("doel: '6 lezingen' # it's", "doel: 'nog te bepalen' # 2021: 6 lezingen; it's"),
        ("doel: 6 lezingen", "doel: nog te bepalen  # 2021: 6 lezingen"),
        ("doel: 6\n          lezingen # a", "doel: nog te bepalen # 2021: 6 lezingen; a"),
    ],
)
def test_the_old_doel_comes_before_a_comment_that_stands_there(tmp_path, old, new):
    head = "werkplan: {}\norganisatie: V\nspeerpunten:\n  S:\n    resultaten:\n      R1:\n"
    plan = tmp_path / "data/werkplan-2021.yaml"
    plan.parent.mkdir()
    plan.write_text(f"{head.format(2021)}        tekst: T\n        {old}\n", encoding="utf-8")
    api.make_next(api.plan_next(tmp_path))
    made = (tmp_path / NEW).read_text(encoding="utf-8")
    assert made == f"{head.format(2022)}        tekst: T\n        {new}\n"


@pytest.mark.parametrize("before", ["tekst: T", "tekst: programma's"])
def test_a_sign_within_a_text_is_no_comment(tmp_path, before):
    head = "werkplan: {}\norganisatie: V\nspeerpunten:\n  S:\n    resultaten:\n      R1: "
    rest = f"{before}, definitie: 'a # b'}}"
    plan = tmp_path / "data/werkplan-2021.yaml"
    plan.parent.mkdir()
    plan.write_text(f"{head.format(2021)}{{doel: 6 dagen, {rest}\n", encoding="utf-8")
    api.make_next(api.plan_next(tmp_path))
    made = (tmp_path / NEW).read_text(encoding="utf-8")
    assert made.startswith(f"{head.format(2022)}{{doel: nog te bepalen, {rest}")


def test_on_the_real_plan_only_figures_change(tmp_path):
    (tmp_path / "data").mkdir()
    for path in (ROOT / "data").iterdir():
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    planned = api.plan_next(tmp_path)
    api.make_next(planned)
    old, new = (
        (tmp_path / f"data/werkplan-{jaar}.yaml").read_text(encoding="utf-8").splitlines()
        for jaar in (planned.van, planned.jaar)
    )
    changed = [line for line in new if line not in set(old)]
    assert len(planned.leeg) > 20
    expected = ("nog te bepalen", "vervolg_van", str(planned.jaar))
    other = [one for one in changed if not any(word in one for word in expected)]
    assert other == []
    found = [one for one in api.check(tmp_path).findings if one.kind.severity == "fout"]
    assert {one.kind.slug for one in found} == {"onleesbare_hoeveelheid"}


def test_it_never_replaces_and_needs_a_plan(folder, tmp_path):
    (folder / "data/jaarverslag-2022.yaml").write_text("van mij", encoding="utf-8")
    planned = api.plan_next(folder)
    assert planned.blijft == ("data/jaarverslag-2022.yaml",)
    (folder / NEW).write_text("van een ander", encoding="utf-8")
    with pytest.raises(api.Gebruiksfout, match="intussen"):
        api.make_next(planned)
    with pytest.raises(api.Gebruiksfout, match="al een werkplan van 2022"):
        api.plan_next(folder, jaar=2022)
    with pytest.raises(api.Gebruiksfout, match="geen werkplan van voor 2020"):
        api.plan_next(folder, jaar=2020)


def test_as_people_type_it(folder):
    def bkl(*args):
        done = subprocess.run(
            [sys.executable, "-m", "bkl", "-C", str(folder), *args],
            capture_output=True, encoding="utf-8", check=False, env={**os.environ, "COLUMNS": "80"},
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    code, out, err = bkl("next")
    assert code == 1
    assert "6 zonder doel" in out
    assert "--yes" in err
    assert not (folder / NEW).exists()
    assert bkl("next", "--dry-run")[0] == 0
    code, out, _ = bkl("next", "--yes")
    assert code == 0
    assert out.endswith("`bkl set CODE WAARDE --jaar 2021`.\n")
    assert (folder / NEW).exists()
    assert bkl("next", "2022", "--yes")[0] == 2
    assert bkl("next", "straks", "--yes")[0] == 2
