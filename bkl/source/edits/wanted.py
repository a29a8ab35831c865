"""What must come to stand in a YAML file, and what the file must hold afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from unicodedata import normalize

from bkl.diagnostics.position import Position, Route
from bkl.domein.records import dataclass
from bkl.source.text.tree import PlainValue

Wanted = str | Sequence["Wanted"] | Mapping[str, "Wanted"] | None
"""What must stand somewhere: a text, a list, or keys to add or change; None takes a key away."""


class EditRefusedError(Exception):
    """It cannot be done without touching something else; `message` and `cure` are Dutch."""

    def __init__(self, message: str, cure: str, position: Position) -> None:
        super().__init__(message)
        self.message, self.cure, self.position = message, cure, position


def _no_order(_: Route) -> Sequence[str]:
    return ()


def _no_short(_: Route) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Shape:
    """How a kind of file is laid out.

    `order` gives the usual order of the keys at a route, `short` the key that a plain text at
    a route stands for (`AE-A5: 2 bijeenkomsten` is its `realisatie`).
    """

    order: Callable[[Route], Sequence[str]] = field(default=_no_order)
    short: Callable[[Route], str | None] = field(default=_no_short)


def composed(wanted: Mapping[str, Wanted]) -> dict[str, Wanted]:
    """Return the same with every accent in its letter, as files are read."""
    return {normalize("NFC", key): _composed(value) for key, value in wanted.items()}


def _composed(wanted: Wanted) -> Wanted:
    if wanted is None or isinstance(wanted, str):
        return wanted and normalize("NFC", wanted)
    if isinstance(wanted, Mapping):
        return composed(wanted)
    return [_composed(one) for one in wanted]


def outcome(old: PlainValue | None, wanted: Wanted, shape: Shape, route: Route = ()) -> PlainValue:
    """Return the plain value that a file must have once `wanted` stands in it."""
    if isinstance(wanted, str):
        return wanted
    if wanted is None:
        return ""
    if not isinstance(wanted, Mapping):
        return [outcome(None, item, shape, route) for item in wanted]
    short = shape.short(route)
    result: dict[str, PlainValue] = {}
    if isinstance(old, dict):
        result = dict(old)
    elif isinstance(old, str) and old and short:
        result = {short: old}
    for key, value in wanted.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = outcome(result.get(key), value, shape, (*route, key))
    if isinstance(old, str) and old and short and list(result) == [short]:
        return result[short]
    return result
