"""The shape of a rule, and how rules are found and run.

A rule is one module under a family package. Its docstring is its manual page, in Dutch; it
has `KIND`, optionally `REQUIRES` and `KEYS`, and a generator `check(case)`. Nothing registers
it. `KEYS` are keys of the YAML of which at least one stands wherever the rule finds something:
in files without them it is not even imported.
"""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Route
from bkl.domein.dossier.structure.sections import SECTIES
from bkl.domein.records import dataclass
from bkl.rules.engine.case import Case
from bkl.rules.engine.choice import ALLES, RuleChoice
from bkl.rules.engine.index import FAMILIES, Listed, Requirement, read_index

__all__ = ["Case", "Rule", "all_rules", "listed_rules", "run_rules"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `check` yields a finding for every fault of its kind."""

    kind: Kind
    check: Callable[[Case], Iterator[Finding]]
    doc: str
    requires: tuple[Requirement, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def uitleg(self) -> str:
        """The manual page, in Dutch."""
        return inspect.cleandoc(self.doc)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule in the package, ordered by code. Raises TypeError for a bad module."""
    return tuple(_load(one.module) for one in listed_rules())


@cache
def listed_rules() -> tuple[Listed, ...]:
    """Return what is known of every rule, ordered by code, importing none that is in the index.

    The files are the registry: what has no file any more is gone, what is new is there.
    """
    here = Path(__file__).parents[1]
    there = {
        (family, file.removesuffix(".py"))
        for family in FAMILIES
        for file in os.listdir(here / family)
        if file.endswith(".py") and not file.startswith("_")
    }
    known = {(one.family, one.kind.slug): one for one in read_index()}
    found = [
        known.get(name) or as_listed(_rule_of(f"bkl.rules.{'.'.join(name)}")) for name in there
    ]
    return tuple(sorted(found, key=lambda one: one.kind.code))


def as_listed(rule: Rule) -> Listed:
    """Return what the index must say of a rule."""
    return Listed(rule.check.__module__.split(".")[2], rule.kind, rule.requires, rule.keys)


@cache
def _load(module: str) -> Rule:
    return _rule_of(module)


def _rule_of(name: str) -> Rule:
    __import__(name)
    module = sys.modules[name]
    kind, check = getattr(module, "KIND", None), getattr(module, "check", None)
    page = module.__doc__ or _page_of(module)
    if not isinstance(kind, Kind) or not callable(check) or not page:
        raise TypeError(f"{name} is no rule: it needs a docstring, KIND and check(case)")
    return Rule(kind, check, page, getattr(module, "REQUIRES", ()), getattr(module, "KEYS", ()))


def _page_of(module: ModuleType) -> str:
    """Return the docstring from the source: Python leaves it out when it optimises."""
    import ast  # noqa: PLC0415 - only with python -OO
    import inspect  # noqa: PLC0415

    try:
        return ast.get_docstring(ast.parse(inspect.getsource(module)), clean=False) or ""
    except (OSError, TypeError):
        return ""


def rules_that_run(case: Case, keuze: RuleChoice) -> list[Listed]:
    """Return the rules that are chosen and whose requirements are met."""
    return [one for one in listed_rules() if keuze.wants(one.kind) and one.can_run(case)]


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
    for listed in rules_that_run(case, keuze):
        if not listed.may_find(case):
            continue
        rule = _load(listed.module)
        kind = keuze.weighed(rule.kind)
        for finding in rule.check(case):
            if not finding.place.route or _entry(finding.place.route) not in entries:
                yield finding if kind is rule.kind else replace(finding, kind=kind)
