"""Which rules run and how heavy they weigh: --select, --ignore and `regels:` in bkl.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Literal

from bkl.diagnostics.finding import Kind
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.records import dataclass

Weight = Literal["uit", "waarschuwing", "fout"]
FAMILY_OF = {
    "0": "lezen",
    "1": "werkplan",
    "2": "jaarverslag",
    "3": "samenhang",
    "4": "tekst",
    "5": "rapporten",
    "6": "eisen",
}
"""The family of a code, by its first figure."""
_CODE = Lazy(r"BKL\d{3}", re.I)
_PREFIX = Lazy(r"BKL\d{0,3}", re.I)


def family_of(kind: Kind) -> str:
    """Return the family that a kind belongs to."""
    return FAMILY_OF[kind.code[3]]


def is_reading(kind: Kind) -> bool:
    """Tell whether a kind says that a file could not be read: that always counts."""
    return kind.code < "BKL050"


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """The choice of rules. Without `select` everything is chosen; `ignore` takes away from it.

    Both hold codes, beginnings of codes, slugs and families, already known to name something.
    `ernst` says per code how heavy it weighs instead. With `faults_only` warnings are not looked
    for: who only counts faults need not run their rules.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ernst: Mapping[str, Weight] = field(default_factory=dict)
    faults_only: bool = False

    def wants(self, kind: Kind) -> bool:
        """Tell whether findings of this kind are asked for; those of reading always are."""
        if is_reading(kind):
            return True
        if self.ernst.get(kind.code) == "uit" or _any(self.ignore, kind):
            return False
        if self.faults_only and self.weighed(kind).severity != "fout":
            return False
        return not self.select or _any(self.select, kind)

    def weighed(self, kind: Kind) -> Kind:
        """Return the kind with the severity that the workspace gave it."""
        weight = self.ernst.get(kind.code, "uit")
        if weight in ("uit", kind.severity):
            return kind
        return replace(kind, severity="fout" if weight == "fout" else "waarschuwing")


ALLES = RuleChoice()
ZONDER_RAPPORTEN = RuleChoice(ignore=("rapporten",))
"""All that can be said of the data themselves, whatever was made of them earlier."""
FOUTEN_IN_GEGEVENS = RuleChoice(ignore=("rapporten",), faults_only=True)
"""Of these the faults alone."""


def _any(selectors: Iterable[str], kind: Kind) -> bool:
    return any(matches(selector, kind) for selector in selectors)


def matches(selector: str, kind: Kind) -> bool:
    """Tell whether `BKL2`, `BKL203`, a slug or a family takes in this kind."""
    if _PREFIX.fullmatch(selector):
        return kind.code.startswith(selector.upper())
    low = selector.casefold().replace("-", "_")
    return low in (kind.slug, family_of(kind))


def find_kind(name: str, kinds: Iterable[Kind]) -> Kind | None:
    """Return the kind with this code or slug, in upper or lower case; None when there is none."""
    low = name.strip().casefold().replace("-", "_")
    return next((kind for kind in kinds if low in (kind.code.casefold(), kind.slug)), None)


def suggest(name: str, kinds: Iterable[Kind]) -> str:
    """Return what may have been meant with an unknown name of a rule."""
    if _CODE.fullmatch(name):
        # of a wrong code only swapped figures say which one was meant
        swapped = [kind.code for kind in kinds if sorted(kind.code) == sorted(name.upper())]
        question = f"Bedoelde u `{swapped[0]}`?" if len(swapped) == 1 else None
    else:
        slugs = [kind.slug for kind in kinds]
        question = did_you_mean(name.casefold().replace("-", "_"), [*slugs, *FAMILY_OF.values()])
    return question or "`bkl check --list` toont alle regels."
