"""Plain data over a pipe, as JSON: never a pickle, and nothing that can do anything.

A message is its length in eight bytes and then JSON. What is shared among the parts of a view
is sent once: every row and record stands in a table, and is referred to by its place in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, cast

from markupsafe import Markup

from bkl.render.jinja.plain import Plain, Record, Stamped
from bkl.render.text.escape import Md

_HEAD = 8
_KINDS: Mapping[str, type[str]] = {"md": Md, "html": Markup}


class TooLong(Exception):  # noqa: N818 - what it is
    """A message is longer than it may be."""


def send(pipe: IO[bytes], message: object) -> None:
    """Write a message, whole."""
    data = json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")
    pipe.write(len(data).to_bytes(_HEAD, "big") + data)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> object:
    """Return the next message, None when there is none any more; raises TooLong."""
    head = pipe.read(_HEAD)
    if len(head) < _HEAD:
        return None
    size = int.from_bytes(head, "big")
    if size > most:
        raise TooLong
    data = pipe.read(size)
    return cast("object", json.loads(data)) if len(data) == size else None


def pack(value: Plain) -> list[object]:
    """Return plain data as a table for JSON, of which the last entry is the value itself.

    An entry is a list for a row, a mapping for a record, and `[nr, mapping]` in a list of its
    own for a stamped one. Within an entry `[3]` is the entry with number 3 and `["md", text]`
    a text that is Markdown already.
    """
    table: list[object] = []
    known: dict[int, list[int]] = {}
    kept: list[object] = []

    def item(one: Plain) -> object:
        if type(one) is str or one is None or isinstance(one, bool | int | float):
            return one
        if isinstance(one, str):
            return ["html" if isinstance(one, Markup) else "md", str(one)]
        place = known.get(id(one))
        if place is None:
            entry = _entry(one)
            table.append(entry)
            kept.append(one)
            place = known[id(one)] = [len(table) - 1]
        return place

    def _entry(one: Plain) -> object:
        if isinstance(one, tuple):
            return [item(part) for part in one]
        if not isinstance(one, Record):
            raise TypeError(f"{type(one).__qualname__} is no plain data for a template")
        items = {name: item(part) for name, part in one.items()}
        return {"nr": one.nr, "items": items} if isinstance(one, Stamped) else {"items": items}

    item((value,))
    return table


def unpack(table: Sequence[object]) -> Plain:
    """Return the plain data of a table."""
    made: list[Plain] = []

    def item(one: object) -> Plain:
        if not isinstance(one, list):
            return cast("Plain", one)
        first, *rest = cast("list[object]", one)
        return _KINDS[str(first)](rest[0]) if rest else made[cast("int", first)]

    for entry in table:
        if isinstance(entry, list):
            made.append(tuple(item(one) for one in entry))
            continue
        parts = cast("dict[str, dict[str, object]]", entry)
        items = {name: item(one) for name, one in parts["items"].items()}
        number = cast("dict[str, int]", entry).get("nr")
        made.append(Record(items) if number is None else Stamped(items, number))
    return cast("tuple[Plain]", made[-1])[0]


def texts(value: object) -> Iterator[tuple[str, str]]:
    """Yield the texts by name of a message; raises TypeError for anything else in it."""
    for name, text in cast("dict[object, object]", value).items():
        if not isinstance(name, str) or not isinstance(text, str):
            raise TypeError("no text")
        yield name, text
