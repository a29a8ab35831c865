"""Writing: the two streams, what they can show, and the messages that end a command."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TextIO

import typer

from bkl.cli.common.exits import Exit
from bkl.domein.notatie.values.lazy import Lazy
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen, harmless

_FOR_PEOPLE = ("text", "concise", "table", "page")
_HASH = {"json": r"\u0023#", "sarif": r"\u0023#", "junit": "&#35;#"}
"""How two hash signs, with which commands to build servers begin, are written in each format."""
_COMMAND = Lazy(r"(^[ \t]*:|#)(:(?=\w)|#(?=(?:vso|teamcity)?\[))", re.M)
_IN_A_FILE = Screen()
_OURS = (".yaml", ".yml", ".j2")
"""What --output never replaces: people write these."""


class _Closed(io.StringIO):
    """An output that is not there."""

    def write(self, text: str, /) -> int:
        """Refuse."""
        raise OSError(errno.EBADF, "closed")


def prepare_streams() -> None:
    """Write UTF-8 wherever the reader does not clearly expect something else; never fail."""
    if sys.stdout is None:  # closed by who called: then writing must fail, and say so
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - until the end
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


def show(kind: str, fmt: str, result: object, output: Path | None = None) -> None:
    """Print a result with `show` of one printer, or save it; only that printer is imported.

    What programs read is UTF-8 on every system, and so is a file. Raises Gebruiksfout where
    the file may not be replaced, OSError where it cannot be written.
    """
    printer = import_module(f"bkl.printers.{kind}.{fmt.replace('-', '_')}")
    if output is not None and str(output) != "-":
        _save(output, printer.show(result, replace(_IN_A_FILE, width=screen_of(sys.stdout).width)))
        return
    if fmt in _FOR_PEOPLE:
        write(printer.show(result, screen_of(sys.stdout)))
        return
    use_utf8(sys.stdout)
    text = printer.show(result, screen_of(sys.stdout))
    if isinstance(text, bytes):
        from bkl.api import Gebruiksfout  # noqa: PLC0415 - only without --output

        told = f"Een bestand in {fmt} past niet op het scherm."
        raise Gebruiksfout(told, f"Geef het een naam: `--output bestand.{fmt}`.")
    write(text.replace("##", _HASH.get(fmt, "##")), raw=fmt in _HASH or fmt == "github")


def use_utf8(stream: TextIO) -> None:
    """Write UTF-8 from here on, whatever the environment says."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")


def _save(path: Path, made: str | bytes) -> None:
    from bkl.api import Gebruiksfout  # noqa: PLC0415 - only with --output
    from bkl.api.workspace.write import write_atomic  # noqa: PLC0415

    if path.suffix.casefold() in _OURS:
        raise Gebruiksfout(
            f"`{path.name}` kan een bestand met gegevens of een sjabloon zijn.",
            "Kies een andere naam achter `--output`.",
        )
    data = made if isinstance(made, bytes) else made.encode("utf-8", "surrogateescape")
    write_atomic(path, data)


def write(text: str, stream: TextIO | None = None, *, raw: bool = False) -> None:
    """Write everything, quietly stopping when the reader has gone (`bkl gap | head`).

    Unless it is `raw`, text that a build server might take for a command to itself is broken
    up where no person looks.
    """
    stream = stream or sys.stdout
    if not raw and not stream.isatty():
        text = _COMMAND.sub(r"\1 \2", text)
    try:
        stream.write(text)
        stream.flush()
    except OSError as fault:
        # the interpreter flushes once more at its end, which must not fail either
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(fault, BrokenPipeError):
            raise


def complain(message: str, cure: str = "") -> None:
    """Say on the error stream what is wrong, and what to do."""
    screen = screen_of(sys.stderr)
    message, cure = harmless(message), harmless(cure)
    lines = wrap(message, screen.width, f"{screen.paint('fout', 'rood', 'vet')}  ")
    if cure:
        lines += wrap(cure, screen.width, "   →  " if screen.unicode else "  ->  ")
    write("\n".join(lines) + "\n", sys.stderr)


def tell_faults(number: int, made: str = "") -> None:
    """Say on the error stream that the data have faults, and what came of the rest."""
    faults = "1 fout" if number == 1 else f"{number} fouten"
    complain(
        f"In de gegevens {'zit' if number == 1 else 'zitten'} {faults}. Wat niet te lezen is, heet "
        f"`onleesbaar`; de rest is berekend.{made}",
        "Zie `bkl check`.",
    )


def relative(path: Path) -> str:
    """Return how a path is shown: from the current folder, where that is possible."""
    try:
        return harmless(os.path.relpath(path))
    except ValueError:  # on another drive
        return harmless(str(path))


def in_own_words(text: str, folder: Path | None) -> str:
    """Return a message with the words that the plan around a folder has for its parts."""
    from bkl.domein.model.begrippen import Begrippen  # noqa: PLC0415 - only for a message

    if not Begrippen.spreekt(text):
        return text
    from bkl.api.workspace.words import own_words  # noqa: PLC0415

    return own_words(folder).in_eigen_woorden(text)


@contextmanager
def guarded(folder: Path | None = None) -> Iterator[None]:
    """Turn wrong use and unreadable files into a message and exit code 2.

    The message is in the words of the workspace around `folder`, None being the current one.
    """
    from bkl.api import Gebruiksfout, Onbruikbaar  # noqa: PLC0415 - only when a command runs
    from bkl.api.workspace.refusal import reason, remedy  # noqa: PLC0415

    try:
        yield
    except Gebruiksfout as fout:
        complain(in_own_words(fout.message, folder), in_own_words(fout.cure, folder))
    except Onbruikbaar as fout:
        from bkl.printers.check.text import show_findings  # noqa: PLC0415

        write(show_findings(fout.findings, screen_of(sys.stderr)), sys.stderr)
        complain("De bestanden zijn zo niet te gebruiken.", "Herstel de fouten hierboven.")
    except OSError as fout:
        where = f" bij `{harmless(str(fout.filename))}`" if fout.filename else ""
        complain(f"Lezen of opslaan lukt niet{where}: {reason(fout)}.", remedy(fout))
    else:
        return
    raise typer.Exit(Exit.USAGE)
