"""Writing: the two streams, what they can show, and the messages that end a command."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TextIO

import typer

from bkl.cli.exits import Exit
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen, harmless


def prepare_streams() -> None:
    """Write UTF-8 wherever the reader does not clearly expect something else; never fail."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        plain = stream.encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968")
        chosen = "PYTHONIOENCODING" in os.environ
        if not chosen and (plain or not stream.isatty()):
            stream.reconfigure(encoding="utf-8")
        # a line break stays one character: CSV brings its own carriage returns
        stream.reconfigure(errors="replace", newline="\n")


def screen_of(stream: TextIO) -> Screen:
    """Return what the place where this stream ends can show."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    columns = shutil.get_terminal_size((80, 24)).columns
    return Screen.of(os.environ, terminal=stream.isatty(), encoding=encoding, columns=columns)


def show(kind: str, fmt: str, result: object) -> None:
    """Print a result with `show` of one printer; only that printer is imported."""
    printer = import_module(f"bkl.printers.{kind}.{fmt}")
    write(printer.show(result, screen_of(sys.stdout)))


def write(text: str, stream: TextIO | None = None) -> None:
    """Write everything, quietly stopping when the reader has gone (`bkl gap | head`)."""
    stream = stream or sys.stdout
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # the interpreter flushes once more at its end, which must not fail either
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(message: str, cure: str = "") -> None:
    """Say on the error stream what is wrong, and what to do."""
    screen = screen_of(sys.stderr)
    lines = wrap(message, screen.width, f"{screen.paint('fout', 'rood', 'vet')}  ")
    if cure:
        lines += wrap(cure, screen.width, "   →  " if screen.unicode else "  ->  ")
    write("\n".join(lines) + "\n", sys.stderr)


def relative(path: Path) -> str:
    """Return how a path is shown: from the current folder, where that is possible."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return str(path)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn wrong use and unreadable files into a message and exit code 2."""
    from bkl.api import Gebruiksfout, Onbruikbaar  # noqa: PLC0415 - only when a command runs
    from bkl.api.workspace.refusal import reason  # noqa: PLC0415

    try:
        yield
    except Gebruiksfout as fout:
        complain(fout.message, fout.cure)
    except Onbruikbaar as fout:
        from bkl.printers.check.text import show_findings  # noqa: PLC0415

        write(show_findings(fout.findings, screen_of(sys.stderr)), sys.stderr)
        complain("De bestanden zijn zo niet te gebruiken.", "Herstel de fouten hierboven.")
    except OSError as fout:
        name = harmless(str(fout.filename)) if fout.filename else "het bestand"
        complain(f"Lezen of opslaan lukt niet bij `{name}`: {reason(fout)}.")
    else:
        return
    raise typer.Exit(Exit.USAGE)
