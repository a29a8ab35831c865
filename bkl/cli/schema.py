"""`bkl schema`: JSON Schemas, with which an editor completes and checks while one types."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bkl.cli.common.options import folder_of, from_folder
from bkl.cli.common.output import guarded, relative, write

UITLEG = """Maakt JSON Schema's, waarmee een editor aanvult en controleert tijdens het typen.

Met een naam verschijnt dat schema op het scherm. Zonder naam worden alle schema's opgeslagen."""

VOORBEELDEN = """
bkl schema                        alle schema's in de map schemas
bkl schema werkplan               toon het schema van het werkplan
bkl schema --output /tmp          alle schema's in een andere map"""


def complete_schema() -> Sequence[str]:
    """Return the names of the schemas."""
    from bkl import api  # noqa: PLC0415 - not needed to start

    return api.schema_names()


def schema(
    ctx: typer.Context,
    naam: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAAM]",
            autocompletion=complete_schema,
            help="Het schema: werkplan, jaarverslag, bijstellingen, akkoord, instellingen, eisen, "
            "definities, of check voor "
            "de uitkomst van `bkl check --format json`.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="MAP", help="De map voor de schema's (anders schemas)."),
    ] = None,
) -> None:
    """Print one schema, or write them and print the paths."""
    with guarded():
        from bkl import api  # noqa: PLC0415 - start-up: --help needs none of this

        name = naam.strip().casefold() if naam else None
        if name and output is None:
            write(api.json_schema(name))
            return
        paths = api.write_schemas(
            folder_of(ctx),
            namen=[name] if name else [],
            output=from_folder(ctx, output) if output else None,
        )
        write("".join(f"{relative(path)}\n" for path in paths))
