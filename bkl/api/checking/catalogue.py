"""`check --list` and `--explain`: every rule there is, with its manual page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bkl.api.errors import Gebruiksfout
from bkl.diagnostics.finding import Kind
from bkl.domein.records import NamedTuple
from bkl.rules.engine import kinds as house
from bkl.rules.engine.choice import FAMILY_OF, family_of, find_kind, is_reading, matches, suggest
from bkl.rules.engine.rule import all_rules, listed_rules
from bkl.source import kinds as reading


class RulePage(NamedTuple):
    """One rule as people see it: what it is called, its family, and its manual page."""

    kind: Kind
    familie: str
    uitleg: str

    @property
    def samenvatting(self) -> str:
        """The first sentence of the manual page, without its full stop."""
        first = " ".join(self.uitleg.strip().split("\n\n")[0].split())
        return first.removesuffix(".")


@cache
def catalogue() -> tuple[RulePage, ...]:
    """Return every rule by code: those of reading, of the house itself, and on the contents."""
    rules = {rule.kind.code: rule.uitleg for rule in all_rules()}
    pages = reading.manual() | house.manual() | rules
    return tuple(RulePage(kind, family_of(kind), pages[kind.code]) for kind in kinds())


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kind of every rule, by code."""
    found = (*reading.KINDS, *house.KINDS, *(rule.kind for rule in listed_rules()))
    return tuple(sorted(found, key=lambda kind: kind.code))


def find_regel(name: str) -> RulePage:
    """Return the rule with this code or slug. Raises Gebruiksfout, with a suggestion."""
    kind = find_kind(name, kinds())
    if kind is None:
        raise Gebruiksfout(f"Er is geen regel `{name}`.", suggest(name, kinds()))
    return next(regel for regel in catalogue() if regel.kind is kind)


def expect_selectors(selectors: Iterable[str], *, ignore: bool = False) -> tuple[str, ...]:
    """Return the selectors, each of which names at least one rule. Raises Gebruiksfout.

    Faults of reading cannot be ignored: what is not read would silently be left out.
    """
    wanted = tuple(part.strip() for text in selectors for part in text.split(",") if part.strip())
    for selector in wanted:
        named = [kind for kind in kinds() if matches(selector, kind)]
        if not named:
            message = f"`{selector}` is geen regel, begin van een code of familie."
            raise Gebruiksfout(message, suggest(selector, kinds()))
        if ignore and all(is_reading(kind) for kind in named):
            message = f"`{selector}` is niet over te slaan: dat zijn leesfouten."
            raise Gebruiksfout(message, "Verbeter wat bkl niet kan lezen.")
    return wanted


FAMILIES = tuple(FAMILY_OF.values())
"""The families, in the order of their codes."""
