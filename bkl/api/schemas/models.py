"""From a model to a JSON Schema (draft-07, which the YAML editors read best)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import UnionType
from typing import Annotated, Literal, TypeGuard, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from bkl.api.schemas.hints import DESCRIPTIONS, EXAMPLES, FIELDS, QUANTITIES, RULES
from bkl.api.schemas.types import QUANTITY, TEXT, Json, Schema, key_pattern, scalar, short_key
from bkl.domein.model.fields import Model

DRAFT = "http://json-schema.org/draft-07/schema#"
_NAMED = re.compile(r"^[A-Z]\w*: ")


def schema_of(model: type[Model]) -> Schema:
    """Return the JSON Schema of a file that holds this model."""
    builder = _Builder()
    top = builder.model(model)
    definitions: Json = dict(sorted(builder.definitions.items()))
    return {"$schema": DRAFT, **top, "definitions": definitions}


class _Builder:
    """Collects the definitions of the models that are met."""

    def __init__(self) -> None:
        self.definitions: dict[str, Json] = {}

    def model(self, model: type[Model]) -> Schema:
        """Return a mapping with the fields of the model and nothing else."""
        text = _NAMED.sub("", " ".join((model.__doc__ or "").split("\n\n", 1)[0].split()))
        required = [key for key, field in _fields(model).items() if field.is_required()]
        schema: Schema = {
            "title": model.__name__,
            "description": text[:1].upper() + text[1:],
            "type": "object",
            "additionalProperties": False,
            "properties": {
                key: self.field(model, key, field) for key, field in _fields(model).items()
            },
        }
        if required:
            schema["required"] = required
        if rules := RULES.get(model.__name__):
            schema["allOf"] = rules
        return schema

    def field(self, model: type[Model], key: str, field: FieldInfo) -> Schema:
        """Return the schema of one field, with its title and what a writer must know of it."""
        schema = _quantified(key, self.of(field.annotation, field.metadata))
        if other := FIELDS.get((model.__name__, key)):
            schema = {"anyOf": [schema, other]}
        told: Schema = {"title": field.title or key}
        if key in DESCRIPTIONS:
            told["description"] = told["markdownDescription"] = DESCRIPTIONS[key]
        if key in EXAMPLES:
            told["examples"] = EXAMPLES[key]
        # beside $ref nothing else is read in draft-07
        return {**told, "allOf": [schema]} if "$ref" in schema else {**schema, **told}

    def of(self, annotation: object, metadata: Sequence[object] = ()) -> Schema:
        """Return the schema of a type; raises TypeError for a type that no field had before."""
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.of(args[0], [*metadata, *args[1:]])
        if origin is Union or origin is UnionType:
            options = [self.of(option) for option in args if option is not type(None)]
            return options[0] if len(options) == 1 else {"anyOf": options}
        if _is_model(annotation):
            return self.reference(annotation, metadata)
        if origin is dict:
            return self.mapping(args[0], args[1])
        known = scalar(annotation, metadata)
        if origin is Literal:
            known = {"enum": list(args)}
        elif origin is tuple and known is None:
            known = {"type": "array", "items": self.of(args[0])}
        if known is None:
            raise TypeError(f"no JSON Schema for {annotation!r}")
        return known

    def reference(self, model: type[Model], metadata: Sequence[object]) -> Schema:
        """Return a reference to a model, and beside it the short form when it has one."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = None  # a model may hold itself
            self.definitions[name] = self.model(model)
        reference: Schema = {"$ref": f"#/definitions/{name}"}
        key = short_key(metadata)
        if key is None:
            return reference
        short = self.field(model, key, _fields(model)[key])
        return {"anyOf": [reference, short]}

    def mapping(self, key: object, value: object) -> Schema:
        """Return a mapping with free keys, all of one pattern when the type of the key has one."""
        values = self.of(value)
        pattern = key_pattern(get_args(key)[1:] if get_origin(key) is Annotated else ())
        if pattern is None:
            return {"type": "object", "additionalProperties": values}
        return {
            "type": "object",
            "patternProperties": {pattern: values},
            "additionalProperties": False,
        }


def _quantified(key: str, schema: Schema) -> Schema:
    """Return the schema with phrases instead of texts where the field holds figures."""
    if key not in QUANTITIES:
        return schema
    if schema == TEXT:
        return QUANTITY
    patterns = schema.get("patternProperties")
    if isinstance(patterns, dict):
        return {**schema, "patternProperties": dict.fromkeys(patterns, QUANTITY)}
    return schema


def _fields(model: type[Model]) -> dict[str, FieldInfo]:
    return model.model_fields


def _is_model(annotation: object) -> TypeGuard[type[Model]]:
    return isinstance(annotation, type) and issubclass(annotation, Model)
