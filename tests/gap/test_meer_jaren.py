"""A plan of several years: which doel holds in which year, and what its reports add up to."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bkl import api
from bkl.domein.dossier.dossier import build_dossier
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.model.werkplan import Werkplan
from bkl.domein.notatie.values.jaren import Schooljaar, last_day, read_jaar, read_planjaren
from bkl.gap.rows import compare
from bkl.printers.gap import json as as_json
from bkl.printers.screen import Screen
from tests import build
from tests.gap.cases import ends

HERE = Path(__file__).parent
CASES = yaml.load((HERE / "meer_jaren.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def report(jaar, told):
    made = build.report({"S-R1": told} if told else {}, f"31-12-{jaar}")
    return Jaarverslag.model_validate(made)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["naam"])
def test_case(case):
    keys = ("doel", "tijd", "uniek", "jaardoelen")
    one = build.one({key: case[key] for key in keys if key in case})
    werkplan = Werkplan.model_validate(build.plan(one, "2023-2026"))
    told = {"realisatie": case["nu"]} if "nu" in case else {"metingen": case["metingen"]}
    if "elders" in case:
        told["tegenspraak"] = [{"realisatie": case["elders"], "bron": "b"}]
    earlier = {int(jaar): report(jaar, text) for jaar, text in case["eerder"].items() or ()}
    dossier = build_dossier(werkplan, report(case["jaar"], told), eerder=earlier)
    found = compare(dossier)["S-R1"]
    expected = [None if end == "null" else end for end in case["waarde"]]
    got = (found.oordeel, str(found.rij), ends(found.waarde))
    assert got == (case["oordeel"], case["rij"], [end or "null" for end in expected])
    if "tekst" in case:
        assert found.gegeven == case["tekst"]


@pytest.mark.parametrize(
    ("tekst", "jaren", "eind"),
    [
        ("2021", [2021], "2021-12-31"),
        ("2023-2026", [2023, 2024, 2025, 2026], "2026-12-31"),
        ("2023/2024", [2023], "2024-07-31"),
        ("2023/24", [2023], "2024-07-31"),
        ("2023/2027", [2023, 2024, 2025, 2026], "2027-07-31"),
        ("2026-2023", None, None),
        ("2023-2023", None, None),
        ("2023-2099", None, None),
        ("23-26", None, None),
        ("2023 2024", None, None),
    ],
)
def test_years_are_read(tekst, jaren, eind):
    found = read_planjaren(tekst)
    assert (None if found is None else [int(jaar) for jaar in found.jaren()]) == jaren
    if found is not None:
        assert found.eind.isoformat() == eind
        assert read_planjaren(str(found)) == found


@given(st.integers(1900, 2150))
def test_a_school_year_is_written_as_it_is_read(jaar):
    school = Schooljaar(jaar)
    assert str(read_jaar(str(school))) == f"{school}" == f"{jaar}/{jaar + 1}"
    assert last_day(school).year == jaar + 1
    assert json.dumps(school) == str(jaar)


SCHOOL = """\
werkplan: {plan}
organisatie: School
speerpunten:
  S:
    resultaten:
      R1: {{tekst: Ouders komen langs., jaardoelen: {{2023/2024: 20 ouders, 2024/2025: 30 ouders}}}}
      R2: {{tekst: Het plan staat er., doel: vóór 1 mei gereed}}
