"""The comparison for programs: the stable contract of design §6, one object per indicator."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.printers.screen import Screen
from bkl.wording.facts_beside import comparison
from bkl.wording.jsontext import dump


def show(result: GapResult, screen: Screen) -> str:
    """Return one JSON object. Keys may be added, never renamed or left out."""
    return dump(comparison(result))
