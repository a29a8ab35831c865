"""`bkl export`: the indicators as a table for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bkl.cli.common.exits import Exit
from bkl.cli.common.options import JaarOption, choose, folder_of, from_folder
from bkl.cli.common.output import guarded, relative, tell_faults, write

UITLEG = """Maakt een tabel van alle indicatoren, voor andere programma's.

Elke rij is één indicator in één jaar: het doel en het resultaat met hun grenzen, het oordeel, en
het bestand en de regel waar het staat. De kolommen staan in docs/portfolio.md."""

VOORBEELDEN = """
bkl export                                  het nieuwste jaar, in reports
bkl export --all --output cijfers.parquet   alle jaren in één bestand"""


def _format(value: str) -> str:
    return choose(value, ("parquet",), "formaat")


def export(
    ctx: typer.Context,
    fmt: Annotated[
        str,
        typer.Option("--format", metavar="parquet", callback=_format, help="Het soort bestand."),
    ] = "parquet",
    jaar: JaarOption = None,
    every: Annotated[
        bool, typer.Option("--all", help="Alle jaren, en niet alleen het nieuwste.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="BESTAND", help="Hoe het bestand heet.")
    ] = None,
) -> None:
    """Save the table and print its path."""
    if every and jaar is not None:
        raise typer.BadParameter("`--all` gaat niet samen met `--jaar`.")
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        target = from_folder(ctx, output) if output else None
        made = api.export(folder_of(ctx), jaar=jaar, every=every, output=target)
        write(f"{relative(made.path)}\n")
    if made.fouten:
        tell_faults(made.fouten)
        raise typer.Exit(Exit.FINDINGS)
