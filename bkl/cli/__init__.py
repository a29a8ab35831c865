"""The command line: the only room that knows Typer, the streams and exit codes.

Starting is fast because nothing is imported here that a help page does not need: a command is
imported when it is asked for, and its body imports the rest.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from bkl import __version__
from bkl.cli.commands import Commands
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
    cls=Commands,
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


def _forgo_plugins() -> None:
    """Let Pydantic search no installed packages for plugins: saves 6 % of `bkl gap AD`.

    The variable spares the search; that the module which would search is never loaded spares
    what reads package metadata. Other names of it are looked up in the module itself.
    """
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") != "__all__":
        return
    loader = ModuleType("pydantic.plugin._loader")

    def other(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        del sys.modules[loader.__name__]
        found: object = getattr(import_module(loader.__name__), name)
        return found

    vars(loader).update(get_plugins=tuple, __getattr__=other)
    sys.modules.setdefault(loader.__name__, loader)


def main() -> None:
    """Run as the program `bkl`."""
    prepare_streams()
    _forgo_plugins()
    gc.set_threshold(100_000)  # as in `bkl.__main__`, for who calls this otherwise
    try:
        with net():
            app(prog_name="bkl")
    finally:
        gc.freeze()  # at the end nothing is looked through once more: saves 20 %
