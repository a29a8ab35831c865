"""`bkl render`: a report as a document."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bkl.cli.options import JaarOption, RenderFormats, complete_rapport, folder_of, from_folder
from bkl.cli.output import guarded, relative, write

UITLEG = """Maakt een rapport en slaat het op.

Noemt elk bestand dat is gemaakt. Dezelfde gegevens geven altijd precies hetzelfde rapport."""

VOORBEELDEN = """
bkl render jaarverslag                    in de map reports
bkl render jaarverslag --format html      alleen als webpagina
bkl render werkplan --output /tmp         in een andere map"""


def render(
    ctx: typer.Context,
    rapport: Annotated[
        str,
        typer.Argument(
            metavar="RAPPORT",
            autocompletion=complete_rapport,
            help=f"Het rapport: {' of '.join(complete_rapport())}.",
        ),
    ],
    fmt: RenderFormats = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="MAP", help="De map voor het rapport (anders reports)."),
    ] = None,
    jaar: JaarOption = None,
) -> None:
    """Write a report and print the paths."""
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        paths = api.render(
            rapport,
            folder_of(ctx),
            jaar=jaar,
            formats=fmt or [],
            output=from_folder(ctx, output) if output else None,
        )
        write("".join(f"{relative(path)}\n" for path in paths))
