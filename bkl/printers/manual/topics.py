"""The topics of the manual."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.api.manual import Onderwerp
from bkl.printers.layout import pad, wrap
from bkl.printers.screen import Screen, cells


def show_topics(topics: Sequence[Onderwerp], screen: Screen) -> str:
    """Return every topic with its line."""
    column = max(cells(one.naam) for one in topics) + 4
    lines = ["Onderwerpen:"]
    for one in topics:
        lines += wrap(one.titel, screen.width, f"  {pad(one.naam, column)}", " " * (column + 2))
    lines += ["", "Ook een code of naam van een regel mag: `bkl help BKL203`."]
    return screen.finish("\n".join(lines) + "\n")
