"""The comparison for other programs: RFC 4180, with commas, decimal points and no mark."""

from __future__ import annotations

from bkl.api import GapResult
from bkl.printers.gap.parts.records import cell, table
from bkl.printers.screen import Screen


def show(result: GapResult, screen: Screen) -> str:
    """Return a header and the rows; an empty cell means unknown, or infinite in a bound."""
    return table(result, ",", lambda _, text: cell(text))
