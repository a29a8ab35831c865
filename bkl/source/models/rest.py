"""What is left of a file with faults: each is told, and what stands beside it is still read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pydantic import ValidationError

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Route
from bkl.domein.model.fields import Model
from bkl.source.kinds import (
    ONBEKENDE_KEUZE,
    ONBEKENDE_SLEUTEL,
    ONTBREKENDE_SLEUTEL,
    ONZICHTBAAR_TEKEN,
)
from bkl.source.models.keys import model_keys
from bkl.source.models.messages import findings_from
from bkl.source.pitfalls.cures import mend_key
from bkl.source.pitfalls.invisible import INVISIBLE, find_invisible, name_of
from bkl.source.text.tree import PlainValue

M = TypeVar("M", bound=Model)

_ROUNDS = 3


@dataclass(slots=True)
class Rest(Generic[M]):
    """What could be read, with the faults and the routes of the entries that were left out."""

    model: M | None = None
    findings: list[Finding] = field(default_factory=list)
    broken: list[Route] = field(default_factory=list)


def read_rest(name: str, model: type[M], value: PlainValue, error: ValidationError) -> Rest[M]:
    """Read a value again without what `error` says is wrong in it, and what that brings out."""
    rest: Rest[M] = Rest()
    for number in range(_ROUNDS):
        value = _take_out(rest, list(_as_meant(findings_from(error, name, model))), model, value)
        if number + 1 == _ROUNDS:
            break
        try:
            rest.model = model.model_validate(value)
            break
        except ValidationError as again:
            error = again
    return rest


def _take_out(rest: Rest[M], plain: list[Finding], model: type[M], value: PlainValue) -> PlainValue:
    """Note the faults and return the value without them; what is plain is put right instead."""
    for finding in plain:
        if (edit := _reading_of(finding)) is not None:
            value = _with(value, finding.place.route, edit)
    odd = [finding for finding in plain if _reading_of(finding) is None]
    found = [
        mend_key(one, value, model_keys(model, one.place.route[:-1]))
        if one.kind is ONBEKENDE_SLEUTEL
        else one
        for one in odd
    ]
    # after the first round a key is missing only because its value was left out
    rest.findings += [f for f in found if not rest.broken or f.kind is not ONTBREKENDE_SLEUTEL]
    routes = [finding.place.route for finding in found]
    rest.broken += routes
    return _without(value, routes)


def _as_meant(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, with a name for a sign in a word that nobody sees."""
    for finding in findings:
        word = str(finding.place.route[-1]) if finding.kind is ONBEKENDE_SLEUTEL else ""
        if (sign := find_invisible(word)) is not None:
            message = f"In de sleutel `{INVISIBLE.sub('', word)}` staat {name_of(sign[0])}."
            cure = "Typ de sleutel opnieuw."
            yield replace(finding, kind=ONZICHTBAAR_TEKEN, message=message, cure=cure)
        else:
            yield finding


def _reading_of(finding: Finding) -> str | None:
    """Return the choice that a word is, when it is written with other spaces only."""
    if finding.kind is not ONBEKENDE_KEUZE or len(finding.edits) != 1:
        return None
    (edit,) = finding.edits
    plain = unicodedata.normalize("NFC", " ".join(edit.old.split()))
    return edit.new if plain == edit.new else None


def _with(value: PlainValue, route: Route, new: str) -> PlainValue:
    """Return the value with another text at a route; the original is left as it is."""
    if not route:
        return new
    step, *rest = route
    if isinstance(value, dict) and isinstance(step, str) and step in value:
        return {**value, step: _with(value[step], tuple(rest), new)}
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return [*value[:step], _with(value[step], tuple(rest), new), *value[step + 1 :]]
    return value


def _without(value: PlainValue, routes: Iterable[Route]) -> PlainValue:
    """Return the value without the entries at the routes; the original is left as it is.

    A route may go on below a scalar, when the fault is in what a short form stands for: then
    the scalar itself is left out.
    """
    by_step: dict[str | int, list[Route]] = {}
    for route in routes:
        if route:
            by_step.setdefault(route[0], []).append(route[1:])

    def kept(step: str | int, child: PlainValue) -> bool:
        rest = by_step.get(step)
        return rest is None or not (isinstance(child, str) or () in rest)

    if isinstance(value, dict):
        return {
            key: _without(child, by_step.get(key, ()))
            for key, child in value.items()
            if kept(key, child)
        }
    if isinstance(value, list):
        return [
            _without(child, by_step.get(index, ()))
            for index, child in enumerate(value)
            if kept(index, child)
        ]
    return value
