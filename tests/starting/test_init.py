"""init: a workspace that works at once, and never a file of somebody else replaced."""

import os
import subprocess
import sys
from datetime import date

import pytest
import yaml

from bkl import api

TODAY = date(2026, 11, 27)


def make(folder, soort="matrix", organisatie="Buurthuis", jaar=2026):
    werkmap = api.plan_workspace(folder, api.Begin(soort, organisatie, jaar), TODAY)
    api.make_workspace(werkmap)
    return werkmap


def bkl(folder, *args):
    done = subprocess.run(
        [sys.executable, "-m", "bkl", *args],
        capture_output=True, encoding="utf-8", check=False, cwd=folder,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("jaar", [2025, 2026])
@pytest.mark.parametrize("soort", ["matrix", "programmas", "lijst"])
def test_it_passes_check_and_renders(tmp_path, soort, jaar):
    make(tmp_path, soort, jaar=jaar)
    found = api.check(tmp_path)
    assert found.fouten == 0
    # of a year that is over every promise without an answer is a question
    assert {one.kind.code for one in found.findings} == ({"BKL302"} if jaar == 2025 else set())
    for rapport in ("jaarverslag", "werkplan", "factsheets"):
        (path,) = api.render(rapport, tmp_path, formats=["md"])
        text = path.read_text(encoding="utf-8")
        assert "Buurthuis" in text
        assert "@" not in text
    begin = api.Begin(soort, "Buurthuis", jaar)
    assert begin.voorbeeld in api.choices(tmp_path)
    assert begin.voorbeeld in (tmp_path / f"data/jaarverslag-{jaar}.yaml").read_text("utf-8")


@pytest.mark.parametrize("naam", ["De Brug: zuid #1", "'t Huis", "- streep", "{x}", "no", "7"])
def test_any_name_of_an_organisation(tmp_path, naam):
    make(tmp_path, organisatie=naam)
    for path in (tmp_path / "data").iterdir():
        told = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        assert told["organisatie"] == naam
    assert api.check(tmp_path).fouten == 0


def test_nothing_is_ever_replaced(tmp_path):
    (tmp_path / ".gitignore").write_text("van mij\n")
    (tmp_path / "brief.txt").write_text("van mij\n")
    werkmap = make(tmp_path)
    assert werkmap.blijft == (".gitignore",)
    assert (tmp_path / ".gitignore").read_text() == "van mij\n"
    assert (tmp_path / "brief.txt").read_text() == "van mij\n"
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(api.Gebruiksfout, match="staan al gegevens"):
        make(tmp_path)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_what_comes_to_stand_there_meanwhile_stays(tmp_path):
    werkmap = api.plan_workspace(tmp_path, api.Begin("lijst", "Buurthuis", 2026), TODAY)
    (tmp_path / ".gitignore").write_text("van mij\n")
    with pytest.raises(api.Gebruiksfout, match="intussen"):
        api.make_workspace(werkmap)
    assert (tmp_path / ".gitignore").read_text() == "van mij\n"


def test_the_files_for_editor_and_pre_commit_are_sound(tmp_path):
    make(tmp_path)
    for name in (".pre-commit-config.yaml", ".github/workflows/bkl.yaml"):
        assert yaml.safe_load((tmp_path / name).read_text("utf-8"))
    hook = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))
    assert hook["repos"][0]["hooks"][0]["always_run"] is True
    first = (tmp_path / "data/werkplan-2026.yaml").read_text("utf-8").splitlines()[0]
    schema = first.partition("$schema=")[2]
    assert (tmp_path / "data" / schema).exists()


def test_as_people_type_it(tmp_path):
    code, out, err = bkl(tmp_path, "init")
    assert code == 1
    assert "data/werkplan-" in out
    assert "--yes" in err
    assert os.listdir(tmp_path) == []
    assert bkl(tmp_path, "init", "--dry-run")[0] == 0
    assert os.listdir(tmp_path) == []
    code, out, _ = bkl(
        tmp_path, "init", "verslag", "--soort", "programma's", "--jaar", "2026", "--git", "--yes"
    )
    assert code == 0
    assert "bkl set P1-R2" in out
    assert (tmp_path / "verslag/.git").is_dir()
    assert bkl(tmp_path / "verslag", "check")[0] == 0
    code, _, err = bkl(tmp_path, "init", "verslag", "--yes")
    assert code == 2
    assert "bkl next" in err
    code, _, err = bkl(tmp_path, "init", "--soort", "boom", "--yes")
    assert code == 2


def test_the_hint_for_a_folder_without_data_names_it(tmp_path):
    code, _, err = bkl(tmp_path, "check")
    assert code == 2
    assert "bkl init" in err
