"""Templates are found from a checkout, from a wheel, and in the workspace before those."""

import importlib.util
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import bkl
from bkl.render import render_report
from bkl.render.jinja.folders import own_folder, shipped_folder
from tests.render.matter import HERE, fixture_stof

ROOT = HERE.parent.parent


def test_a_checkout_uses_its_own_templates():
    assert Path(bkl.__file__).parent.parent == ROOT
    assert shipped_folder() == ROOT / "templates"
    assert own_folder(ROOT) is None


def test_a_workspace_goes_first_where_it_has_something(tmp_path):
    assert own_folder(tmp_path) is None
    (tmp_path / "templates").mkdir()
    assert own_folder(tmp_path) == tmp_path / "templates"
    (tmp_path / "templates" / "_colofon.md.j2").write_text("Eigen slot van {{ v.organisatie }}.\n")
    text = render_report("werkplan", "md", fixture_stof(workspace=tmp_path)).decode()
    assert text.endswith("Eigen slot van Proefstichting.\n")
    assert text.startswith("# Werkplan 2021")


def test_every_report_has_a_template_and_every_template_a_report():
    reports = {path.stem for path in (ROOT / "bkl/render/views").glob("[!_]*.py")}
    templates = {
        path.name.removesuffix(".md.j2") for path in (ROOT / "templates").glob("[!_]*.md.j2")
    }
    assert reports == templates


@pytest.mark.skipif(
    importlib.util.find_spec("hatchling") is None, reason="hatchling is niet geïnstalleerd"
)
def test_a_wheel_carries_its_templates(tmp_path):
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    installed = tmp_path / "installed"
    with zipfile.ZipFile(tmp_path / done.stdout.split()[-1]) as wheel:
        names = wheel.namelist()
        wheel.extractall(installed)
    wanted = {f"bkl/templates/{path.name}" for path in (ROOT / "templates").iterdir()}
    assert {name for name in names if name.startswith("bkl/templates/")} == wanted
    assert {"bkl/py.typed", "bkl/source/kinds.md", "bkl/rules/engine/kinds.md"} <= set(names)
    code = (
        "import bkl; from bkl import api; from bkl.render.jinja.folders import shipped_folder;"
        f"from pathlib import Path; api.render('werkplan', Path({str(HERE / 'fixture')!r}),"
        f"output=Path({str(tmp_path)!r}), formats=['html']);"
        "print(shipped_folder())"
    )
    path = os.pathsep.join([str(installed), sysconfig.get_paths()["purelib"]])
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [str(installed / "bkl" / "templates")]
    assert (tmp_path / "werkplan-2021.html").stat().st_size > 10_000
