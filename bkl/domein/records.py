"""`dataclass` and `NamedTuple` as in the standard library, made in a part of the time.

A command makes some seventy dataclasses and fifty named tuples when it starts. The standard
library compiles seven functions for each of the first; here that is one, the constructor, when it
is first called, and the others are shared. What has no slots goes to the standard library as it is.
Of each field of the second it compiles the annotation; here that stays text.
"""

from __future__ import annotations

import dataclasses
from collections import namedtuple
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["NamedTuple", "dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
    from typing import NamedTuple
else:

    class _NamedTuple(type):
        """Makes a named tuple of a class: its annotations are the fields, and stay text."""

        def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, object]) -> type:
            names = members.get("__annotations__", {})
            defaults = [members.pop(field) for field in names if field in members]
            made = namedtuple(name, names, defaults=defaults, module=members["__module__"])
            for member, value in members.items():
                if member not in ("__dict__", "__slots__"):
                    setattr(made, member, value)
            return made

    NamedTuple = type.__new__(_NamedTuple, "NamedTuple", (), {})

    def dataclass(*, eq: bool = True, **options: bool) -> Callable[[type], type]:
        """Return the decorator that makes a class a dataclass."""
        if not options.get("slots") or options.get("order"):
            return dataclasses.dataclass(eq=eq, **options)
        plain = dataclasses.dataclass(
            init=False, repr=False, eq=False, slots=True, kw_only=options.get("kw_only", False)
        )
        return lambda cls: _complete(plain(cls), eq, options.get("frozen", False))


def _complete(made: type, eq: bool, frozen: bool) -> type:
    """Give a class its constructor, and what all of these classes share."""
    fields = {field.name: field for field in dataclasses.fields(made)}
    names = [name for name, field in fields.items() if field.compare]
    methods = {
        "__init__": _constructor(made, fields),
        "__repr__": _repr,
        **(_FROZEN if frozen else {}),
        **(_comparison(names, frozen) if eq else {}),
    }
    for name, method in methods.items():
        if name not in vars(made) or vars(made)[name] is None:
            setattr(made, name, method)
    return made


def _constructor(made: type, fields: dict[str, Field[object]]) -> object:
    """Return a constructor that is compiled for the first instance: many a class makes none."""

    def first(self: object, *args: object, **named: object) -> None:
        type.__setattr__(made, "__init__", _compiled(made, fields))
        vars(made)["__init__"](self, *args, **named)

    return first


def _compiled(made: type, fields: dict[str, Field[object]]) -> object:
    """Compile the constructor; it fills the slots by their own setters."""
    known: dict[str, object] = {"_MISSING": MISSING}
    given: dict[bool, list[str]] = {False: [], True: []}
    body: list[str] = []
    for name, field in fields.items():
        known[f"_set_{name}"] = getattr(made, name).__set__
        parameter = value = name
        if field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        elif field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            parameter = f"{name}=_MISSING"
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        given[bool(field.kw_only)].append(parameter)
        body.append(f" _set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        body.append(" self.__post_init__()")
    parameters = ["self", *given[False], *(["*", *given[True]] if given[True] else [])]
    source = f"def __init__({', '.join(parameters)}):\n" + "\n".join([*body, " pass"])
    exec(source, known)  # noqa: S102 - the names are those of fields, as in the standard library
    return known["__init__"]


def _comparison(names: list[str], frozen: bool) -> dict[str, object]:
    values = _values(names)

    def equal(self: object, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return False
        return bool(values(self) == values(other))

    hashed = (lambda self: hash(values(self))) if frozen else None
    return {"__eq__": equal, "__hash__": hashed}


def _values(names: list[str]) -> Callable[[object], object]:
    """Return what reads the fields of an instance, as a tuple when there are several."""
    return attrgetter(*names) if names else lambda _: ()


def _repr(self: object) -> str:
    shown = (
        f"{field.name}={getattr(self, field.name)!r}"
        for field in dataclasses.fields(self)  # type: ignore[arg-type] # it is one
        if field.repr
    )
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _restore(self: object, state: tuple[None, dict[str, object]]) -> None:
    """Fill an instance that was pickled or copied."""
    for name, value in state[1].items():
        object.__setattr__(self, name, value)


_FROZEN = {"__setattr__": _refuse, "__delattr__": _refuse, "__setstate__": _restore}
