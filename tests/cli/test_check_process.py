"""The options of `bkl check` as people type them: output, exit code, streams."""

import json
import subprocess
import sys

import pytest

from tests.build import PLAN, REPORT, write


def bkl(folder, *args):
    done = subprocess.run(
        [sys.executable, "-m", "bkl", "-C", str(folder), "check", *args],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path):
    report = (REPORT % "    reden: niet vermeld").replace("toelichting", "toelichtng")
    return write(tmp_path, report, PLAN.replace("6 lezingen", "ca. 6 lezingen"))


def test_list_and_explain_need_no_workspace(tmp_path):
    code, out, _ = bkl(tmp_path, "--list")
    assert code == 0
    assert "BKL208" in out
    assert len(json.loads(bkl(tmp_path, "--list", "--format", "json")[1])) > 60
    code, out, _ = bkl(tmp_path, "--explain", "verschil_zonder_reden")
    assert code == 0
    assert out.startswith("BKL203 verschil_zonder_reden")
    assert bkl(tmp_path, "--explain", "BKL999")[0] == 2


def test_select_and_ignore(folder):
    assert "BKL208" not in bkl(folder, "--select", "BKL1")[1]
    assert "BKL010" in bkl(folder, "--select", "BKL1")[1]
    assert "BKL104" not in bkl(folder, "--ignore", "werkplan")[1]
    code, _, err = bkl(folder, "--select", "BKL7")
    assert code == 2
    assert "BKL7" in err


def test_diff_shows_and_fix_writes(folder):
    path = folder / "data" / "jaarverslag-2021.yaml"
    before = path.read_bytes()
    code, out, _ = bkl(folder, "--fix", "--diff")
    assert (code, path.read_bytes()) == (0, before)
    assert "-    toelichtng:" in out
    code, out, _ = bkl(folder, "--fix")
    assert code == 0
    assert out.startswith("Hersteld: 1 fout.")
    assert b"toelichting:" in path.read_bytes()
    assert bkl(folder, "--fix")[1].startswith("Er is niets dat zeker te herstellen is.")


def test_for_programs_what_was_mended_stands_beside_the_output(folder):
    code, out, err = bkl(folder, "--fix", "--format", "json")
    assert code == 0
    assert [one["code"] for one in json.loads(out)["meldingen"]] == ["BKL208", "BKL104"]
    assert "Hersteld: 1 fout." in err


def test_severity_of_the_workspace_decides_the_exit_code(folder):
    bkl(folder, "--fix")
    (folder / "bkl.yaml").write_text("regels: {BKL208: fout}\n", encoding="utf-8")
    assert bkl(folder)[0] == 1
    (folder / "bkl.yaml").write_text("regels: {BKL208: uit, BKL104: uit}\n", encoding="utf-8")
    assert bkl(folder, "--strict")[0] == 0