"""
ANSWER = """\
jaarverslag: {jaar}
peildatum: 31-07-2025
bronnen: {{b: {{titel: B}}}}
realisaties: {{S-R1: {{realisatie: 31 ouders, bron: b}}, S-R2: {{realisatie: ja, bron: b}}}}
"""


def school(folder, plan="2023/2027", name="werkplan-2023-2027", jaar="2024/2025"):
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / f"{name}.yaml").write_text(SCHOOL.format(plan=plan), encoding="utf-8")
    told = folder / "data" / f"jaarverslag-{jaar.replace('/', '-')}.yaml"
    told.write_text(ANSWER.format(jaar=jaar), encoding="utf-8")
    return folder


def test_a_plan_of_school_years(tmp_path):
    result = api.gap(school(tmp_path))
    assert str(result.dossier.jaar) == "2024/2025"
    one = result.rijen[0].vergelijking
    assert (one.oordeel, one.maatstaf) == ("gehaald", "jaardoel 2024/2025")
    assert not [f for f in api.check(tmp_path).findings if f.kind.severity == "fout"]
    written = api.render("jaarverslag", tmp_path, formats=("md",))
    assert written[0].name == "jaarverslag-2024-2025.md"
    assert "verslag over 2024/2025" in written[0].read_text(encoding="utf-8")
    assert [state.staat for state in api.stale((), tmp_path)] == ["gelijk"]


def test_a_day_without_a_year_lies_within_the_school_year(tmp_path):
    folder = school(tmp_path, "2024/2025", "werkplan-2024-2025")
    text = (folder / "data" / "werkplan-2024-2025.yaml").read_text(encoding="utf-8")
    text = text.replace(", jaardoelen: {2023/2024: 20 ouders, 2024/2025: 30 ouders}", "")
    (folder / "data" / "werkplan-2024-2025.yaml").write_text(text, encoding="utf-8")
    entry = api.gap(folder).dossier.indicatoren["S-R2"]
    assert entry.deadline.isoformat() == "2025-05-01"


GEMEENTE = HERE.parent / "gemeente"


def test_the_plan_with_the_shortest_span_answers(tmp_path):
    assert api.gap(GEMEENTE).dossier.jaar == 2024
    assert api.gap(GEMEENTE, jaar=2026).dossier.jaarverslag is None
    with pytest.raises(api.Gebruiksfout):
        api.gap(GEMEENTE, jaar=2027)
    build.write(tmp_path, plan=build.PLAN.replace("2021", "2020-2023"))
    (tmp_path / "data" / "werkplan-2021.yaml").rename(tmp_path / "data" / "werkplan-2020-2023.yaml")
    build.write(tmp_path)
    assert str(api.gap(tmp_path, jaar=2021).dossier.werkplan.werkplan) == "2021"
    assert str(api.gap(tmp_path, jaar=2022).dossier.werkplan.werkplan) == "2020-2023"


@pytest.mark.parametrize(
    ("name", "text", "jaar", "told"),
    [
        ("werkplan-2024-2027", "werkplan: 2024-2027", 2024, "`data/werkplan-2024-2027.yaml` gaat"),
        ("bijstellingen-2024", "bijstellingen: 2024\nwijzigingen: []", 2024, "wordt niet gelezen"),
        ("jaarverslag-2024-2025", "jaarverslag: 2024/2025", 2024, "gaat over 2024, en `jaarver"),
    ],
)
def test_nothing_about_the_same_year_is_passed_over(tmp_path, name, text, jaar, told):
    (tmp_path / "data").mkdir()
    for path in (GEMEENTE / "data").iterdir():
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "data" / f"{name}.yaml").write_text(text + "\n", encoding="utf-8")
    found = [f for f in api.check(tmp_path, jaar=jaar).findings if told in f.message]
    assert [f.kind.severity for f in found] == ["fout"]


def test_what_is_postponed_is_followed_in_the_same_plan():
    result = api.gap(GEMEENTE, jaar=2023, selectie="P1-A2")
    vervolg = result.vervolgen["P1-A2"]
    assert (vervolg.jaar, vervolg.gevonden.oordeel) == (2024, "gehaald")


def test_programs_read_what_years_come_to():
    facts = json.loads(as_json.show(api.gap(GEMEENTE), Screen()))
    assert facts["periode"] == {
        "plan": "2023-2026", "begin": "2023-01-01", "eind": "2026-12-31", "jaar": "2024",
    }  # fmt: skip
    row = next(one for one in facts["indicatoren"] if one["id"] == "P1-R1.cursisten")
    assert row["over_jaren"] == {
        "sinds": "2023", "tekst": "590 cursisten", "min": "590", "max": "590",
    }  # fmt: skip


@pytest.fixture
def gemeente(tmp_path):
    (tmp_path / "data").mkdir()
    for path in (GEMEENTE / "data").iterdir():
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    return tmp_path


def test_while_a_plan_goes_on_the_next_year_is_a_report(gemeente):
    plan = (gemeente / "data" / "werkplan-2023-2026.yaml").read_bytes()
    for jaar in (2025, 2026):
        planned = api.plan_next(gemeente)
        assert [change.file for change in planned.changes] == [f"data/jaarverslag-{jaar}.yaml"]
        assert "\n".join(api.shown_next(planned)) == (
            "Het plan in data/werkplan-2023-2026.yaml "
            f"loopt door in {jaar} en blijft zoals het is.\n"
            f"Voor {jaar} komt er een leeg verslag:\n  data/jaarverslag-{jaar}.yaml"
        )
        api.make_next(planned)
        assert api.gap(gemeente).dossier.jaar == jaar
        assert [f.message for f in api.check(gemeente).findings if f.kind.severity == "fout"] == []
    assert (gemeente / "data" / "werkplan-2023-2026.yaml").read_bytes() == plan
    last = api.plan_next(gemeente)
    assert [change.file for change in last.changes] == [
        "data/werkplan-2027.yaml", "data/jaarverslag-2027.yaml",
    ]  # fmt: skip


def test_a_year_that_was_reported_is_not_begun_again(gemeente):
    with pytest.raises(api.Gebruiksfout, match=r"Er is al een verslag van 2024\."):
        api.plan_next(gemeente, jaar=2024)
    assert api.plan_next(gemeente, jaar=2026).changes[0].file == "data/jaarverslag-2026.yaml"


def test_a_plan_without_any_report_gets_that_of_its_first_year(tmp_path):
    (tmp_path / "data").mkdir()
    text = "werkplan: 2023/2025\norganisatie: Voorbeeld\nspeerpunten:\n"
    text += "  S: {resultaten: {R1: {tekst: Er zijn lessen., doel: 6 lessen}}}\n"
    (tmp_path / "data" / "werkplan-2023-2025.yaml").write_text(text, encoding="utf-8")
    for name, first in (("2023-2024", "01-08-2023"), ("2024-2025", "01-08-2024")):
        planned = api.plan_next(tmp_path)
        (change,) = planned.changes
        assert change.file == f"data/jaarverslag-{name}.yaml"
        assert f"peildatum: {first}" in change.after.decode()
        api.make_next(planned)
        assert not [f for f in api.check(tmp_path).findings if f.kind.severity == "fout"]


def test_an_earlier_report_is_part_of_the_mark(tmp_path):
    (tmp_path / "data").mkdir()
    for path in (GEMEENTE / "data").iterdir():
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    api.render("jaarverslag", tmp_path, formats=("md",))
    earlier = tmp_path / "data" / "jaarverslag-2023.yaml"
    earlier.write_text(earlier.read_text(encoding="utf-8").replace("280", "281"), encoding="utf-8")
    assert [state.staat for state in api.stale((), tmp_path)] == ["verouderd"]
