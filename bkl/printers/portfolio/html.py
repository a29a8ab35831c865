"""The portfolio as a page that works by itself, with filters."""

from __future__ import annotations

from bkl.portfolio.counts import Overzicht
from bkl.portfolio.page import page
from bkl.printers.portfolio.table import head_of, reached
from bkl.printers.screen import Screen


def show(result: Overzicht, screen: Screen) -> str:
    """Return the page."""
    return page(result, head_of(result), reached(result.alle))
