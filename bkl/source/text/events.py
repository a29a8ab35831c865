"""The events of PyYAML's parser, with the types that its stubs leave open."""

from __future__ import annotations

from typing import Protocol, cast

import yaml


class Mark(Protocol):
    """A place in the text; `index` counts characters from 0."""

    index: int


class Event(Protocol):
    """Any parser event; which attributes are there depends on its class."""

    start_mark: Mark
    end_mark: Mark
    value: str
    anchor: str | None
    tag: str | None
    style: str | None


class Parser(Protocol):
    """What the walker needs of a loader."""

    def get_event(self) -> Event:
        """Return the next event; raises YAMLError."""


class _NewParser(Protocol):
    def __call__(self, stream: str) -> Parser: ...


# Without its C part PyYAML gives the same events, some fifteen times slower.
new_parser = cast("_NewParser", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def is_event(event: Event, kind: type) -> bool:
    """Whether `event` is of exactly this class."""
    return type(event) is kind
