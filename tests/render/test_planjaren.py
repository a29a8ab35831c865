"""The file of a report on a plan of several years: named after all of them, made only once."""

import shutil
import zipfile
from pathlib import Path

import pytest

from bkl import api
from bkl.api.workspace.reports import ReportName, read_report_name
from tests.render.workspace import bkl

GEMEENTE = Path(__file__).parents[1] / "gemeente"


def plan(jaren):
    return (
        f"werkplan: {jaren}\norganisatie: Voorbeeld\nspeerpunten:\n"
        "  S: {resultaten: {R1: {tekst: Lezingen., doel: 6 lezingen, tijd: som}}}\n"
    )


def report(jaar, peildatum):
    return (
        f"jaarverslag: {jaar}\npeildatum: {peildatum}\nbronnen: {{telling: {{titel: Telling}}}}\n"
        "realisaties:\n  S-R1: {realisatie: 6 lezingen, bron: telling}\n"
    )


def workspace(folder, **texts):
    (folder / "data").mkdir()
    for name, text in texts.items():
        path = folder / "data" / f"{name.replace('_', '-')}.yaml"
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def gemeente(tmp_path):
    return Path(shutil.copytree(GEMEENTE, tmp_path / "gemeente"))


def made(folder, *args):
    return [Path(one).name for one in bkl(folder, "render", *args)[1].split()]


def states(folder):
    return {one.path.name: one.staat for one in api.stale((), folder)}


def test_one_file_whichever_year_is_asked_for(gemeente):
    args = ("werkplan", "--format", "md", "--format", "json")
    assert made(gemeente, *args) == ["werkplan-2023-2026.md", "werkplan-2023-2026.json"]
    before = {path.name: path.read_bytes() for path in (gemeente / "reports").iterdir()}
    assert made(gemeente, *args, "--jaar", "2023") == [
        "werkplan-2023-2026.md",
        "werkplan-2023-2026.json",
    ]
    assert before == {path.name: path.read_bytes() for path in (gemeente / "reports").iterdir()}
    assert set(states(gemeente).values()) == {"gelijk"}


def test_what_changes_makes_it_stale_for_check_and_render(gemeente):
    made(gemeente, "werkplan", "jaarverslag", "--format", "md")
    made(gemeente, "jaarverslag", "--jaar", "2023", "--format", "md")
    path = gemeente / "data" / "jaarverslag-2024.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    assert states(gemeente) == {
        "jaarverslag-2023.md": "gelijk",
        "jaarverslag-2024.md": "verouderd",
        "werkplan-2023-2026.md": "verouderd",
    }
    told = [one for one in api.check(gemeente).findings if one.kind.code == "BKL501"]
    assert [one.place.file for one in told] == [
        "reports/jaarverslag-2024.md",
        "reports/werkplan-2023-2026.md",
    ]
    assert "`bkl render werkplan`" in told[1].cure
    # of an earlier year its own reports only
    earlier = api.check(gemeente, jaar=2023).findings
    assert not [one for one in earlier if one.kind.code == "BKL501"]


def test_a_file_under_the_name_of_one_year_is_told_of(gemeente):
    made(gemeente, "werkplan", "--format", "md")
    (gemeente / "reports" / "werkplan-2023-2026.md").rename(gemeente / "reports/werkplan-2024.md")
    (found,) = api.stale((), gemeente)
    assert (found.path.name, found.staat) == ("werkplan-2024.md", "onbekend")
    assert "`werkplan-2023-2026.md`" in found.reden


def test_the_index_puts_the_plan_above_its_years(gemeente):
    made(gemeente, "werkplan", "jaarverslag", "--format", "html")
    made(gemeente, "jaarverslag", "--format", "html", "--jaar", "2023")
    page = (gemeente / "reports" / "index.html").read_text(encoding="utf-8")
    heads = [part.partition("<")[0] for part in page.split('<h2 id="jaar-')[1:]]
    assert [one.partition(">")[2] for one in heads] == ["2023-2026", "2024", "2023"]


def test_a_plan_of_two_years_is_no_school_year(tmp_path):
    texts = {"jaarverslag_2023": report(2023, "31-12-2023")}
    folder = workspace(tmp_path, werkplan_2023_2024=plan("2023-2024"), **texts)
    assert made(folder, "werkplan", "jaarverslag", "--format", "html")[:2] == [
        "werkplan-2023-2024.html",
        "jaarverslag-2023.html",
    ]
    assert set(states(folder).values()) == {"gelijk"}
    assert ">2023-2024</h2>" in (folder / "reports/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("jaren", "naam"), [("2023/2024", "2023_2024"), ("2023/2027", "2023_2027")]
)
def test_school_years(tmp_path, jaren, naam):
    texts = {
        f"werkplan_{naam}": plan(jaren),
        "jaarverslag_2023_2024": report("2023/2024", "31-07-2024"),
    }
    folder = workspace(tmp_path, **texts)
    names = [f"werkplan-{naam.replace('_', '-')}.html", "jaarverslag-2023-2024.html"]
    assert made(folder, "werkplan", "jaarverslag", "--format", "html")[:2] == names
    assert set(states(folder).values()) == {"gelijk"}
    assert f">{jaren}</h2>" in (folder / "reports/index.html").read_text(encoding="utf-8")
    assert not [one for one in api.check(folder).findings if one.kind.code == "BKL501"]


def test_a_plan_of_one_year_inside_a_longer_one_keeps_its_own_file(tmp_path):
    folder = workspace(
        tmp_path,
        werkplan_2023_2026=plan("2023-2026"),
        werkplan_2024=plan("2024"),
        jaarverslag_2023=report(2023, "31-12-2023"),
        jaarverslag_2024=report(2024, "31-12-2024"),
    )
    assert made(folder, "werkplan", "--format", "md") == ["werkplan-2024.md"]
    assert made(folder, "werkplan", "--format", "md", "--jaar", "2023") == ["werkplan-2023-2026.md"]
    assert set(states(folder).values()) == {"gelijk"}
    assert set(states(folder)) == {"werkplan-2024.md", "werkplan-2023-2026.md"}


def test_the_zip_holds_the_reports_of_earlier_years(gemeente):
    made(gemeente, "bewijs", "--format", "md", "--zip")
    with zipfile.ZipFile(gemeente / "reports" / "bewijs-2024.zip") as archive:
        assert {"data/jaarverslag-2023.yaml", "data/jaarverslag-2024.yaml"} <= {*archive.namelist()}


@pytest.mark.parametrize(
    ("naam", "plannen", "jaren"),
    [
        ("werkplan-2021.md", (), "2021"),
        ("werkplan-2023-2024.md", (), "2023/2024"),
        ("werkplan-2023-2024.md", ("2023-2024",), "2023-2024"),
        ("jaarverslag-2023-2024.md", ("2023-2024",), "2023/2024"),
        ("werkplan-2023-2026.md", (), "2023-2026"),
        ("werkplan-2023-2027.md", ("2023/2027",), "2023/2027"),
        ("jaarverslag-2023-2026.md", (), None),
        ("werkplan-2026-2023.md", (), None),
    ],
)
def test_a_name_is_read_back(naam, plannen, jaren):
    found = read_report_name(naam, plannen)
    assert (found and found.jaren) == jaren
    if jaren is not None:
        assert found == ReportName(naam.partition("-")[0], jaren, "md")
        assert found.file == naam
