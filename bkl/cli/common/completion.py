"""Completion with Tab: Typer's two options, in Dutch."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from typing import TypeAlias, cast

import typer
from typer.core import TyperOption

from bkl.cli.common.exits import Exit
from bkl.cli.common.output import complain, write
from bkl.domein.notatie.values.lazy import Lazy

INSTALL = "Laat de Tab-toets voortaan opdrachten aanvullen."
TOON = "Toont het script waarmee de Tab-toets aanvult."
_INSTALLED = Lazy(r"(\S+) completion installed in (.+)")

Callback: TypeAlias = "Callable[[object, object, object], object]"


def translate_completion(params: Iterable[object]) -> None:
    """Give the options that Typer added Dutch explanations and messages."""
    for param in params:
        if not isinstance(param, TyperOption):
            continue
        if "--install-completion" in param.opts:
            param.help = INSTALL
            param.callback = _in_dutch(cast("Callback", param.callback))
        elif "--show-completion" in param.opts:
            param.help = TOON
        else:
            continue
        param.default = False  # see nederlands.py: None would cost the start-up an import


def _in_dutch(install: Callback) -> Callback:
    def callback(ctx: object, param: object, value: object) -> object:
        said = io.StringIO()
        try:
            with redirect_stdout(said):
                return install(ctx, param, value)
        except SystemExit:
            found = _INSTALLED.search(said.getvalue())
            where = f" ({found[2].strip()})" if found else ""
            write(f"De Tab-toets vult voortaan aan{where}. Open daarvoor een nieuw venster.\n")
            raise
        except typer.Exit:
            complain(
                "Voor dit soort venster kan de Tab-toets niet aanvullen.",
                "Het kan met bash, zsh, fish en PowerShell.",
            )
            raise typer.Exit(Exit.USAGE) from None

    return callback
