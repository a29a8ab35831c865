"""Plain data: all that a template is ever handed.

A view is a tree of frozen dataclasses. `Plainer.of` turns it into records, which are mappings
from name to value and can do nothing, before any template sees it: fields and properties
become items, dates become ISO texts, lists become tuples. Anything else (a model, a path, an
environment, a function) is a TypeError, so that a forgotten object shows in the first test.

A verdict, a count, a percentage and a chart become a `Stamped`: a record that bkl numbers and a
template cannot make. A template shows it through a filter (`|oordeel`), which leaves a sign in
the text; `bkl.render.text.signs` tells what it stands for, and each format puts an element of
its own in its place.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias, Union

from markupsafe import Markup

from bkl.domein.notatie.values.jaren import Schooljaar
from bkl.render.text.escape import Md
from bkl.source.pitfalls.invisible import PRIVATE

Plain: TypeAlias = Union["Record", tuple["Plain", ...], str, int, float, None]
"""A text, number, truth or nothing, a row of these, or a record of these by name."""

_LEAVES = frozenset((str, Md, Markup, int, float, bool, type(None)))
_PRIVATE = re.compile(f"[{PRIVATE}]")
_OWN = frozenset(name for name in dir(dict) if not name.startswith("_"))


class Record(dict[str, Plain]):
    """What one part of a view says, by name. bkl makes these; a template only reads them."""

    __slots__ = ()


class Stamped(Record):
    """A record with an element of its own in every format; `nr` finds what it was made from."""

    __slots__ = ("nr",)

    def __init__(self, items: Mapping[str, Plain], nr: int) -> None:
        super().__init__(items)
        self.nr = nr

    def __str__(self) -> str:
        """Return its words, for a template that shows it without a filter."""
        return str(self.get("tekst", ""))


class Plainer:
    """Turns the parts of one view into plain data; what is shared stays shared.

    `marks` are the objects from which marks were made, in the order of their numbers.
    """

    def __init__(self) -> None:
        self.marks: list[object] = []
        self._known: dict[int, tuple[object, Record]] = {}

    def of(self, value: object) -> Plain:
        """Return the same as plain data; raises TypeError for what is none."""
        if isinstance(value, str) and not (value.isascii() or value.isprintable()):
            # nothing in the data may look like a sign of bkl's own
            value = type(value)(_PRIVATE.sub("", value))
        if type(value) in _LEAVES:
            return value  # type: ignore[return-value] # just looked at
        if is_dataclass(type(value)):
            return self._part(value)
        if isinstance(value, (tuple, list)):
            return tuple(map(self.of, value))
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, Decimal | Schooljaar):
            return f"{value:f}" if isinstance(value, Decimal) else str(value)
        if type(value) is dict:
            return Record({str(self.of(str(key))): self.of(one) for key, one in value.items()})
        raise TypeError(f"{type(value).__qualname__} is no plain data for a template")

    def part(self, value: object) -> Record:
        """Return a dataclass as a record; raises TypeError for anything else."""
        made = self.of(value)
        if not isinstance(made, Record):
            raise TypeError(f"{type(value).__qualname__} is no part of a view")
        return made

    def _part(self, value: object) -> Record:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        kind: type = type(value)
        record = Record({name: self.of(getattr(value, name)) for name in _names(kind)})
        if getattr(kind, "MARK", ""):
            record = Stamped(record, len(self.marks))
            self.marks.append(value)
        # held on to, since the place of what is gone may be given to another
        self._known[id(value)] = value, record
        return record


@functools.cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the names that a dataclass shows: its fields and its properties."""
    names = [field.name for field in fields(kind)]
    for base in kind.__mro__:
        names += [name for name, one in vars(base).items() if isinstance(one, property)]
    shown = tuple(dict.fromkeys(name for name in names if not name.startswith("_")))
    if clash := _OWN.intersection(shown):
        raise TypeError(f"{kind.__qualname__}: a mapping has {', '.join(sorted(clash))} itself")
    return shown
