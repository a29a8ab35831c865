"""`bkl check`: what is wrong in the files, where, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bkl.cli.exits import Exit
from bkl.cli.options import CheckFormat, JaarOption, folder_of, from_folder
from bkl.cli.output import guarded, show

UITLEG = """Controleert het werkplan en het jaarverslag.

Elke melding zegt waar het staat, wat er mis is en wat u eraan doet.
De afsluitcode is 0 zonder fouten, 1 met fouten en 2 als de opdracht niet klopt."""

VOORBEELDEN = """
bkl check                               alles van het nieuwste jaar
bkl check data/jaarverslag-2021.yaml    alleen dit bestand
bkl check --strict                      ook waarschuwingen tellen als fout
bkl check --format github               meldingen bij een pull request"""


def check(
    ctx: typer.Context,
    bestanden: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[BESTAND…]", help="Alleen deze bestanden; anders alles."),
    ] = None,
    fmt: CheckFormat = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Ook waarschuwingen geven afsluitcode 1.")
    ] = False,
    jaar: JaarOption = None,
) -> None:
    """Check the files; exit 1 when something must be mended."""
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        files = [from_folder(ctx, path) for path in bestanden or ()]
        result = api.check(folder_of(ctx), files=files, jaar=jaar)
        show("check", fmt, result)
    if result.fouten or (strict and result.findings):
        raise typer.Exit(Exit.FINDINGS)
