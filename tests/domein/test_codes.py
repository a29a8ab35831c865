"""Codes as organisations write them: letters, figures, and figures behind a dot."""

import json

import jsonschema
import pytest
from pydantic import TypeAdapter, ValidationError

from bkl import api
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.anchors import anker_of
from bkl.domein.model.codes import Code, Sleutel
from bkl.domein.model.werkplan import Werkplan
from tests.build import plan, write

SLEUTEL: TypeAdapter[str] = TypeAdapter(Sleutel)
PLAN = """\
werkplan: 2021
organisatie: Gemeente Voorbeeld
themas: {1: Wonen, 1.1: Bouwen, 2: Zorg}
speerpunten:
  1.1:
    resultaten:
      1.1.2: {tekst: Bezoeken., indicatoren: {bezoekers: 400 bezoekers, scholen: 5 scholen}}
      1.1.20: {tekst: Straten., doel: 4 straten, ook_bij: [1.10-1]}
  1.10: {resultaten: {1: Ook straten., 2a: {tekst: Bomen., doel: 40 bomen}}}
"""
REPORT = """\
jaarverslag: 2021
peildatum: 31-12-2021
bronnen: {telling: {titel: Telling}}
realisaties:
  1.1-1.1.2.bezoekers: {realisatie: 400 bezoekers, bron: telling}
  1.1-1.1.2.scholen: {realisatie: 5 scholen, bron: telling}
  1.1-1.1.20: {realisatie: 4 straten, bron: telling}
  1.10-2a: {realisatie: 40 bomen, bron: telling}
speerpunten:
  1.1: {verhaal: 'Er kwamen {{ 1.1-1.1.2.bezoekers }}; ons plan was {{ 1.1-1.1.20.doel }}.'}
"""


@pytest.mark.parametrize("code", ["AD", "R4", "1", "1.1.2", "1.10", "2a", "P3.1b", "A_1", "2024.1"])
def test_codes_that_people_use(code):
    assert SLEUTEL.validate_python(code) == code


@pytest.mark.parametrize(
    "code", ["", "1.", ".1", "1..2", "1.a", "A.B", "1-1", "1 1", "_1", "é", "1.1\n"]
)
def test_what_would_read_two_ways_is_no_code(code):
    with pytest.raises(ValidationError):
        SLEUTEL.validate_python(code)


@pytest.mark.parametrize(
    ("id_", "onderdeel", "naam"),
    [
        ("BD-R4.lezingen", "BD-R4", "lezingen"),
        ("BD-R4", "BD-R4", None),
        ("1.1-1.1.2", "1.1-1.1.2", None),
        ("1.1-1.1.2.bezoekers", "1.1-1.1.2", "bezoekers"),
        ("1.1-1.1.2.één-op-één", "1.1-1.1.2", "één-op-één"),
        ("onzin", "onzin", None),
    ],
)
def test_the_last_dot_before_a_letter_splits(id_, onderdeel, naam):
    assert Code.read(id_) == (onderdeel, naam)


@pytest.fixture
def workspace(tmp_path):
    return write(tmp_path, REPORT, PLAN)


def test_every_command_takes_them_as_they_stand_in_the_file(workspace):
    """`1.10` is a text: it is never `1.1`, not even unquoted as a key of YAML."""
    assert not api.check(workspace).findings
    chosen = {
        selectie: [rij.id for rij in api.gap(workspace, selectie=selectie).rijen]
        for selectie in ("1.1", "1.10", "1.1-1.1.2", "1.1-1.1.20", "1.10-2A")
    }
    assert chosen == {
        "1.1": ["1.1-1.1.2.bezoekers", "1.1-1.1.2.scholen", "1.1-1.1.20"],
        "1.10": ["1.10-1", "1.10-2a"],
        "1.1-1.1.2": ["1.1-1.1.2.bezoekers", "1.1-1.1.2.scholen"],
        "1.1-1.1.20": ["1.1-1.1.20"],
        "1.10-2A": ["1.10-2a"],
    }
    (path,) = api.render("jaarverslag", workspace, formats=["md"])
    text = path.read_text(encoding="utf-8")
    assert "Er kwamen 400 bezoekers; ons plan was 4 straten." in text
    assert '<a id="1--1-1--1--20"></a>' in text
    assert "(#1--1-1--1--20)" in text


def test_the_schema_takes_them_too(workspace):
    (path, *_) = api.write_schemas(workspace)
    schema = json.loads(path.read_text(encoding="utf-8"))
    one = {"tekst": "Bomen.", "doel": "40 bomen"}
    good, bad = ({"1.10": {"resultaten": {key: one}}} for key in ("2.1a", "2.a"))
    jsonschema.validate(plan(good, jaar="2021"), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plan(bad, jaar="2021"), schema)


def test_a_code_is_below_the_longest_thema_that_it_goes_on_from():
    themas = {"1": "Wonen", "1.1": "Bouwen", "11": "Zorg"}
    codes = {code: {} for code in ("1", "1.1", "1.1.3", "1.10", "11", "11.1", "12")}
    werkplan = Werkplan.model_validate(plan(codes, themas=themas))
    found = [werkplan.axes_of(code, one)[0] for code, one in werkplan.speerpunten.items()]
    assert found == ["1", "1.1", "1.1", "1", "11", "11", None]


def test_places_in_a_document_stay_apart():
    codes = ["1.1-1", "1-1.1", "11-1", "1-1-1", "1.1-1.bezoekers", "1-1.1.bezoekers", "1_1-1"]
    assert len({anker_of(code) for code in codes}) == len(codes)


@pytest.mark.parametrize("slip", ["1-1.1", "1.1.1", "11-1"])
def test_figures_cut_up_otherwise_are_another_code(slip):
    assert Names(["1.1-1"]).certain(slip) is None
