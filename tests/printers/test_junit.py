"""Findings as JUnit XML: well-formed, in the shape that services read, readable by a library."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml

from bkl import api
from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Place, Position
from bkl.printers.check import junit
from bkl.printers.screen import Screen
from tests.printers.goldens import FIXTURE, assert_golden

FOUT = Kind("BKL203", "verschil_zonder_reden", "fout")
NAME = "data/werkplan-2021.yaml"
AT = Position(14, 11, 4)
PLAIN = Screen()
KAPOT = sorted((Path(__file__).parents[1] / "source/kapot").glob("*.yaml"))
COUNTS = {"tests", "failures", "errors", "skipped"}
# element: (attributes it must have, attributes it may have, elements it may hold)
SHAPE = {
    "testsuites": ({"name", "time", *COUNTS}, set(), {"testsuite"}),
    "testsuite": ({"name", "time", *COUNTS}, set(), {"testcase"}),
    "testcase": ({"name", "classname", "time", "file"}, {"line"}, {"failure"}),
    "failure": ({"type", "message"}, set(), set()),
}


def finding(file=NAME, position=AT, route=("a", 0), **more):
    given = {"message": "Er is iets mis.", "cure": "Maak het goed.", "excerpt": "    doel: 3,4%"}
    return Finding(FOUT, place=Place(file, route), position=position, **{**given, **more})


def shown(*findings, files=(NAME,), screen=PLAIN):
    return junit.show(api.CheckResult(tuple(findings), files), screen)


def assert_shape(element):
    must, may, inside = SHAPE[element.tag]
    assert must <= set(element.attrib) <= must | may
    for child in element:
        assert child.tag in inside
        assert_shape(child)
    if "tests" in element.attrib:
        assert int(element.get("tests")) == len(list(element.iter("testcase")))
        assert int(element.get("failures")) == len(list(element.iter("failure")))
        assert (element.get("errors"), element.get("skipped")) == ("0", "0")
    for number in ("time", "line"):
        assert element.get(number, "0").isdigit()


def read(text):
    root = ET.fromstring(text.encode())
    assert root.tag == "testsuites"
    assert_shape(root)
    for suite in root:
        names = [case.get("name") for case in suite]
        assert len(set(names)) == len(names), "a service shows two cases of one name as one"
    return root


@pytest.fixture(scope="module")
def checked():
    return api.check(FIXTURE)


def test_as_kept(checked):
    text = junit.show(checked, Screen())
    read(text)
    assert_golden("check.junit.xml", text)


def test_a_library_reads_it_back(checked, tmp_path):
    path = tmp_path / "bkl.xml"
    path.write_text(junit.show(checked, Screen()), encoding="utf-8")
    suites = list(JUnitXml.fromfile(str(path)))
    assert [suite.name for suite in suites] == list(checked.files)
    cases = [case for suite in suites for case in suite]
    failures = [failure for case in cases for failure in case.result]
    assert all(isinstance(failure, Failure) for failure in failures)
    assert Counter(f.message for f in failures) == Counter(f.message for f in checked.findings)
    assert {f.type for f in failures} == {f.kind.severity for f in checked.findings}


def test_a_clean_file_is_one_case_that_passes():
    root = read(shown(files=(NAME, "data/jaarverslag-2021.yaml")))
    assert [len(suite) for suite in root] == [1, 1]
    assert root.get("failures") == "0"
    assert [case.get("name") for case in root.iter("testcase")] == [junit.CLEAN] * 2


def test_a_finding_says_where_what_and_the_cure():
    other = Related(Place("data/x.yaml"), "hier eerder gebruikt", Position(9, 3, 2))
    (case,) = read(shown(finding(related=(other,)))).iter("testcase")
    assert (case.get("file"), case.get("line")) == (NAME, "14")
    assert case.get("name") == "BKL203 Er is iets mis."
    assert case[0].text.splitlines() == [
        "data/werkplan-2021.yaml:14:11",
        "    doel: 3,4%",
        "data/x.yaml:9:3: hier eerder gebruikt",
        "Er is iets mis.",
        "Maak het goed.",
    ]


def test_a_file_that_was_not_asked_for_still_gets_its_suite():
    root = read(shown(finding("data/ander.yaml", position=None)))
    assert [suite.get("name") for suite in root] == [NAME, "data/ander.yaml"]
    assert [suite.get("failures") for suite in root] == ["0", "1"]


def test_equal_messages_get_names_of_their_own():
    found = [finding(), finding(route=("b",)), finding(route=("b",)), finding(route=())]
    names = [case.get("name") for case in read(shown(*found)).iter("testcase")]
    said = "BKL203 Er is iets mis."
    assert names == [f"{said} (a › 0)", f"{said} (b)", f"{said} (b) (2)", said]


def test_names_survive_lines_that_shift(checked, tmp_path):
    (tmp_path / "data").mkdir()
    for path in (FIXTURE / "data").iterdir():
        text = "# een regel erbij\n" + path.read_text("utf-8")
        (tmp_path / "data" / path.name).write_text(text, encoding="utf-8")

    def names(result):
        return [case.get("name") for case in read(junit.show(result, Screen())).iter("testcase")]

    assert names(api.check(tmp_path)) == names(checked)


@pytest.mark.parametrize("path", KAPOT, ids=lambda path: path.stem)
def test_every_broken_file_gives_sound_xml(path, tmp_path):
    target = tmp_path / "data" / "werkplan-2021.yaml"
    target.parent.mkdir()
    target.write_bytes(path.read_bytes())
    result = api.check(tmp_path)
    assert int(read(junit.show(result, Screen())).get("failures")) == len(result.findings) > 0


@given(st.text(st.characters()))
def test_any_text_gives_sound_xml(text):
    found = finding(file=text, message=text, cure=text, excerpt=text, route=(text,))
    again = finding(file=text, message=text, cure=text, excerpt=text, route=(text,))
    result = shown(found, again, files=())
    assert read(result).get("failures") == "2"
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufeff]", result)


def test_control_characters_are_left_out():
    (failure,) = read(shown(finding(message="a\x00\x1b[31m\x85\u202e\ufffeb é 😀"))).iter("failure")
    assert failure.get("message") == "a[31mb é 😀"


def test_markup_stays_text():
    message = 'Hier staat `<b> & "x"`, geen ]]> of <!-- -->.'
    (failure,) = read(shown(finding(message=message))).iter("failure")
    assert failure.get("message") == message


def test_where_the_encoding_is_not_sure_it_is_ascii():
    text = shown(finding(message="één"), screen=Screen(unicode=False))
    assert text.isascii()
    assert text.startswith('<?xml version="1.0" encoding="US-ASCII"?>')
    (failure,) = read(text).iter("failure")
    assert failure.get("message") == "één"
