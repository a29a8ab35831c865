"""A page of the manual as a terminal shows it."""

from __future__ import annotations

import io

from rich.console import Console
from rich.markdown import Markdown

from bkl.printers.screen import Screen

_WIDEST = 100


def show_page(markdown: str, screen: Screen) -> str:
    """Return a page as a terminal shows it."""
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
