"""`bkl schema` as a user meets it."""

import json
import os

import pytest
from typer.testing import CliRunner

from bkl import api
from bkl.cli import app

RUN = CliRunner()


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "data").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", api.schema_names())
def test_a_name_prints_that_schema(name, tmp_path):
    done = RUN.invoke(app, ["-C", str(tmp_path), "schema", name.upper()])
    assert done.exit_code == 0
    assert done.stdout == api.json_schema(name)
    assert json.loads(done.stdout)["title"]
    assert not list(tmp_path.iterdir())


def test_without_a_name_all_are_written_beside_the_data(workspace, monkeypatch):
    monkeypatch.chdir(workspace)
    done = RUN.invoke(app, ["schema"])
    written = [os.path.join("schemas", f"{name}.schema.json") for name in api.schema_names()]
    assert done.exit_code == 0
    assert done.stdout.splitlines() == written
    for name, path in zip(api.schema_names(), written, strict=True):
        assert (workspace / path).read_text(encoding="utf-8") == api.json_schema(name)


def test_one_name_with_a_folder_writes_just_that_one(tmp_path):
    done = RUN.invoke(app, ["-C", str(tmp_path), "schema", "werkplan", "--output", "a/b"])
    assert done.exit_code == 0
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["werkplan.schema.json"]


def test_a_folder_needs_no_workspace(tmp_path):
    done = RUN.invoke(app, ["-C", str(tmp_path), "schema", "--output", "uit"])
    assert done.exit_code == 0
    assert len(list((tmp_path / "uit").iterdir())) == len(api.schema_names())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["schema", "werkpln"], "Bedoelde u `werkplan`?"),
        (["schema", "zzz"], "Kies uit: werkplan, jaarverslag,"),
        (["schema"], "Hier en in de mappen erboven staat geen map `data`"),
        (["schema", "--output", "bestand"], "kan niet worden geschreven"),
    ],
)
def test_wrong_use_is_explained(arguments, said, tmp_path):
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    done = RUN.invoke(app, ["-C", str(tmp_path), *arguments])
    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert not done.stdout


def test_the_help_names_every_schema():
    done = RUN.invoke(app, ["schema", "--help"])
    assert done.exit_code == 0
    assert all(name in done.stdout for name in api.schema_names())
