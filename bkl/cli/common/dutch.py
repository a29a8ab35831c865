"""Typer in Dutch: the help page and the messages that Typer itself makes.

Typer has no translations. Its help is replaced as a whole; its errors are recognised by what
they carry and, where they carry nothing, by their English text. What is not recognised is
shown as it is behind a Dutch sentence, so that nothing is ever lost.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from bkl.cli.common.completion import translate_completion
from bkl.cli.common.exits import Exit
from bkl.cli.common.output import complain, write
from bkl.printers.layout import pad, wrap
from bkl.printers.screen import cells

HULP = "Toont deze uitleg."
_MESSAGES = (
    (r"Missing command\.", "Er ontbreekt een opdracht."),
    (r"Got unexpected extra argument.* \((.*)\)", "Dit is te veel: `{}`."),
    (r"Option '(.*)' requires .*", "Na `{}` hoort een waarde."),
    (r"Option '(.*)' does not take a value\.", "Na `{}` hoort geen waarde."),
)
_WIDEST = 100


class _Option(TyperOption):
    """An option whose value is taken as it is where nothing needs to be read in it."""

    def process_value(self, ctx: object, value: object) -> object:
        context = cast("typer.Context", ctx)
        if _must_be_read(self, value):
            return super().process_value(context, value)
        return _taken(self, context, value)


class _Argument(TyperArgument):
    """An argument, likewise."""

    def process_value(self, ctx: object, value: object) -> object:
        context = cast("typer.Context", ctx)
        if _must_be_read(self, value):
            return super().process_value(context, value)
        return _taken(self, context, value)


_PLAIN: dict[type, type] = {TyperOption: _Option, TyperArgument: _Argument}


def read_plainly(params: Sequence[object]) -> None:
    """Take nothing and plain text as they are: Typer makes a Pydantic adapter even for those."""
    for param in params:
        if (plain := _PLAIN.get(type(param))) is not None:
            param.__class__ = plain  # Typer has no way to name a class for a parameter


def _must_be_read(param: TyperOption | TyperArgument, value: object) -> bool:
    if value is None:
        return param.required
    return not (isinstance(value, str) and param.type_descriptor.annotation is str)


def _taken(param: TyperOption | TyperArgument, ctx: typer.Context, value: object) -> object:
    if value is None and (param.multiple or param.nargs == -1):
        value = ()
    return value if param.callback is None else param.callback(ctx, param, value)


class DutchCommand(TyperCommand):
    """A command whose help page is Dutch; its epilog holds examples, laid out as written."""

    def get_help(self, ctx: object) -> str:
        """Return the help page."""
        return help_page(self, cast("typer.Context", ctx).command_path)

    def get_help_option(self, ctx: object) -> TyperOption | None:
        """Return the option --help, explained in Dutch (completion shows this too)."""
        return _dutch(super().get_help_option(cast("typer.Context", ctx)))


class DutchGroup(TyperGroup):
    """The group of commands; it ends with a Dutch message where Typer has an English one.

    `short_helps` says by name what each command does, in one line.
    """

    short_helps: Mapping[str, str] = {}

    def get_help(self, ctx: object) -> str:
        """Return the help page."""
        path = cast("typer.Context", ctx).command_path
        return help_page(self, path, list(self.short_helps.items()))

    def get_help_option(self, ctx: object) -> TyperOption | None:
        """Return the option --help, explained in Dutch (completion shows this too)."""
        return _dutch(super().get_help_option(cast("typer.Context", ctx)))

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: object,
    ) -> int:
        """Run, and return the exit code; as a program of its own end with that code."""
        translate_completion(self.params)
        read_plainly(self.params)
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except typer.TyperException as error:
            given = sys.argv[1:] if args is None else args
            named = [arg for arg in given if arg in self.short_helps]
            complain(*explain(error, list(self.short_helps), " ".join(["bkl", *named[:1]])))
            code = Exit.USAGE
        except typer.Abort:
            code = Exit.INTERRUPTED
        code = int(code) if isinstance(code, int) else 0
        if standalone_mode:
            sys.exit(code)
        return code


def help_page(
    command: TyperCommand | TyperGroup, path: str, commands: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the help of a command: use, meaning, arguments, options, commands, examples."""
    width = min(shutil.get_terminal_size((80, 24)).columns, _WIDEST)
    arguments = [param for param in command.params if isinstance(param, TyperArgument)]
    options = [param for param in command.params if isinstance(param, TyperOption)]
    pieces = [path, "[OPTIES]", *(param.metavar or "" for param in arguments)]
    if commands:
        pieces.append("OPDRACHT")
    lines = wrap(" ".join(pieces), width, "Gebruik: ")
    for paragraph in (command.help or "").split("\n\n"):
        lines += ["", *wrap(paragraph, width)]
    rows = [(_names(param), param.help or "") for param in options if not param.hidden]
    lines += _section("Opdrachten", commands, width)
    lines += _section("Waarden", [(p.metavar or "", p.help or "") for p in arguments], width)
    lines += _section("Opties", [*rows, ("-h, --help", HULP)], width)
    if command.epilog:
        examples = command.epilog.strip("\n").splitlines()
        lines += ["", "Voorbeelden:", *(f"  {line}" for line in examples)]
    return "\n".join(lines)


