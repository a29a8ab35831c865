"""`bkl next`: begin the plan of next year from this one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from bkl.cli.common.consent import Consent, DryRunFlag, YesFlag
from bkl.cli.common.exits import Exit
from bkl.cli.common.options import folder_of, read_jaar
from bkl.cli.common.output import guarded, screen_of, write
from bkl.printers.layout import wrap

UITLEG = """Begint het werkplan van het volgende jaar met dat van dit jaar.

De teksten en de cijfers die u bijhoudt, gaan mee; de doelen niet. Bij elk doel staat `nog te
bepalen`, met het oude doel erachter: `bkl check` en `bkl todo` noemen ze tot u ze kiest. Wat is
uitgesteld, houdt zijn doel en krijgt `vervolg_van`. Een doel dat over meer jaren loopt, blijft
staan. Er komt ook een leeg jaarverslag.

Loopt een plan van meer jaren nog door, dan blijft het zoals het is en komt er alleen een leeg
jaarverslag van het volgende jaar."""

VOORBEELDEN = """
bkl next                    het jaar na het nieuwste
bkl next 2023               een ander jaar
bkl next --dry-run          kijken wat er zou komen"""


def next_(
    ctx: typer.Context,
    jaar: Annotated[
        int | None,
        typer.Argument(
            metavar="[JAAR]", parser=read_jaar, help="Het nieuwe jaar; anders het volgende."
        ),
    ] = None,
    yes: YesFlag = False,
    dry_run: DryRunFlag = False,
) -> None:
    """Show what the new year gets, and make it after consent."""
    with guarded(folder_of(ctx)):
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        planned = api.plan_next(folder_of(ctx), jaar=jaar)
        width = screen_of(sys.stdout).width
        for line in api.shown_next(planned):
            indent = " " * (len(line) - len(line.lstrip()))
            write("\n".join(wrap(line, width, indent, indent + "  ")) + "\n")
        if not Consent(yes, dry_run).given("Deze bestanden maken?"):
            write("Niets gemaakt.\n")
            raise typer.Exit(Exit.FINDINGS)
        api.make_next(planned)
        done = f"Vul data/werkplan-{planned.jaar}.yaml aan; `bkl todo` toont wat ontbreekt."
        if planned.plan is not None:
            done = f"`bkl todo` toont wat er over {planned.jaar} nog moet komen."
        write(f"Klaar. {done}\n")
        if not planned.is_nieuwste or planned.plan is not None:
            return
        for line in wrap(
            f"Zonder jaar gaat elke opdracht nu over {planned.jaar}. Een cijfer van "
            f"{planned.van} legt u vast met `bkl set CODE WAARDE --jaar {planned.van}`.",
            width,
        ):
            write(f"{line}\n")
