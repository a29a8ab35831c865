"""What is known of a rule before its module is imported: a run imports what can find something.

`rules/index.tsv` holds it, made from the modules by `make catalogue`; a rule that is not in it
yet is imported at once, so that it works all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from bkl.diagnostics.finding import Kind, Severity
from bkl.domein.records import NamedTuple

if TYPE_CHECKING:
    from bkl.rules.engine.case import Case

Requirement = Literal[
    "jaarverslag", "eisen", "rapporten", "sjablonen", "beelden", "bewijs", "andere jaren"
]
"""What a rule needs beyond a readable werkplan; from the third on it is in a workspace only."""

FAMILIES = ("werkplan", "jaarverslag", "samenhang", "tekst", "rapporten", "eisen")
"""The packages that hold rules; their codes begin with BKL1, BKL2 and so on, in this order."""

INDEX = Path(__file__).parents[1] / "index.tsv"


class Listed(NamedTuple):
    """A rule by its family, kind, REQUIRES and KEYS."""

    family: str
    kind: Kind
    requires: tuple[Requirement, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """The name of the module."""
        return f"bkl.rules.{self.family}.{self.kind.slug}"

    @property
    def line(self) -> str:
        """The rule as a line of the index."""
        kind = self.kind
        lists = ",".join(self.requires), ",".join(self.keys)
        return "\t".join((kind.code, self.family, kind.slug, kind.severity, *lists)) + "\n"

    def can_run(self, case: Case) -> bool:
        """Tell whether everything is there that the rule needs; otherwise it is skipped."""
        there = {
            "jaarverslag": case.dossier.jaarverslag is not None,
            "eisen": case.eisen is not None,
        }
        return all(there.get(need, case.werkmap is not None) for need in self.requires)

    def may_find(self, case: Case) -> bool:
        """Tell whether one of the keys that it looks at stands in the files."""
        return not self.keys or case.keys is None or not case.keys.isdisjoint(self.keys)


def read_index() -> Iterator[Listed]:
    """Yield what the index holds, by code. Raises OSError without it."""
    for line in INDEX.read_text(encoding="utf-8").splitlines():
        code, family, slug, severity, requires, keys = line.split("\t")
        kind = Kind(code, slug, cast("Severity", severity))
        needs = cast("tuple[Requirement, ...]", _parts(requires))
        yield Listed(family, kind, needs, _parts(keys))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()
