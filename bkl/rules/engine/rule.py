"""The shape of a rule, and how rules are found and run.

A rule is one module under a family package. Its docstring is its manual page, in Dutch; it
has `KIND`, optionally `REQUIRES`, and a generator `check(case)`. Nothing registers it.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Literal

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Route
from bkl.domein.dossier.structure.sections import SECTIES
from bkl.domein.records import dataclass
from bkl.rules.engine.case import Case
from bkl.rules.engine.choice import ALLES, RuleChoice

__all__ = ["FAMILIES", "Case", "Rule", "all_rules", "run_rules"]

Requirement = Literal[
    "jaarverslag", "eisen", "rapporten", "sjablonen", "beelden", "bewijs", "andere jaren"
]
"""What a rule needs beyond a readable werkplan; from the third on it is in a workspace only."""

FAMILIES = ("werkplan", "jaarverslag", "samenhang", "tekst", "rapporten", "eisen")
"""The packages that hold rules; their codes begin with BKL1, BKL2 and so on, in this order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `check` yields a finding for every fault of its kind."""

    kind: Kind
    check: Callable[[Case], Iterator[Finding]]
    doc: str
    requires: tuple[Requirement, ...] = field(default=())

    @property
    def uitleg(self) -> str:
        """The manual page, in Dutch."""
        return inspect.cleandoc(self.doc)

    def can_run(self, case: Case) -> bool:
        """Tell whether everything is there that the rule needs; otherwise it is skipped."""
        there = {
            "jaarverslag": case.dossier.jaarverslag is not None,
            "eisen": case.eisen is not None,
        }
        return all(there.get(need, case.werkmap is not None) for need in self.requires)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule in the package, ordered by code. Raises TypeError for a bad module."""
    here = Path(__file__).parents[1]
    found: list[Rule] = []
    for family in FAMILIES:
        found += [
            _rule_of(f"bkl.rules.{family}.{file.removesuffix('.py')}")
            for file in os.listdir(here / family)
            if file.endswith(".py") and not file.startswith("_")
        ]
    return tuple(sorted(found, key=lambda rule: rule.kind.code))


def _rule_of(name: str) -> Rule:
    __import__(name)
    module = sys.modules[name]
    kind, check = getattr(module, "KIND", None), getattr(module, "check", None)
    page = module.__doc__ or _page_of(module)
    if not isinstance(kind, Kind) or not callable(check) or not page:
        raise TypeError(f"{name} is no rule: it needs a docstring, KIND and check(case)")
    return Rule(kind, check, page, getattr(module, "REQUIRES", ()))


def _page_of(module: ModuleType) -> str:
    """Return the docstring from the source: Python leaves it out when it optimises."""
    import ast  # noqa: PLC0415 - only with python -OO
    import inspect  # noqa: PLC0415

    try:
        return ast.get_docstring(ast.parse(inspect.getsource(module)), clean=False) or ""
    except (OSError, TypeError):
        return ""


def rules_that_run(case: Case, keuze: RuleChoice) -> list[Rule]:
    """Return the rules that are chosen and whose requirements are met."""
    return [rule for rule in all_rules() if keuze.wants(rule.kind) and rule.can_run(case)]


def _entry(route: Route) -> Route:
    """Return the route to the onderdeel, realisatie or other entry that a route leads into."""
    return route[: 4 if route[:1] and route[0] in SECTIES else 2]


def run_rules(
    case: Case, broken: Iterable[Route] = (), keuze: RuleChoice = ALLES
) -> Iterator[Finding]:
    """Yield what the chosen rules find, as heavy as the workspace says.

    A rule whose requirement is not met is skipped. `broken` holds routes that reading
    already reported: what rules say about the same entry, or about the speerpunt that it
    stands in, would only repeat the fault in other words, and is left out.
    """
    entries: set[Route] = set()
    for entry in map(_entry, broken):
        entries.update(entry[:steps] for steps in range(min(2, len(entry)), len(entry) + 1))
    for rule in rules_that_run(case, keuze):
        kind = keuze.weighed(rule.kind)
        for finding in rule.check(case):
            if not finding.place.route or _entry(finding.place.route) not in entries:
                yield finding if kind is rule.kind else replace(finding, kind=kind)
