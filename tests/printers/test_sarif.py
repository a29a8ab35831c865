"""Findings as SARIF: the rules of the standard, and what services make of it."""

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from bkl import api
from bkl.api.checking.catalogue import catalogue
from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Edit, Place, Position
from bkl.printers.check import sarif
from bkl.printers.screen import Screen
from bkl.rules.engine.rule import all_rules
from bkl.source.edits.apply import apply_edits
from bkl.source.kinds import KINDS
from tests.printers.goldens import FIXTURE, assert_golden
from tests.printers.sarif_rules import SCHEMA

FOUT = Kind("BKL203", "verschil_zonder_reden", "fout")
NAME = "data/werkplan-2021.yaml"
AT = Position(14, 11, 4)
KAPOT = sorted((Path(__file__).parents[1] / "source/kapot").glob("*.yaml"))
OFFICIAL = os.environ.get("BKL_SARIF_SCHEMA")
SCHEMAS = [SCHEMA, *([json.loads(Path(OFFICIAL).read_text("utf-8"))] if OFFICIAL else [])]


def finding(file=NAME, position=AT, kind=FOUT, route=("a", 0), **more):
    given = {"message": "Er is iets mis.", "cure": "Maak het goed.", **more}
    return Finding(kind, place=Place(file, route), position=position, **given)


def shown(*findings, files=(NAME,)):
    return sarif.show(api.CheckResult(tuple(findings), files), Screen())


def run_of(*findings, **more):
    return json.loads(shown(*findings, **more))["runs"][0]


def address(file):
    (result,) = run_of(finding(file))["results"]
    found = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return found["uri"], found.get("uriBaseId")


def assert_valid(text):
    for schema in SCHEMAS:
        faults = [error.message for error in Draft7Validator(schema).iter_errors(json.loads(text))]
        assert not faults


@pytest.fixture(scope="module")
def checked():
    return api.check(FIXTURE)


