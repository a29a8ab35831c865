"""Asking before anything is written: at a terminal by a question, elsewhere by `--yes`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from bkl.cli.common.exits import Exit
from bkl.cli.common.output import complain, write
from bkl.domein.records import dataclass

YesFlag = Annotated[bool, typer.Option("--yes", "-y", help="Slaat op zonder te vragen.")]
DryRunFlag = Annotated[bool, typer.Option("--dry-run", help="Toont alleen wat er zou veranderen.")]


def at_terminal() -> bool:
    """Tell whether somebody sits there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@dataclass(frozen=True, slots=True)
class Consent:
    """What the options say about writing."""

    yes: bool
    dry_run: bool

    def given(self, question: str = "Opslaan?") -> bool:
        """Tell whether to write what was just shown; ends the command when nobody can answer."""
        if self.dry_run:
            write("Niets opgeslagen (--dry-run).\n", sys.stderr)
            raise typer.Exit(Exit.OK)
        if self.yes:
            return True
        if not at_terminal():
            complain("Er is niets opgeslagen.", "Geef `--yes` mee om dit op te slaan.")
            raise typer.Exit(Exit.FINDINGS)
        return confirm(question)


def confirm(question: str, *, default: bool = True) -> bool:
    """Ask yes or no at the terminal; the end of the input is no."""
    from rich.prompt import Confirm, InvalidResponse  # noqa: PLC0415 - only when asking

    class Vraag(Confirm):
        validate_error_message = "Antwoord met j of n."
        choices = ["j", "n"]  # noqa: RUF012 - as rich has it

        def process_response(self, value: str) -> bool:
            low = value.strip().casefold()
            if low not in ("j", "ja", "n", "nee"):
                raise InvalidResponse(self.validate_error_message)
            return low.startswith("j")

        def render_default(self, default: object) -> object:  # type: ignore[override]
            from rich.text import Text  # noqa: PLC0415

            return Text("(j)" if default else "(n)", "prompt.default")

    try:
        return bool(Vraag.ask(question, default=default))
    except EOFError:
        write("\n")
        return False


def ask(
    question: str, choices: Sequence[str] = (), default: str = "", *, required: bool = False
) -> str:
    """Ask for a text at the terminal; with `choices` one of those.

    Enter gives `default`, or the question again when an answer is `required`. The end of the
    input gives `default`.
    """
    from rich.prompt import InvalidResponse, Prompt  # noqa: PLC0415 - only when asking

    class Vraag(Prompt):
        prompt_suffix = " " if question.endswith("?") else ": "

        def process_response(self, value: str) -> str:
            text = value.strip()
            if required and not text:
                raise InvalidResponse("Typ een antwoord; met Ctrl-C stopt u.")
            if choices and text and text.casefold() not in choices:
                raise InvalidResponse(f"Kies uit: {', '.join(choices)}.")
            return text.casefold() if choices else text

    if choices:
        write(f"Kies uit: {', '.join(choices)}.\n")
    try:
        if required:
            return Vraag.ask(question)
        return Vraag.ask(question, default=default, show_default=bool(default)) or default
    except EOFError:
        write("\n")
        return default
