"""`bkl help`: the manual at the terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from bkl.cli.common.output import guarded, screen_of, write
from bkl.domein.notatie.values.lazy import Lazy

UITLEG = """Toont een bladzijde van de handleiding.

Zonder onderwerp verschijnt de lijst. Op een terminal wordt een lange bladzijde per scherm
getoond; naar een bestand of ander programma gaat zij als Markdown."""

VOORBEELDEN = """
bkl help                 welke onderwerpen zijn er?
bkl help cijfers         hoe schrijft u een cijfer?
bkl help oordelen        hoe komt een oordeel tot stand?
bkl help BKL203          wat wil deze regel?
bkl help handleiding > handleiding.md"""
_RULE = Lazy(r"BKL\d{3}|[a-z]+(?:_[a-z]+)+", re.I)


def complete_topic() -> Sequence[str]:
    """Return the names of the topics."""
    from bkl import api  # noqa: PLC0415 - not needed to start

    return [one.naam for one in api.onderwerpen()]


def help_(
    onderwerp: Annotated[
        str | None,
        typer.Argument(
            metavar="[ONDERWERP]",
            autocompletion=complete_topic,
            help="Een onderwerp, of de code of naam van een regel.",
        ),
    ] = None,
) -> None:
    """Print the list of topics, a page, or the page of a rule."""
    from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

    screen = screen_of(sys.stdout)
    with guarded():
        if onderwerp is None:
            from bkl.printers.manual.topics import show_topics  # noqa: PLC0415

            write(show_topics(api.onderwerpen(), screen))
        elif _RULE.fullmatch(onderwerp.strip()):
            from bkl.printers.rules import page  # noqa: PLC0415

            write(page.show(api.find_regel(onderwerp), screen))
        elif sys.stdout.isatty():
            from bkl.printers.manual.page import show_page  # noqa: PLC0415

            _paged(show_page(api.pagina(onderwerp), screen))
        else:
            write(api.pagina(onderwerp))


def _paged(page: str) -> None:
    """Print a page, a screen at a time where it is longer than the window."""
    if page.count("\n") < shutil.get_terminal_size().lines:
        write(page)
        return
    import pydoc  # noqa: PLC0415 - start-up

    os.environ.setdefault("LESS", "FRX")
    pydoc.pager(page)
