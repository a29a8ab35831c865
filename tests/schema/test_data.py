"""The schemas against files: real ones accepted, broken ones refused, as bkl itself does."""

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from bkl import api
from bkl.printers.check import json as as_json
from bkl.printers.screen import Screen
from bkl.source.parsing.yaml_tree import read_tree
from tests.schema.editor import ROOT, bkl_accepts, bkl_value, editor_value, editor_view

KAPOT = yaml.safe_load((Path(__file__).parent / "kapot.yaml").read_text(encoding="utf-8"))
NAMES = ("werkplan", "jaarverslag", "bijstellingen")
FILES = sorted(
    path
    for folder in (ROOT / "data", *ROOT.glob("tests/**/data"))
    for path in folder.glob("*-[0-9][0-9][0-9][0-9].yaml")
    if path.name.split("-")[0] in NAMES
)
SCHEMAS = {name: json.loads(api.json_schema(name)) for name in api.schema_names()}


def accepts(name, value):
    return Draft7Validator(SCHEMAS[name]).is_valid(value)


def check_jsonschema(name, *files):
    schema = ROOT / "schemas" / f"{name}.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]
    return subprocess.run(
        [*command, *(str(file) for file in files)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", NAMES)
def test_check_jsonschema_accepts_the_data(name):
    files = [path for path in FILES if path.name.startswith(name)]
    if not files:
        pytest.skip(f"no file of the kind {name} yet")
    done = check_jsonschema(name, *files)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_view_of_an_editor_is_told_right(path):
    text = path.read_text(encoding="utf-8")
    name = path.name.split("-")[0]
    assert accepts(name, editor_value(text))
    assert accepts(name, editor_view(bkl_value(text)))


def deeper(faults):
    """Yield the faults, and those that explain why no way of writing fits."""
    for fault in faults:
        yield fault
        yield from deeper(fault.context)


@pytest.mark.parametrize("case", KAPOT, ids=lambda case: case["naam"])
def test_broken_files_are_refused_where_the_fault_is(case):
    assert not bkl_accepts(case["soort"], bkl_value(case["yaml"]))
    faults = list(Draft7Validator(SCHEMAS[case["soort"]]).iter_errors(editor_value(case["yaml"])))
    assert faults
    assert case["plek"] in [list(fault.absolute_path) for fault in deeper(faults)]


def test_check_jsonschema_refuses_every_broken_file(tmp_path):
    for name in {case["soort"] for case in KAPOT}:
        files = []
        for number, case in enumerate(KAPOT):
            if case["soort"] == name:
                files.append(tmp_path / f"{name}-{number}.yaml")
                files[-1].write_text(case["yaml"], encoding="utf-8")
        done = check_jsonschema(name, *files)
        assert done.returncode == 1
        for file in files:
            assert f"{file.name}::" in done.stdout, file.read_text()


QUANTITIES = [
    ("3.4", "a decimal with a point"),
    ("true", "a word that YAML takes for a truth"),
    ("[1, 2]", "a list"),
    ("{min: 3}", "a mapping"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("phrase", "why"), QUANTITIES)
def test_quantities_are_phrases_or_whole_numbers(phrase, why):
    text = (ROOT / "tests/printers/fixture/data/werkplan-2021.yaml").read_text(encoding="utf-8")
    assert text.count("doel: ca. 50 vrijwilligers") == 1, why
    assert accepts("werkplan", editor_value(text.replace("ca. 50 vrijwilligers", "50")))
    assert not accepts("werkplan", editor_value(text.replace("ca. 50 vrijwilligers", phrase)))


def places(value, route=()):
    """Yield every route in a value, the top excepted."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in inner:
        yield (*route, key)
        if isinstance(child, dict | list):
            yield from places(child, (*route, key))


def parent_of(value, route):
    for key in route[:-1]:
        value = value[key]
    return value


def left_out(value, route):
    del parent_of(value, route)[route[-1]]


def made_list(value, route):
    parent_of(value, route)[route[-1]] = ["x"]


def made_mapping(value, route):
    parent_of(value, route)[route[-1]] = {"x": "y"}


def made_text(value, route):
    parent_of(value, route)[route[-1]] = "x"


def made_number(value, route):
    parent_of(value, route)[route[-1]] = "7"


def renamed(value, route):
    parent, key = parent_of(value, route), route[-1]
    if isinstance(parent, dict):
        parent[f"{key}X9"] = parent.pop(key)


DAMAGES = (left_out, made_list, made_mapping, made_text, made_number, renamed)


def one_of_each_kind(value):
    """Yield a route per place that the model tells apart: which code or number does not matter."""
    seen, names = set(), ("indicatoren", "bronnen", "hoofdstukken")
    for route in places(value):
        free = (isinstance(key, int) or not key.islower() for key in route)
        named = (before in names for before in (None, *route))
        shape = tuple("*" if a or b else k for k, a, b in zip(route, free, named, strict=False))
        if shape not in seen:
            seen.add(shape)
            yield route


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_damage_is_refused_by_both_or_by_neither(path, damage):
    name, whole = path.name.split("-")[0], bkl_value(path.read_text(encoding="utf-8"))
    for route in one_of_each_kind(whole):
        value = copy.deepcopy(whole)
        damage(value, route)
        assert accepts(name, editor_view(value)) == bkl_accepts(name, value), route


def workspace(folder, text):
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "werkplan-2021.yaml").write_text(text, encoding="utf-8")
    return folder


def closed(schema):
    """Return the schema without room for other keys, to see that it names them all."""
    if isinstance(schema, list):
        return [closed(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(inner) for key, inner in schema.items()}
    return {**made, "additionalProperties": False} if "properties" in made else made


@pytest.mark.parametrize("case", KAPOT, ids=lambda case: case["naam"])
def test_the_findings_as_json_follow_their_schema(case, tmp_path):
    result = api.check(workspace(tmp_path, case["yaml"]))
    found = json.loads(as_json.show(result, Screen()))
    assert found["meldingen"]
    Draft7Validator(closed(SCHEMAS["check"])).validate(found)


def test_findings_with_a_second_place_follow_their_schema_too(tmp_path):
    text = (ROOT / "tests/source/kapot/dubbele_sleutel.yaml").read_text(encoding="utf-8")
    assert read_tree("x.yaml", text.encode()).findings
    found = json.loads(as_json.show(api.check(workspace(tmp_path, text)), Screen()))
    assert any(melding["zie_ook"] for melding in found["meldingen"])
    Draft7Validator(closed(SCHEMAS["check"])).validate(found)


@pytest.mark.parametrize(
    "damage",
    [
        lambda found: found.pop("meldingen"),
        lambda found: found.update(versie=2),
        lambda found: found["meldingen"][0].pop("herstel"),
        lambda found: found["meldingen"][0].update(regel=0),
        lambda found: found["meldingen"][0].update(ernst="error"),
        lambda found: found["meldingen"][0].update(route=[None]),
    ],
)
def test_the_schema_of_findings_refuses_another_shape(damage, tmp_path):
    found = json.loads(as_json.show(api.check(workspace(tmp_path, "a: 1\n")), Screen()))
    damage(found)
    assert not accepts("check", found)
