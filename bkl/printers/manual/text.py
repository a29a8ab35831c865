"""The manual as text: laid out for a terminal, as Markdown for anything else."""

from __future__ import annotations

import io
from collections.abc import Sequence

from bkl.api.manual import Onderwerp
from bkl.printers.layout import pad, wrap
from bkl.printers.screen import Screen, cells

_WIDEST = 100


def show_topics(topics: Sequence[Onderwerp], screen: Screen) -> str:
    """Return every topic with its line."""
    column = max(cells(one.naam) for one in topics) + 4
    lines = ["Onderwerpen:"]
    for one in topics:
        lines += wrap(one.titel, screen.width, f"  {pad(one.naam, column)}", " " * (column + 2))
    lines += ["", "Ook een code of naam van een regel mag: `bkl help BKL203`."]
    return screen.finish("\n".join(lines) + "\n")


def show_page(markdown: str, screen: Screen) -> str:
    """Return a page as a terminal shows it."""
    from rich.console import Console  # noqa: PLC0415 - start-up: only for a terminal
    from rich.markdown import Markdown  # noqa: PLC0415

    made = io.StringIO()
    console = Console(
        file=made,
        width=min(screen.width, _WIDEST),
        force_terminal=screen.colour,
        no_color=not screen.colour,
        color_system="standard" if screen.colour else None,
        legacy_windows=False,
    )
    console.print(Markdown(markdown, hyperlinks=False))
    lines = (line.rstrip() for line in made.getvalue().splitlines())
    return screen.finish("\n".join(lines) + "\n")
