"""Redenen: how often each reason was given for a difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from bkl.domein.woorden import Reden
from bkl.render.views._parts.regel import Regel

GEEN_REDEN = "nog niet bekend"


@dataclass(frozen=True, slots=True)
class Redentel:
    """How often one reason was given: where less was reached, and where more."""

    reden: str
    minder: int
    meer: int

    @property
    def samen(self) -> int:
        """How often in all."""
        return self.minder + self.meer


def count_reasons(regels: Iterable[Regel]) -> tuple[Redentel, ...]:
    """Return how often each reason was given, in the order of the vocabulary."""
    counts: dict[str, list[int]] = {reden: [0, 0] for reden in (*get_args(Reden), GEEN_REDEN)}
    for regel in regels:
        counts[regel.waarom or GEEN_REDEN][regel.meer] += 1
    return tuple(Redentel(reden, *count) for reden, count in counts.items() if any(count))
