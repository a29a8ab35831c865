"""The command line: the only room that knows Typer, the streams and exit codes.

Starting is fast because nothing is imported here that a help page does not need: the bodies
of the commands import the rest.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Annotated

import typer

from bkl import __version__
from bkl.cli import (
    check,
    draft,
    export,
    form,
    gap,
    help_,
    import_,
    init,
    next_,
    portfolio,
    render,
    schema,
    set_,
    sign,
    todo,
)
from bkl.cli.common.dutch import DutchCommand, DutchGroup
from bkl.cli.common.exits import Exit
from bkl.cli.common.net import net
from bkl.cli.common.output import complain, prepare_streams, write

UITLEG = """Legt naast elkaar wat is beloofd en wat is bereikt.

Het werkplan en het jaarverslag staan als YAML in de map data. bkl zoekt die map vanaf de map
waarin u werkt, naar boven."""

VOORBEELDEN = """
bkl init verslag             begin een nieuwe map
bkl check                    klopt alles?
bkl gap                      hoe staat het hele plan ervoor?
bkl gap AD                   en dit speerpunt?
bkl render jaarverslag       maak het verslag"""

app = typer.Typer(
    cls=DutchGroup,
    help=UITLEG,
    epilog=VOORBEELDEN,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)


def _show_version(value: bool) -> None:
    if value:
        write(f"bkl {__version__}\n")
        raise typer.Exit


@app.callback()
def _start(
    ctx: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Option("-C", metavar="MAP", help="Werkt alsof u in deze map staat."),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Toont het versienummer."
        ),
    ] = False,
) -> None:
    if folder is not None and not folder.is_dir():
        complain(f"De map `{folder}` bestaat niet.", "Controleer de naam na `-C`.")
        raise typer.Exit(Exit.USAGE)
    if ctx.invoked_subcommand is None:
        write(f"{ctx.get_help()}\n")
        raise typer.Exit(Exit.USAGE)


for name, module, short in (
    ("init", init, "Begint een map met een plan en een verslag."),
    ("draft", draft, "Maakt een werkplan uit het plan dat u al hebt."),
    ("check", check, "Controleert het werkplan en het jaarverslag."),
    ("gap", gap, "Vergelijkt wat is beloofd met wat is bereikt."),
    ("render", render, "Maakt een rapport en slaat het op."),
    ("set", set_, "Legt een cijfer of oordeel vast."),
    ("todo", todo, "Toont wat er nog ontbreekt, en van wie."),
    ("form", form, "Maakt Excel-formulieren om in te vullen."),
    ("import", import_, "Leest ingevulde formulieren in."),
    ("sign", sign, "Geeft akkoord op wat er is gerapporteerd."),
    ("next", next_, "Begint het plan van het volgende jaar."),
    ("export", export, "Maakt een tabel voor andere programma's."),
    ("help", help_, "Toont een bladzijde van de handleiding."),
    ("portfolio", portfolio, "Telt veel werkmappen samen."),
    ("schema", schema, "Maakt schema's voor uw editor."),
):
    app.command(
        name, cls=DutchCommand, help=module.UITLEG, epilog=module.VOORBEELDEN, short_help=short
    )(getattr(module, module.__name__.rpartition(".")[2]))


def main() -> None:
    """Run as the program `bkl`."""
    prepare_streams()
    # no search for Pydantic plugins in every installed package: saves 3 % of `bkl gap AD`
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(100_000)  # as in `bkl.__main__`, for who calls this otherwise
    try:
        with net():
            app(prog_name="bkl")
    finally:
        gc.freeze()  # at the end nothing is looked through once more: saves 20 %
