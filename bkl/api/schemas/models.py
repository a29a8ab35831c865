"""From a model to a JSON Schema (draft-07, which the YAML editors read best)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from bkl.api.schemas.hints import DESCRIPTIONS, EXAMPLES, FIELDS, QUANTITIES, RULES
from bkl.api.schemas.types import QUANTITY, TEXT, Schema, key_pattern, known, short_key, takes_one
from bkl.domein.model.fields import Model

if TYPE_CHECKING:
    from pydantic_core import core_schema as core

DRAFT = "http://json-schema.org/draft-07/schema#"
_NAMED = re.compile(r"^[A-Z]\w*: ")
_SHORT = "$short"
_KNOWN = frozenset(
    (
        *("str", "int", "bool", "date", "literal", "tuple", "dict", "union", "nullable"),
        *("default", "function-before", "function-after", "model", "definitions"),
        "definition-ref",
    )
)


def schema_of(model: type[Model]) -> Schema:
    """Return the JSON Schema of a file that holds this model."""
    made = model.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_AsWritten
    )
    definitions = dict(sorted(made.pop("$defs", {}).items()))
    whole = {"$schema": DRAFT, **made, "definitions": definitions}
    return cast("Schema", _shortened(whole, definitions))


def _shortened(value: object, models: Mapping[str, JsonSchemaValue]) -> object:
    """Put the field itself where a mapping may be written as the text of that field alone."""
    if isinstance(value, list):
        return [_shortened(item, models) for item in value]
    if not isinstance(value, dict):
        return value
    if _SHORT in value:
        model = models[value["$ref"].rpartition("/")[2]]
        return _shortened(model["properties"][value[_SHORT]], models)
    return {key: _shortened(item, models) for key, item in value.items()}


class _AsWritten(GenerateJsonSchema):
    """Pydantic's schemas, with every value as it may be typed in the YAML."""

    def generate_inner(self, schema: core.CoreSchema) -> JsonSchemaValue:
        """Return the schema of a type; raises TypeError for a type that no field had before."""
        if schema["type"] not in _KNOWN:
            raise TypeError(f"no JSON Schema for {schema['type']}")
        return super().generate_inner(schema)

    def _scalar(self, schema: Mapping[str, object]) -> JsonSchemaValue:
        return dict(known(schema) or {})

    str_schema = int_schema = bool_schema = date_schema = _scalar

    def function_after_schema(self, schema: core.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """Return how what a function accepts looks in the YAML."""
        found = known(cast("Mapping[str, object]", schema))
        return self.generate_inner(schema["schema"]) if found is None else dict(found)

    def function_before_schema(self, schema: core.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """Return how what a function reads looks, and beside a model its short form."""
        found = known(cast("Mapping[str, object]", schema))
        if found is not None:
            return dict(found)
        inner = self.generate_inner(schema["schema"])
        read = cast("Callable[[object], object]", schema["function"]["function"])
        if takes_one(read):
            return {"anyOf": [*inner["items"]["anyOf"], inner]}
        key = short_key(read)
        if key is None:
            return inner
        return {"anyOf": [inner, {_SHORT: key, **inner}]}

    def nullable_schema(self, schema: core.NullableSchema) -> JsonSchemaValue:
        """Return what it is when it is there: in YAML a key is simply left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core.WithDefaultSchema) -> JsonSchemaValue:
        """Return what it is when it is there."""
        return self.generate_inner(schema["schema"])

    def literal_schema(self, schema: core.LiteralSchema) -> JsonSchemaValue:
        """Return the words to choose from."""
        return {"enum": list(schema["expected"])}

    def tuple_schema(self, schema: core.TupleSchema) -> JsonSchemaValue:
        """Return a list, all of one kind."""
        return {"type": "array", "items": self.generate_inner(schema["items_schema"][0])}

    def dict_schema(self, schema: core.DictSchema) -> JsonSchemaValue:
        """Return a mapping with free keys, of one pattern when the type of the key has one."""
        values = self.generate_inner(schema["values_schema"])
        pattern = key_pattern(cast("Mapping[str, object]", schema["keys_schema"]))
        if pattern is None:
            return {"type": "object", "additionalProperties": values}
        patterns = {"patternProperties": {pattern: values}}
        return {"type": "object", **patterns, "additionalProperties": False}

    def model_schema(self, schema: core.ModelSchema) -> JsonSchemaValue:
        """Return a mapping with the fields of the model and nothing else."""
        model = cast("type[Model]", schema["cls"])
        inside = schema["schema"]
        while inside["type"] != "model-fields":
            inside = cast("core.ModelSchema", inside)["schema"]
        fields = inside["fields"]
        text = _NAMED.sub("", " ".join((model.__doc__ or "").split("\n\n", 1)[0].split()))
        made: JsonSchemaValue = {
            "title": model.__name__,
            "description": text[:1].upper() + text[1:],
            "type": "object",
            "additionalProperties": False,
            "properties": {
                key: _told(model, key, self.generate_inner(field["schema"]))
                for key, field in fields.items()
            },
        }
        if required := [k for k, field in model.model_fields.items() if field.is_required()]:
            made["required"] = required
        if rules := RULES.get(model.__name__):
            made["allOf"] = rules
        return made

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order of the model, in which editors offer the keys."""
        return value


def _told(model: type[Model], key: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema of one field, with its title and what a writer must know of it."""
    if key in QUANTITIES:
        schema = _phrased(schema)
    if other := FIELDS.get((model.__name__, key)):
        schema = {"anyOf": [schema, other]}
    told: JsonSchemaValue = {"title": model.model_fields[key].title or key}
    if key in DESCRIPTIONS:
        told["description"] = told["markdownDescription"] = DESCRIPTIONS[key]
    if key in EXAMPLES:
        told["examples"] = EXAMPLES[key]
    # beside $ref nothing else is read in draft-07
    return {**told, "allOf": [schema]} if "$ref" in schema else {**schema, **told}


def _phrased(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Return the schema with phrases instead of texts: `3.4` is a number, but no Dutch one."""
    if schema == TEXT:
        return dict(QUANTITY)
    made = dict(schema)
    if "patternProperties" in made:
        patterns = made["patternProperties"]
        made["patternProperties"] = {key: _phrased(one) for key, one in patterns.items()}
    if "anyOf" in made:
        made["anyOf"] = [_phrased(one) for one in made["anyOf"]]
    return made
