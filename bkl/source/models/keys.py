"""Which keys may stand where, read from the models themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import UnionType
from typing import Annotated, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bkl.diagnostics.position import Route


def model_keys(model: type[BaseModel], route: Route) -> list[str]:
    """Return the keys that the mapping at `route` may hold, as the YAML spells them.

    Empty when the keys there are free (a dict of entries) or when nothing can stand there.
    """
    found: list[object] = [model]
    for step in route:
        found = [inner for option in _options(found) for inner in _inside(option, step)]
    keys: dict[str, None] = {}
    for option in _options(found):
        if _is_model(option):
            keys.update(dict.fromkeys(_spelled(option)))
    return list(keys)


def _options(annotations: list[object]) -> Iterator[object]:
    """Yield the plain types in annotations: without Annotated, aliases and unions."""
    for annotation in annotations:
        origin = get_origin(annotation)
        if origin is Annotated:
            yield from _options([get_args(annotation)[0]])
        elif origin is Union or origin is UnionType:
            yield from _options(list(get_args(annotation)))
        elif hasattr(annotation, "__value__"):
            yield from _options([annotation.__value__])
        else:
            yield annotation


def _inside(option: object, step: str | int) -> Iterator[object]:
    """Yield the annotation of what stands at one step inside a type."""
    origin, args = get_origin(option), get_args(option)
    if _is_model(option):
        field = _spelled(option).get(str(step))
        if field is not None:
            yield field.annotation
    elif not isinstance(origin, type) or not args:
        return
    elif issubclass(origin, Mapping):
        yield args[-1]
    elif issubclass(origin, tuple) and isinstance(step, int) and Ellipsis not in args:
        yield from args[step : step + 1]
    elif issubclass(origin, Collection):
        yield args[0]


def _is_model(option: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(option, type) and issubclass(option, BaseModel)


def _spelled(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields by the name that the YAML uses: the alias when there is one."""
    fields: dict[str, FieldInfo] = {}
    for name, field in model.model_fields.items():
        alias = field.validation_alias if isinstance(field.validation_alias, str) else field.alias
        fields[alias or name] = field
    return fields
