"""How the small field types of the YAML look to an editor, which reads `6` as a number.

Each type of `bkl.domein.model.fields` is known by the function that reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias, get_args

from pydantic import AfterValidator, BeforeValidator

from bkl.domein.model import fields
from bkl.domein.notatie.values.dates import MAAND

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json] | None"
Schema: TypeAlias = dict[str, Json]

YEAR = "(19|20|21)[0-9]{2}"
_DAY = f"[0-9]{{1,2}}-[0-9]{{1,2}}-{YEAR}"
_DAY_IN_WORDS = f"[0-9]{{1,2}} ({MAAND}) {YEAR}"
_FILLED = "\\S"
_MOMENT = f"{YEAR}(/([0-9]{{2}})?[0-9]{{2}}|-[Ww][0-9]{{2}}|[- ][Qq][1-4])?\\s*$"

TEXT: Schema = {"type": ["string", "number"], "pattern": _FILLED}
QUANTITY: Schema = {"type": ["string", "integer"], "pattern": _FILLED}
"""A phrase such as `minimaal 3 lezingen`; `3.4` is a number to YAML but no Dutch one."""
_MOMENT_TEXT: Schema = {"type": ["string", "integer"], "pattern": _MOMENT, "minimum": 1900}


def _reader(alias: object) -> object:
    """Return the function that reads values of an annotated type."""
    return next(iter(readers(get_args(alias)[1:])), None)


def readers(metadata: Iterable[object]) -> list[object]:
    """Return the functions in the metadata of an annotation that read or check a value."""
    return [item.func for item in metadata if isinstance(item, AfterValidator | BeforeValidator)]


_BY_READER: list[tuple[object, Schema]] = [
    (_reader(fields.Tekst), TEXT),
    (
        _reader(fields.Jaar),
        {
            "type": ["integer", "string"],
            "minimum": 1900,
            "maximum": 2199,
            "pattern": f"^{YEAR}(/([0-9]{{2}})?[0-9]{{2}})?$",
            "examples": [2021],
        },
    ),
    (
        _reader(fields.Planperiode),
        {
            "type": ["integer", "string"],
            "minimum": 1900,
            "maximum": 2199,
            "pattern": f"^{YEAR}([-–/]([0-9]{{2}})?[0-9]{{2}})?$",
            "examples": [2021, "2023-2026", "2023/2024"],
        },
    ),
    (
        _reader(fields.Datum),
        {
            "type": "string",
            "pattern": f"^({_DAY}|{_DAY_IN_WORDS})$",
            "examples": ["31-12-2021", "31 december 2021"],
        },
    ),
    (
        _reader(fields.Deadline),
        {**_MOMENT_TEXT, "examples": ["31-12-2025", "eind 2025", "Q2 2025"]},
    ),
    (_reader(fields.Momenttekst), _MOMENT_TEXT),
    (_reader(fields.JaNee), {"enum": ["ja", "nee"]}),
    (
        _reader(fields.Marge),
        {"type": "string", "pattern": "^[0-9]{1,2}(,[0-9])? ?%$", "examples": ["10%"]},
    ),
    (_reader(fields.Teksten), {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}),
]
_BY_TYPE: dict[object, Schema] = {
    "str": {"type": ["string", "number"]},
    "int": {"type": ["integer", "string"]},
    "bool": {"enum": ["ja", "nee"]},
    "date": {"type": "string"},
}
_KEYS: list[tuple[object, str]] = [
    (_reader(fields.Jaar), f"^{YEAR}(/([0-9]{{2}})?[0-9]{{2}})?$"),
    (_reader(fields.Momenttekst), _MOMENT),
]


def known(schema: Mapping[str, object]) -> Schema | None:
    """Return how a scalar of Pydantic's core looks, None when it is no scalar that is known."""
    if pattern := _pattern(schema):
        # a code of digits alone is a number to an editor
        return {"type": ["string", "number"], "pattern": pattern}
    reader = _function(schema)
    found = next((made for by, made in _BY_READER if by is reader and by is not None), None)
    return found if found is not None else _BY_TYPE.get(schema["type"])


def key_pattern(schema: Mapping[str, object]) -> str | None:
    """Return the regular expression that keys of a mapping must match, None for any key."""
    reader = _function(schema)
    found = next((pattern for by, pattern in _KEYS if by is reader and by is not None), None)
    return _pattern(schema) or found


def _function(schema: Mapping[str, object]) -> object:
    function = schema.get("function")
    if not isinstance(function, dict):
        return None
    found: object = function["function"]
    return found


def _pattern(schema: Mapping[str, object]) -> str | None:
    """Return the pattern that a string type is bound to, also below what reads it."""
    inner = schema.get("schema")
    found = schema.get("pattern") or (_pattern(inner) if isinstance(inner, dict) else None)
    return found if isinstance(found, str) else None


def short_key(read: Callable[[object], object]) -> str | None:
    """Return the key for which a bare text stands where a mapping may be written short.

    `zes lezingen` is short for `{doel: zes lezingen}`: the reader of the type says so itself.
    """
    made = read("x")
    return str(next(iter(made))) if isinstance(made, dict) and len(made) == 1 else None


def takes_one(read: Callable[[object], object]) -> bool:
    """Tell whether one of a kind may stand where a list of them is asked for."""
    return read({}) == [{}]
