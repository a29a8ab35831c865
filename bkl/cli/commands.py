"""The commands by name; the module of a command is imported when that command is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import typer
from typer.core import TyperCommand
from typer.main import get_command

from bkl.cli.common.dutch import DutchCommand, DutchGroup, read_plainly

COMMANDS = {
    "init": "Begint een map met een plan en een verslag.",
    "draft": "Maakt een werkplan uit het plan dat u al hebt.",
    "check": "Controleert het werkplan en het jaarverslag.",
    "gap": "Vergelijkt wat is beloofd met wat is bereikt.",
    "render": "Maakt een rapport en slaat het op.",
    "set": "Legt een cijfer of oordeel vast.",
    "todo": "Toont wat er nog ontbreekt, en van wie.",
    "form": "Maakt Excel-formulieren om in te vullen.",
    "import": "Leest ingevulde formulieren in.",
    "sign": "Geeft akkoord op wat er is gerapporteerd.",
    "next": "Begint het plan van het volgende jaar.",
    "export": "Maakt een tabel voor andere programma's.",
    "help": "Toont een bladzijde van de handleiding.",
    "portfolio": "Telt veel werkmappen samen.",
    "schema": "Maakt schema's voor uw editor.",
}
"""What each command does, in one line, in the order of the help page."""
_UNDERSCORED = ("help", "import", "next", "set")  # words of Python itself


class Commands(DutchGroup):
    """The group that holds them: the help page needs no command, and a command only itself."""

    short_helps = COMMANDS

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | None:
        """Return a command, made when it is first asked for; None when there is none."""
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name)
        return cast("TyperCommand | None", self.commands.get(cmd_name))

    def list_commands(self, ctx: object) -> list[str]:
        """Return the names, in the order of the help page."""
        return list(COMMANDS)


def _load(name: str) -> TyperCommand:
    module = import_module(f"bkl.cli.{name}{'_' * (name in _UNDERSCORED)}")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(
        name,
        cls=DutchCommand,
        help=module.UITLEG,
        epilog=module.VOORBEELDEN,
        short_help=COMMANDS[name],
    )(getattr(module, module.__name__.rpartition(".")[2]))
    command = cast("TyperCommand", get_command(alone))
    read_plainly(command.params)
    return command
