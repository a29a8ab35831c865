"""What stands behind a number, for programs."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.portfolio.counts import Vindplek
from bkl.printers.screen import Screen
from bkl.wording.jsontext import dump


def show(rows: Sequence[Vindplek], screen: Screen) -> str:
    """Return one JSON object with every indicator."""
    return dump({"versie": 1, "indicatoren": [one._asdict() for one in rows]})
