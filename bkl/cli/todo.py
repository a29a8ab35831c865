"""`bkl todo`: what is still missing, and from whom."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from bkl.cli.common.options import JaarOption, choose, folder_of, modules
from bkl.cli.common.output import guarded, show

UITLEG = """Toont wat er nog ontbreekt, en van wie het moet komen.

Een cijfer of oordeel dat er niet is, een bron, een reden of een uitleg: elke vraag staat bij de
persoon of het team dat het werkplan noemt (`wie: buurtteam`), met de dag waarop de toezegging
klaar moet zijn."""

VOORBEELDEN = """
bkl todo                             alles, per persoon of team
bkl todo --wie buurtteam             alleen van dit team
bkl todo --voor 30-06-2021           wat er eind juni moet zijn
bkl todo --voor Q2                   wat er aan het eind van het kwartaal moet zijn
bkl todo --format markdown           een lijst om af te vinken
bkl todo --format ics > todo.ics     de dagen voor uw agenda"""


def _format(value: str) -> str:
    return choose(value, modules("printers/todo"), "formaat")


def complete_wie(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return who is named in the plan; nothing when it cannot be read."""
    with suppress(Exception):  # while a line is being typed nothing may be printed
        from bkl import api  # noqa: PLC0415

        names = {name for taak in api.todo(folder_of(ctx)).taken for name in taak.wie}
        return sorted(n for n in names if n.casefold().startswith(incomplete.casefold()))
    return []


WieOption = Annotated[
    list[str] | None,
    typer.Option(
        "--wie",
        metavar="NAAM",
        autocompletion=complete_wie,
        help="Alleen van deze persoon of dit team; mag vaker.",
    ),
]


def todo(
    ctx: typer.Context,
    wie: WieOption = None,
    voor: Annotated[
        str | None,
        typer.Option(
            "--voor",
            metavar="MOMENT",
            help="Alleen wat dan klaar moet zijn: een dag, `Q2` of `week 10`.",
        ),
    ] = None,
    fmt: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="|".join(modules("printers/todo")),
            callback=_format,
            autocompletion=lambda: modules("printers/todo"),
            help="Hoe de lijst eruitziet (anders table).",
        ),
    ] = "table",
    jaar: JaarOption = None,
) -> None:
    """Show the questions that are open."""
    with guarded(folder_of(ctx)):
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        show("todo", fmt, api.todo(folder_of(ctx), jaar=jaar, wie=wie or (), voor=voor))