def explain(
    error: typer.TyperException, commands: Sequence[str], path: str = "bkl"
) -> tuple[str, str]:
    """Return what is wrong and what to do, in Dutch, for an error that Typer raised.

    `path` is what was typed as far as it was understood, such as `bkl gap`.
    """
    ctx = cast("typer.Context | None", getattr(error, "ctx", None))
    more = f"Zie `{path} --help`."
    option = getattr(error, "option_name", None)
    if hasattr(error, "possibilities"):
        return f"Er is geen optie `{option}`.", _which_option(str(option), error, ctx) or more
    if hasattr(error, "param_type"):
        name = getattr(getattr(error, "param", None), "metavar", None) or "Een waarde"
        return f"{name} ontbreekt.", more
    if isinstance(error, typer.BadParameter):
        return error.message, more
    if found := re.fullmatch(r"No such command '(.*)'\..*", error.message, re.DOTALL):
        from bkl.diagnostics.suggestion import did_you_mean  # noqa: PLC0415 - only with a fault

        question = did_you_mean(found[1], commands)
        return f"Er is geen opdracht `{found[1]}`.", question or more
    for pattern, dutch in _MESSAGES:
        if found := re.fullmatch(pattern, error.message, re.DOTALL):
            return dutch.format(*found.groups()), more
    return f"Deze opdracht klopt niet: {error.message}", more


def _which_option(
    option: str, error: typer.TyperException, ctx: typer.Context | None
) -> str | None:
    if option[1:2].isdigit():
        return "Zet `--` voor een waarde die met een min begint: `… -- -5`."
    parent = ctx.parent if ctx else None
    if parent and any(option in param.opts for param in parent.command.params):
        return f"Zet `{option}` vóór de opdracht: `bkl {option} … {ctx.info_name if ctx else ''}`."
    near = getattr(error, "possibilities", None)
    return f"Bedoelde u `{near[0]}`?" if near else None


def _dutch(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = HULP
        option.callback = _show_help
        # Typer reads a flag that is None, but not one that is False, with the help of Pydantic
        option.default = False
    return option


def _show_help(ctx: object, _: object, value: object) -> None:
    context = cast("typer.Context", ctx)
    if value and not context.resilient_parsing:
        write(f"{context.get_help()}\n")
        raise typer.Exit(Exit.OK)


def _names(option: TyperOption) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {option.metavar or ''}".rstrip()


def _section(title: str, rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Return a titled list of names with explanations beside them, or below a long name."""
    if not rows:
        return []
    column = min(24, max(cells(name) for name, _ in rows)) + 4
    lines = ["", f"{title}:"]
    for name, text in rows:
        if cells(name) + 4 > column:
            lines += [f"  {name}", *wrap(text, width, " " * column)]
        else:
            lines += wrap(text, width, pad(f"  {name}", column))
    return lines