def test_results_as_kept(checked):
    log = json.loads(sarif.show(checked, Screen()))
    log["runs"][0]["tool"]["driver"].update(rules="…", semanticVersion="…")
    for result in log["runs"][0]["results"]:
        result["ruleIndex"] = "…"
    assert_golden("check.sarif.json", json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def test_the_real_output_follows_the_schema(checked):
    assert_valid(sarif.show(checked, Screen()))
    assert_valid(shown(files=()))
    assert_valid(shown(finding(position=None), finding(route=()), finding()))


@pytest.mark.parametrize("path", KAPOT, ids=lambda path: path.stem)
def test_every_broken_file_follows_the_schema(path, tmp_path):
    target = tmp_path / "data" / "werkplan-2021.yaml"
    target.parent.mkdir()
    target.write_bytes(path.read_bytes())
    result = api.check(tmp_path)
    assert_valid(sarif.show(result, Screen()))
    assert len(run_of(*result.findings)["results"]) == len(result.findings) > 0


@pytest.mark.parametrize(
    "damage",
    [
        lambda log: log.update(version="2.0.0"),
        lambda log: log.pop("runs"),
        lambda log: log["runs"][0].update(resultaten=[]),
        lambda log: log["runs"][0].pop("tool"),
        lambda log: log["runs"][0]["results"][0].pop("message"),
        lambda log: log["runs"][0]["results"][0].update(level="fout"),
        lambda log: log["runs"][0]["results"][0]["locations"].append({"uri": "x"}),
    ],
)
def test_the_rules_refuse_a_damaged_log(damage):
    log = json.loads(shown(finding()))
    damage(log)
    for schema in SCHEMAS:
        assert not Draft7Validator(schema).is_valid(log)


def test_every_rule_is_described_and_results_point_at_theirs(checked):
    run = json.loads(sarif.show(checked, Screen()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    kinds = [rule.kind for rule in catalogue()]
    assert {*KINDS, *(rule.kind for rule in all_rules())} <= set(kinds)
    assert [rule["id"] for rule in rules] == sorted(kind.code for kind in kinds)
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert "\n" not in rule["fullDescription"]["text"]
        assert "Waarom:" in rule["fullDescription"]["text"]
        assert "Goed:" in rule["help"]["markdown"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    levels = {rule["name"]: rule["defaultConfiguration"]["level"] for rule in rules}
    for kind in kinds:
        assert levels[kind.slug] == {"fout": "error", "waarschuwing": "warning"}[kind.severity]


def test_a_finding_of_an_unknown_kind_still_has_its_rule():
    run = run_of(finding(kind=Kind("BKL999", "heel_nieuw", "waarschuwing")))
    rule = run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("BKL999", "heel nieuw")
    assert run["results"][0]["level"] == "warning"


def test_columns_count_characters_and_the_end_is_just_behind():
    run = run_of(finding(excerpt="  naam: 😀 3,4%", position=Position(2, 11, 4)))
    assert run["columnKind"] == "unicodeCodePoints"
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical["region"] == {
        "startLine": 2,
        "startColumn": 11,
        "endLine": 2,
        "endColumn": 15,
        "snippet": {"text": "3,4%"},
    }


def test_without_a_position_the_file_alone_is_named():
    (result,) = run_of(finding(position=None))["results"]
    assert list(result["locations"][0]["physicalLocation"]) == ["artifactLocation"]


def test_a_second_place_is_a_related_location():
    other = Related(Place("data/jaarverslag-2021.yaml", ("x",)), "hier eerder", Position(9, 3, 2))
    run = run_of(finding(related=(other,)))
    (related,) = run["results"][0]["relatedLocations"]
    assert related["message"]["text"] == "hier eerder"
    assert related["physicalLocation"]["region"]["startLine"] == 9
    number = related["physicalLocation"]["artifactLocation"]["index"]
    assert run["artifacts"][number]["location"]["uri"] == "data/jaarverslag-2021.yaml"


@pytest.mark.parametrize(
    ("file", "uri", "base"),
    [
        (NAME, NAME, "%SRCROOT%"),
        ("data/mijn plan é.yaml", "data/mijn%20plan%20%C3%A9.yaml", "%SRCROOT%"),
        ("a:b%20.yaml", "a%3Ab%2520.yaml", "%SRCROOT%"),
        ("rot\udcff.yaml", "rot%FF.yaml", "%SRCROOT%"),
        ("../data/x.yaml", "../data/x.yaml", None),
        ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml", None),
        ("C:/map/x.yaml", "file:///C%3A/map/x.yaml", None),
    ],
)
def test_file_names_become_uris(file, uri, base):
    assert address(file) == (uri, base)
    assert_valid(shown(finding(file)))


def prints(*findings):
    results = run_of(*findings)["results"]
    return [result["partialFingerprints"][sarif.FINGERPRINT] for result in results]


def test_fingerprints_survive_lines_that_shift():
    before = prints(finding(message="De eerste staat op regel 4."))
    after = prints(finding(message="De eerste staat op regel 7.", position=Position(99, 1)))
    assert before == after


def test_fingerprints_tell_findings_apart():
    findings = [
        finding(),
        finding(),
        finding(route=("a", 1)),
        finding(file="data/x.yaml"),
        finding(kind=Kind("BKL204", "anders", "fout")),
        finding(message="Er is iets anders mis."),
        finding(route=(), excerpt="a: 1"),
        finding(route=(), excerpt="b: 1"),
    ]
    assert len(set(prints(*findings))) == len(findings)


def test_reading_faults_without_a_route_are_known_by_their_line_of_text():
    first, second = (finding(route=(), excerpt=text) for text in ("a: 1", "b: 1"))
    assert prints(first, second) == prints(second, first)[::-1]


def test_real_fingerprints_survive_a_comment_above(checked, tmp_path):
    (tmp_path / "data").mkdir()
    for path in (FIXTURE / "data").iterdir():
        text = "# een regel erbij\n" + path.read_text("utf-8")
        (tmp_path / "data" / path.name).write_text(text, encoding="utf-8")
    assert prints(*api.check(tmp_path).findings) == prints(*checked.findings)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("gewoon `a: 1`", "gewoon `a: 1`"),
        ("tussen { } staat {0}", "tussen {{ }} staat {{0}}"),
        ("een [lijst] en [x](1)", "een [lijst] en \\[x](1)"),
    ],
)
def test_a_message_is_read_as_it_stands(text, escaped):
    assert sarif.message_text(text) == escaped


def test_nothing_from_a_file_steers_a_terminal():
    text = shown(finding(message="Fout bij `\x1b]0;x\x07\u202e`.", excerpt="\x9b" * 20))
    assert not any(sign in text for sign in "\x1b\x07\x9b\u202e")


def replaced(data, result):
    """Do what a service does with the cure of one result: replace, from the end backwards."""
    (cure,) = result["fixes"]
    (change,) = cure["artifactChanges"]
    lines = data.decode().splitlines(keepends=True)
    spots = sorted(change["replacements"], key=lambda r: list(r["deletedRegion"].values()))
    for spot in reversed(spots):
        region = spot["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        before, after = line[: region["startColumn"] - 1], line[region["endColumn"] - 1 :]
        lines[region["startLine"] - 1] = before + spot["insertedContent"]["text"] + after
    return "".join(lines).encode()


CURABLE = """\
werkplan: 2021
organisatie: Voorbeeld
speerpunten:
  S:
    resultaten:
      R1: {tekst: Uren, doel: '6.5 uur'}
      R2: {tekst: Uren, deol: 6 uur}
      R3: {tekst: Deel, doel: 3,4%}
      R4: {tekst: é, doel: 4.000}
      R5: {tekst: {x}, doel: 1234.567 uur}
"""


def test_a_service_can_mend_what_bkl_mends(tmp_path):
    path = tmp_path / "data" / "werkplan-2021.yaml"
    path.parent.mkdir()
    path.write_text(CURABLE, encoding="utf-8")
    findings = api.check(tmp_path).findings
    results = run_of(*findings)["results"]
    cured = [
        (result["ruleId"], finding.position.line)
        for finding, result in zip(findings, results, strict=True)
        if "fixes" in result
    ]
    assert cured == [("BKL015", 6), ("BKL010", 7), ("BKL009", 8), ("BKL016", 9)]
    for finding, result in zip(findings, results, strict=True):
        assert ("fixes" in result) == bool(finding.edits)
        if finding.edits:
            after, mended = apply_edits(path.read_bytes(), [finding])
            assert mended
            assert replaced(path.read_bytes(), result) == after
    assert_valid(shown(*findings))


def test_a_cure_that_cannot_be_placed_is_left_out():
    edits = (Edit(Place(NAME), "it's", "its", Position(3, 1, 7)),)
    assert "fixes" not in run_of(finding(edits=edits))["results"][0]
    edits = (Edit(Place(NAME), "its", "it is"),)
    assert "fixes" not in run_of(finding(edits=edits))["results"][0]
