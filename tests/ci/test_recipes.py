"""The recipes of docs/ci.md: their YAML is what the services read, and their commands run."""

import json
import re
import sys
import xml.etree.ElementTree as ET

import pytest
import yaml

from tests.ci.recipes import (
    BROKEN,
    CI,
    ROOT,
    VERSLAG,
    blocks,
    run,
    section,
    shell,
    steps,
    write_data,
)

NOTES, SCANNING = "GitHub Actions: opmerkingen", "GitHub Actions: code scanning"
MADE = {NOTES: None, SCANNING: "bkl.sarif", "GitLab CI": "bkl.xml", "Azure Pipelines": "bkl.xml"}
SCHEMAS = {
    NOTES: "github-workflows",
    SCANNING: "github-workflows",
    "GitLab CI": "gitlab-ci",
    "Azure Pipelines": "azure-pipelines",
}


@pytest.mark.parametrize("heading", MADE)
@pytest.mark.parametrize(("verslag", "code"), [(VERSLAG, 0), (BROKEN, 1)], ids=["good", "bad"])
def test_good_data_pass_and_bad_data_do_not(heading, verslag, code, tmp_path):
    done = shell(write_data(tmp_path, verslag), *steps(heading))
    assert done.returncode == code, done.stdout + done.stderr
    assert not done.stderr
    if file := MADE[heading]:
        assert (tmp_path / file).stat().st_size


def test_what_the_recipes_hand_over_can_be_read(tmp_path):
    write_data(tmp_path, BROKEN)
    for heading, file in MADE.items():
        if file:
            shell(tmp_path, *steps(heading))
    results = json.loads((tmp_path / "bkl.sarif").read_text("utf-8"))["runs"][0]["results"]
    locations = [result["locations"][0]["physicalLocation"] for result in results]
    uris = {location["artifactLocation"]["uri"] for location in locations}
    assert "data/jaarverslag-2021.yaml" in uris
    failures = ET.parse(tmp_path / "bkl.xml").getroot().get("failures")
    assert int(failures) == len(results) > 0


def test_annotations_name_the_line(tmp_path):
    done = shell(write_data(tmp_path, BROKEN), *steps(NOTES))
    assert "::error file=data/jaarverslag-2021.yaml,line=6," in done.stdout


@pytest.mark.parametrize(("heading", "schema"), SCHEMAS.items())
def test_recipes_follow_the_schema_of_the_service(heading, schema, tmp_path):
    file = tmp_path / "recipe.yaml"
    file.write_text(*blocks(section(heading), "yaml"), encoding="utf-8")
    # the patterns in the schema of Azure are no regular expressions of today's JavaScript
    options = ["--builtin-schema", f"vendor.{schema}", "--regex-variant", "nonunicode"]
    done = run([sys.executable, "-m", "check_jsonschema", *options, str(file)], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_block_is_yaml():
    assert all(yaml.safe_load(block) for block in blocks(CI, "yaml"))


def test_files_in_a_deeper_folder_keep_their_whole_name(tmp_path):
    write_data(tmp_path / "verslag", BROKEN)
    (command,) = re.findall(r"`(bkl check verslag/data/[^`]+)`", CI)
    done = shell(tmp_path, f"{command} --format github")
    assert done.returncode == 1
    assert "file=verslag/data/jaarverslag-2021.yaml,line=6," in done.stdout


def test_every_format_is_in_the_table():
    formats = {path.stem for path in (ROOT / "bkl/printers/check").glob("[a-z]*.py")}
    assert set(re.findall(r"^\| `--format (\w+)`", CI, re.M)) == formats


def test_nothing_in_a_recipe_changes_by_itself():
    """Actions by commit, packages by hash, bkl by commit: in the docs and in what `init` writes."""
    begun = ROOT / "bkl/api/starting/files/samen/workflow.yaml"
    for text in (CI, begun.read_text(encoding="utf-8")):
        used = re.findall(r"uses: (\S+)", text)
        assert used
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one) for one in used)
        installs = re.findall(r"pip install (\S+(?: -\S+)*)", text)
        wanted = {"--require-hashes -r", "--no-deps --no-build-isolation", ".`."}
        assert set(installs) <= wanted
        assert set(blocks(text, "yaml") or [text])
    pinned = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
    assert {"hatchling", "editables"} <= set(re.findall(r"^([a-z]+)==", pinned, re.M))
