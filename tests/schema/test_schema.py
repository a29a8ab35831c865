"""The schemas say what the models say: the same keys, words and refusals."""

import json
import re
from datetime import date
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
from jsonschema import Draft7Validator
from pydantic import BeforeValidator, TypeAdapter, ValidationError

from bkl import api
from bkl.api.schemas.hints import DESCRIPTIONS, EXAMPLES, FIELDS, QUANTITIES, RULES
from bkl.api.schemas.models import schema_of
from bkl.api.schemas.schema import DOCUMENTS
from bkl.api.schemas.types import known
from bkl.domein.model import fields
from bkl.domein.model.jaarverslag import Jaarverslag
from bkl.domein.notatie.meaning.doel import read_doel
from bkl.domein.notatie.meaning.waarde import read_waarde
from tests.domein.test_moment import MOMENTEN
from tests.schema.editor import ROOT

SCHEMAS = {name: json.loads(api.json_schema(name)) for name in api.schema_names()}


def models_in(annotation):
    """Yield every model that an annotation holds."""
    if isinstance(annotation, type) and issubclass(annotation, fields.Model):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def all_models(model, found=None):
    found = {} if found is None else found
    if model.__name__ not in found:
        found[model.__name__] = model
        for field in model.model_fields.values():
            for inner in models_in(field.annotation):
                all_models(inner, found)
    return found


DESCRIBED = [
    pytest.param(name, model, id=f"{name}-{model.__name__}")
    for name, document in DOCUMENTS.items()
    for model in all_models(document).values()
]


def described(name, model):
    schema = SCHEMAS[name]
    return schema if DOCUMENTS[name] is model else schema["definitions"][model.__name__]


def words_in(annotation):
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    options = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else ()
    return set().union(*(words_in(option) for option in options))


