"""What Pydantic refuses, told in Dutch at the route where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Part, Place, Route
from bkl.domein.notatie.values.lazy import Lazy
from bkl.source import kinds as m
from bkl.source.models.keys import model_keys
from bkl.source.models.sentences import (
    Problem,
    tell_choice,
    tell_custom,
    tell_name,
    tell_other,
    tell_too_many,
    tell_type,
    tell_unknown_key,
)
from bkl.source.pitfalls.cures import mend_choice
from bkl.source.text.source_text import Told

KnownKeys = Callable[[Route], Sequence[str]]

_BUILTIN = frozenset(get_args(ErrorType))
_PSEUDO = Lazy(
    r"\[key\]|(?:function-\w+|[\w-]*union|nullable|list|dict|tuple|set|frozenset|literal|chain"
    r"|default|constrained-\w+|lax-or-strict|json-or-python|is-instance|definition-ref)\[.*"
)
_SCALAR_TAGS = frozenset(("str", "int", "float", "bool", "none", "date", "datetime", "decimal"))
_BY_CODE = {kind.code: kind for kind in m.KINDS}
_TELLERS: dict[str, tuple[Kind, Callable[[Problem], Told]]] = {
    "extra_forbidden": (m.ONBEKENDE_SLEUTEL, tell_unknown_key),
    "literal_error": (m.ONBEKENDE_KEUZE, tell_choice),
    "enum": (m.ONBEKENDE_KEUZE, tell_choice),
    "string_pattern_mismatch": (m.ONGELDIGE_NAAM, tell_name),
    "too_long": (m.VERKEERDE_SOORT_WAARDE, tell_too_many),
    "value_error": (m.VERKEERDE_SOORT_WAARDE, tell_custom),
    "assertion_error": (m.VERKEERDE_SOORT_WAARDE, tell_custom),
}


def findings_from(
    error: ValidationError, name: str, known_keys: KnownKeys | type[BaseModel]
) -> list[Finding]:
    """Return the findings for a failed validation of the file `name`, without doubles.

    `known_keys` gives the keys that may stand in the mapping at a route; the model itself
    will do. A missing key is reported at the mapping that lacks it.
    """
    if isinstance(known_keys, type):
        known_keys = partial(model_keys, known_keys)
    details = error.errors(include_url=False)
    found = {_finding(detail, name, known_keys): None for detail in details}
    return list(found)


def _finding(detail: ErrorDetails, name: str, known_keys: KnownKeys) -> Finding:
    kind, loc, given = detail["type"], detail["loc"], detail["input"]
    at_key = bool(loc) and loc[-1] == "[key]" and kind != "extra_forbidden"
    route = real_route(loc, kind, known_keys)
    if kind == "missing":
        parent = route[:-1]
        return Finding(m.ONTBREKENDE_SLEUTEL, *_tell_missing(route), Place(name, parent, "key"))
    problem = Problem(
        kind, route, at_key, given, detail["msg"], dict(detail.get("ctx", {})), known_keys
    )
    found, tell = _TELLERS.get(kind, (m.VERKEERDE_SOORT_WAARDE, tell_type))
    if kind not in _BUILTIN:
        tell = tell_custom
        found = _BY_CODE.get(str(problem.context.get("code")), found)
    elif kind not in _TELLERS and not kind.endswith("_type"):
        tell = tell_other
    part: Part = "key" if at_key or kind == "extra_forbidden" else "value"
    place = Place(name, route, part)
    expected = problem.context.get("expected") if found is m.ONBEKENDE_KEUZE else None
    edits = mend_choice(place, given, expected) if expected else ()
    return Finding(found, *tell(problem), place, edits=edits)


def real_route(loc: tuple[int | str, ...], kind: str, known_keys: KnownKeys) -> Route:
    """Return Pydantic's location without the steps that no YAML file has.

    Those are `[key]`, validators, and the tags of unions: in a mapping with known keys
    another name can only be a tag, unless the error is about just that name.
    """
    route: Route = ()
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if last and kind in ("extra_forbidden", "missing"):
            return (*route, step)
        if isinstance(step, str):
            keys = known_keys(route)
            if (keys and step not in keys) or _PSEUDO.fullmatch(step):
                continue
            if last and not keys and step in _SCALAR_TAGS:
                continue
        route = (*route, step)
    return route


def _tell_missing(route: Route) -> Told:
    *parents, key = route
    where = f"Bij `{parents[-1]}`" if parents and isinstance(parents[-1], str) else "Hier"
    if not parents:
        where = "In dit bestand"
    elif isinstance(parents[-1], int):
        where = f"Bij punt {parents[-1] + 1} van `{parents[-2]}`" if len(parents) > 1 else "Hier"
    return f"{where} ontbreekt de sleutel `{key}`.", f"Voeg een regel `{key}: …` toe."
