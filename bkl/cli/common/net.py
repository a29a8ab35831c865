"""The last net at the door: what nobody foresaw becomes a message, never a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bkl import __version__
from bkl.cli.common.exits import Exit
from bkl.cli.common.output import complain

DEBUG = "BKL_DEBUG"
_GONE = (errno.EPIPE, errno.EBADF, errno.ENOSPC, errno.EIO, errno.EINVAL)


@contextmanager
def net() -> Iterator[None]:
    """End with exit code 2 and a message for any fault that nothing else has caught.

    With `BKL_DEBUG=1` the fault passes, so that its traceback is seen.
    """
    try:
        yield
    except Exception as fault:
        if os.environ.get(DEBUG, "") not in ("", "0"):
            raise
        with suppress(Exception):
            complain(*_told(fault))
        _close_quietly()
        sys.exit(Exit.USAGE)
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)


def code_of(fault: BaseException) -> str:
    """Return a short code for a fault: the same place and sort give the same code."""
    import hashlib  # noqa: PLC0415 - only when something went wrong
    import traceback  # noqa: PLC0415

    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}bkl{os.sep}" in frame.filename] or frames
    where = "?"
    if ours:
        where = f"{ours[-1].filename.rpartition(f'{os.sep}bkl{os.sep}')[2]}:{ours[-1].name}"
    text = f"{__version__} {type(fault).__name__} {where}"
    return f"B-{hashlib.sha256(text.encode()).hexdigest()[:6].upper()}"


def _told(fault: Exception) -> tuple[str, str]:
    if isinstance(fault, MemoryError):
        return (
            "Er is te weinig geheugen voor deze opdracht.",
            "Sluit andere programma's, of neem minder gegevens tegelijk.",
        )
    if isinstance(fault, OSError) and fault.filename is None and fault.errno in _GONE:
        from bkl.api.workspace.refusal import reason  # noqa: PLC0415

        why = "de uitvoer is gesloten" if fault.errno == errno.EBADF else reason(fault)
        return f"De uitkomst is niet weg te schrijven: {why}.", "Kies een andere plek."
    message = f"Hier ging iets mis dat bkl niet had voorzien (code {code_of(fault)})."
    cure = f"Meld de code met de opdracht die u gaf. {DEBUG}=1 ervoor toont de technische gegevens."
    return message, cure


def _close_quietly() -> None:
    """Keep the interpreter from writing once more, and failing, at its end."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