def inside(schema):
    """Yield a schema and every schema in it."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from inside(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from inside(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_sound_schema_without_loose_ends(name):
    schema = SCHEMAS[name]
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    for part in inside(schema):
        if isinstance(reference := part.get("$ref"), str):
            assert reference.removeprefix("#/definitions/") in schema["definitions"]
        if isinstance(pattern := part.get("pattern"), str):
            re.compile(pattern)


@pytest.mark.parametrize("name", SCHEMAS)
def test_committed_schemas_are_current(name):
    committed = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == api.json_schema(name), "the models changed: run `bkl schema`"


def test_nothing_else_is_committed_beside_them():
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {
        f"{name}.schema.json" for name in SCHEMAS
    }


@pytest.mark.parametrize(("name", "model"), DESCRIBED)
def test_a_schema_has_the_keys_of_its_model(name, model):
    schema = described(name, model)
    assert list(schema["properties"]) == list(model.model_fields)
    needed = [key for key, field in model.model_fields.items() if field.is_required()]
    assert schema.get("required", []) == needed
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize(("name", "model"), DESCRIBED)
def test_everything_is_explained_in_dutch(name, model):
    schema = described(name, model)
    assert re.fullmatch(r"[A-Z]\w+", schema["title"])
    assert re.fullmatch(r"[A-ZÉ].+\.", schema["description"])
    for key, field in model.model_fields.items():
        told = schema["properties"][key]["title"]
        assert told == field.title
        assert told[0].isupper()
        assert not told.endswith(".")


@pytest.mark.parametrize(("name", "model"), DESCRIBED)
def test_vocabularies_are_enums(name, model):
    for key, field in model.model_fields.items():
        if words := words_in(field.annotation):
            enums = [
                set(part["enum"])
                for part in inside(described(name, model)["properties"][key])
                if "enum" in part
            ]
            assert enums == [words]


def test_no_definition_is_left_over():
    for name, document in DOCUMENTS.items():
        assert set(SCHEMAS[name]["definitions"]) <= set(all_models(document))


def test_hints_are_about_fields_that_exist():
    models = {}
    for document in DOCUMENTS.values():
        all_models(document, models)
    keys = {key for model in models.values() for key in model.model_fields}
    assert QUANTITIES | set(DESCRIPTIONS) | set(EXAMPLES) <= keys
    assert set(RULES) <= set(models)
    for model, key in FIELDS:
        assert key in models[model].model_fields


def test_every_validator_of_a_model_is_thought_of():
    spoken = set(RULES) | {model for model, _ in FIELDS}
    for name, document in DOCUMENTS.items():
        for model in all_models(document).values():
            if model.__pydantic_decorators__.model_validators:
                assert model.__name__ in spoken, f"schema_hints.py says nothing of {name}"


def test_examples_can_be_read():
    for key in ("doel", "nulmeting"):
        for phrase in EXAMPLES[key]:
            read_doel(phrase)
    for phrase in EXAMPLES["realisatie"]:
        read_waarde(phrase)


# each value as an editor sees it; the model gets its text, as bkl reads every scalar
SAMPLES = {
    "Tekst": ["Tekst", 2021, 3.5, "a: b", "", "  ", [], {}],
    "Jaar": [2021, "2021", 1899, 2200, 21, "21", "2021 ", 2021.5],
    "Datum": [
        *("31-12-2021", "1-2-2021", "31 december 2021", "2021-12-31", "31/12/2021"),
        *("31 dec 2021", 2021, "31-12-21", "december 2021"),
    ],
    "Deadline": ["31-12-2025", "eind 2025", "Q2 2025", "juni 2025", 2025, "straks", ""],
    "JaNee": ["ja", "nee", "Ja", "yes", 1, ""],
    "Marge": ["10%", "10 %", "7,5%", "10", 10, "0.1", "100%", ""],
    "Teksten": ["een", ["een", "twee"], [], 2021, [2021], "", [""], {"a": "b"}],
}


def as_text(value):
    """Return the value as bkl reads it: every scalar is a text."""
    if isinstance(value, list):
        return [as_text(item) for item in value]
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    return str(value)


@pytest.mark.parametrize(
    ("alias", "value"), [(alias, value) for alias, values in SAMPLES.items() for value in values]
)
def test_field_types_refuse_what_the_models_refuse(alias, value):
    annotated = getattr(fields, alias)
    accepted = Draft7Validator(known(TypeAdapter(annotated).core_schema)).is_valid(value)
    try:
        TypeAdapter(annotated).validate_python(as_text(value))
        read = True
    except ValidationError:
        read = False
    assert accepted == read


@pytest.mark.parametrize("alias", SAMPLES)
@pytest.mark.parametrize("value", [None, True, False])
def test_what_an_editor_takes_for_something_else_than_text_is_refused(alias, value):
    schema = known(TypeAdapter(getattr(fields, alias)).core_schema)
    assert not Draft7Validator(schema).is_valid(value)


def test_a_type_without_a_schema_is_refused():
    class Vreemd(fields.Model):
        """Vreemd: een model met een soort veld dat nog niemand kent."""

        veld: complex

    with pytest.raises(TypeError, match="no JSON Schema for"):
        schema_of(Vreemd)


def test_plain_types_of_later_models_have_a_shape():
    for base in (str, int, bool, date):
        assert known(TypeAdapter(base).core_schema) is not None


def test_a_weighed_measurement_is_no_fault_to_an_editor():
    weighed = {"realisatie": "7,5", "gewicht": "40"}
    told = {"metingen": {"Q1 2021": weighed, "Q2 2021": "8"}}
    verslag = {"jaarverslag": 2021, "peildatum": "31-12-2021", "realisaties": {"S-R1": told}}
    assert Draft7Validator(schema_of(Jaarverslag)).is_valid(verslag)


def test_short_forms_follow_from_the_reader():
    class Lang(fields.Model):
        """Lang: iets met een korte vorm."""

        kort: fields.Tekst

    class Top(fields.Model):
        """Top: een lijst daarvan."""

        alle: dict[
            str,
            Annotated[Lang, BeforeValidator(lambda v: {"kort": v} if isinstance(v, str) else v)],
        ]

    schema = schema_of(Top)
    for value, fine in (("x", True), ({"kort": "x"}, True), ({"lang": "x"}, False), ([], False)):
        assert Draft7Validator(schema).is_valid({"alle": {"a": value}}) is fine


@pytest.mark.parametrize("tekst", [tekst for tekst, *_ in MOMENTEN])
def test_every_moment_that_is_read_is_a_key_in_an_editor(tekst):
    told = {"realisaties": {"S-R1": {"metingen": {tekst: "3"}}}}
    head = {"jaarverslag": "2021", "peildatum": "31-12-2021"}
    assert list(Draft7Validator(SCHEMAS["jaarverslag"]).iter_errors({**head, **told})) == []
