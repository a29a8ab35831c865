"""Redenen: how often each reason was given for a difference."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from bkl.domein.records import dataclass
from bkl.domein.woorden import Reden
from bkl.render.charts.lanes import build_staaf
from bkl.render.charts.layout import Staaf
from bkl.render.views._parts.regel import Regel, alone_told

GEEN_REDEN = "nog in te vullen"


@dataclass(frozen=True, slots=True)
class Redentel:
    """How often one reason was given: where less was reached, and where more."""

    reden: str
    minder: int
    meer: int
    staaf: Staaf | None = None

    @property
    def samen(self) -> int:
        """How often in all."""
        return self.minder + self.meer


def count_reasons(regels: Iterable[Regel]) -> tuple[Redentel, ...]:
    """Return how often each reason was given, in the order of the vocabulary."""
    counts: dict[str, list[int]] = {
        alone_told(reden): [0, 0] for reden in (*get_args(Reden), GEEN_REDEN)
    }
    for regel in regels:
        counts[regel.waarom or GEEN_REDEN][regel.meer] += 1
    most = max(map(sum, counts.values()), default=0)
    return tuple(
        Redentel(reden, minder, meer, build_staaf(minder, meer, most))
        for reden, (minder, meer) in counts.items()
        if minder or meer
    )
