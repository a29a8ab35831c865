"""Going over the proposals of `bkl draft` one by one, at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from bkl.cli.common.consent import at_terminal
from bkl.cli.common.exits import Exit
from bkl.cli.common.output import complain, relative, screen_of, write
from bkl.printers.drafting.step import show_step

if TYPE_CHECKING:
    from bkl.api.drafting.review import DraftReview, DraftStep

_WHAT = "Enter neemt over, v verandert, s slaat over, q stopt"


def step_through(review: DraftReview) -> None:
    """Ask about every figure that has no answer yet; ends the command when the reader stops."""
    if not at_terminal():
        complain("`--stap` stelt vragen, en hier kan niemand antwoorden.", "Laat `--stap` weg.")
        raise typer.Exit(Exit.USAGE)
    done = len(review.steps) - len(review.open)
    if done:
        write(f"U gaat verder waar u was: {done} van {len(review.steps)} zijn al bekeken.\n")
    for number, step in enumerate(review.open, start=done + 1):
        write(f"\n{show_step(step, number, len(review.steps), screen_of(sys.stdout))}")
        if not _answered(review, step):
            write(
                f"\nGestopt. Uw antwoorden staan in {relative(review.path)}.\n"
                "Met dezelfde opdracht gaat u verder waar u was.\n"
            )
            raise typer.Exit(Exit.FINDINGS)
    review.apply()


def _answered(review: DraftReview, step: DraftStep) -> bool:
    """Ask until there is an answer that can be kept; False when the reader stops."""
    from bkl.api import Gebruiksfout  # noqa: PLC0415 - start-up

    while True:
        answer = _ask(f"{_WHAT}: ")
        if answer is None or answer == "q":
            return False
        if answer in ("", "o", "s"):
            review.decide(step, "overslaan" if answer == "s" else "overnemen")
            return True
        if answer == "v" and step.figure is not None:
            while doel := _ask("Nieuw doel (leeg: toch niet): "):
                try:
                    review.decide(step, "veranderen", doel)
                except Gebruiksfout as fout:
                    write(f"{fout.message} {fout.cure}\n")
                else:
                    return True
            if doel is None:
                return False
        else:
            write("Antwoord met Enter, v, s of q.\n")


def _ask(question: str) -> str | None:
    """Return what is typed; None at the end of the input or after Ctrl-C."""
    from rich.console import Console  # noqa: PLC0415 - only when asking

    try:
        answer = Console().input(question, markup=False)
    except (EOFError, KeyboardInterrupt):
        write("\n")
        return None
    text = answer.strip()
    return text.casefold() if len(text) == 1 else text
