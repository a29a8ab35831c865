"""The shape of a rule, and how rules are found and run.

A rule is one module under a family package. Its docstring is its manual page, in Dutch; it
has `KIND`, optionally `REQUIRES`, and a generator `check(case)`. Nothing registers it.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from bkl import rules
from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Part, Place, Route
from bkl.domein.dossier import Dossier
from bkl.domein.jaarverslag import Jaarverslag
from bkl.domein.vergelijking import Vergelijking

Requirement = Literal["jaarverslag"]
"""What a rule needs beyond a readable werkplan."""

FAMILIES = ("werkplan", "jaarverslag", "samenhang")


@dataclass(frozen=True, slots=True)
class Case:
    """What rules look at: the dossier, its verdicts, and the names of the two files."""

    dossier: Dossier
    vergelijkingen: dict[str, Vergelijking]
    werkplan_file: str
    jaarverslag_file: str

    @property
    def jaarverslag(self) -> Jaarverslag:
        """The jaarverslag; raises LookupError when there is none (a rule must require it)."""
        if self.dossier.jaarverslag is None:
            raise LookupError("no jaarverslag: the rule lacks REQUIRES")
        return self.dossier.jaarverslag

    def in_werkplan(self, route: Iterable[str | int], part: Part = "value") -> Place:
        """Return a place in the werkplan file."""
        return Place(self.werkplan_file, tuple(route), part)

    def in_jaarverslag(self, route: Iterable[str | int], part: Part = "value") -> Place:
        """Return a place in the jaarverslag file."""
        return Place(self.jaarverslag_file, tuple(route), part)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `check` yields a finding for every fault of its kind."""

    kind: Kind
    check: Callable[[Case], Iterator[Finding]]
    uitleg: str
    requires: tuple[Requirement, ...] = field(default=())


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule in the package, ordered by code. Raises TypeError for a bad module."""
    found = []
    for family in FAMILIES:
        package = importlib.import_module(f"{rules.__name__}.{family}")
        for info in pkgutil.iter_modules(package.__path__):
            found.append(_rule_of(f"{package.__name__}.{info.name}"))
    return tuple(sorted(found, key=lambda rule: rule.kind.code))


def _rule_of(name: str) -> Rule:
    module = importlib.import_module(name)
    kind, check = getattr(module, "KIND", None), getattr(module, "check", None)
    if not isinstance(kind, Kind) or not callable(check) or not module.__doc__:
        raise TypeError(f"{name} is no rule: it needs a docstring, KIND and check(case)")
    return Rule(kind, check, inspect.cleandoc(module.__doc__), getattr(module, "REQUIRES", ()))


def run_rules(case: Case, broken: Iterable[Route] = ()) -> Iterator[Finding]:
    """Yield what all rules find; a rule whose requirement is not met is skipped.

    `broken` holds routes that reading already reported: what rules say about the same
    entry would only repeat the fault in other words, and is left out.
    """
    entries = {route[:2] for route in broken}
    for rule in all_rules():
        if "jaarverslag" in rule.requires and case.dossier.jaarverslag is None:
            continue
        for finding in rule.check(case):
            if finding.place.route[:2] not in entries:
                yield finding
