"""docs/editor.md: the commands give what stands there, and the files it names exist."""

import json
import re
from pathlib import Path

import pytest

from tests.ci.recipes import EDITOR, ROOT, blocks, shell, write_data


def test_the_commands_give_what_stands_there(tmp_path):
    write_data(tmp_path)
    for block in blocks(EDITOR, "console"):
        command, *expected = block.splitlines()
        done = shell(tmp_path, command.removeprefix("$ "))
        assert done.stdout.splitlines() == expected, done.stderr


def test_every_schema_is_in_the_table():
    named = re.findall(r"^\| `(\w+\.schema\.json)`", EDITOR, re.M)
    assert set(named) == {path.name for path in (ROOT / "schemas").iterdir()}


def test_the_settings_for_vs_code_name_files_that_exist():
    (block,) = blocks(EDITOR, "json")
    for schema, pattern in json.loads(block)["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        kind = Path(schema).name.removesuffix(".schema.json")
        assert pattern == ("bkl.yaml" if kind == "instellingen" else f"data/{kind}-*.yaml")


@pytest.mark.parametrize("kind", ["werkplan", "jaarverslag", "bijstellingen"])
def test_data_files_name_their_schema(kind):
    for path in (ROOT / "data").glob(f"{kind}-*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=../schemas/{kind}.schema.json"
        assert (path.parent / first.partition("=")[2]).is_file()
