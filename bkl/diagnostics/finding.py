"""A finding: one fault at one place, with its cure."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from bkl.diagnostics.position import Edit, Place, Position
from bkl.domein.records import NamedTuple, dataclass

Severity = Literal["fout", "waarschuwing"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What all findings of one rule share.

    `code` is BKL and three digits, never reused; `slug` is Dutch and names the fault.
    """

    code: str
    slug: str
    severity: Severity


class Related(NamedTuple):
    """A second place that explains the first, e.g. where a key was used earlier.

    `excerpt` and `cut` as in a finding.
    """

    place: Place
    message: str
    position: Position | None = None
    excerpt: str = ""
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what was found and expected (`message`) and what to do (`cure`), in Dutch.

    A rule fills `place`; `position` and `excerpt` (the line of text) are filled in once,
    when routes are turned into lines and columns. Reading faults know their position at once.
    Of a very long line the excerpt is what stands near the position, and `cut` counts the
    characters of the line that go before it.
    `nog` counts the faults of the same kind in the same file that are not listed for their
    great number. `dekt` are the kinds that this one finding speaks for besides its own: what they
    ask is asked here, and a comment that allows them is not called unused. `edits` are the
    changes that certainly mend it; empty when a person must decide.
    """

    kind: Kind
    message: str
    cure: str
    place: Place
    position: Position | None = None
    excerpt: str = ""
    cut: int = 0
    related: tuple[Related, ...] = field(default=())
    edits: tuple[Edit, ...] = field(default=())
    nog: int = 0
    dekt: tuple[Kind, ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Its own kind, and those that it speaks for."""
        return (self.kind, *self.dekt)

    def sort_key(self) -> tuple[str, Position, str, str]:
        """Order by file, line, column, code, message."""
        return (
            self.place.file,
            self.position or Position(1, 1),
            self.kind.code,
            self.message,
        )
