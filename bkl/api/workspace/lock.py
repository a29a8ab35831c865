"""One at a time: who changes the files of a workspace holds its lock while planning and saving."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bkl.api.errors import Gebruiksfout

if sys.platform != "win32":
    import fcntl
else:
    import msvcrt

PATIENCE = 60.0
"""Seconds to wait for another bkl, far longer than any change takes."""
_PAUSE = 0.02


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; another bkl that wants it waits. Nothing is left behind.

    Editors know nothing of it: that a file changed meanwhile is seen when it is saved. Raises
    Gebruiksfout when another holds it for longer than anyone waits.
    """
    handle = _open(folder)
    try:
        _wait(handle, folder)
        yield
    finally:
        os.close(handle)


def _open(folder: Path) -> int:
    if sys.platform == "win32":  # where a folder cannot be locked
        name = hashlib.sha256(os.path.normcase(os.path.realpath(folder)).encode()).hexdigest()
        path = Path(tempfile.gettempdir()) / f"bkl-{name[:16]}.lock"
        return os.open(path, os.O_RDWR | os.O_CREAT)
    else:  # noqa: RET505 - or the checker of another system calls it unreachable
        return os.open(folder, os.O_RDONLY)


def _wait(handle: int, folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not _taken(handle):
        if time.monotonic() > end:
            raise Gebruiksfout(
                f"Een ander is al een minuut bezig in `{folder}`.",
                "Wacht tot die klaar is en geef de opdracht opnieuw. Er is niets opgeslagen.",
            )
        time.sleep(_PAUSE)


def _taken(handle: int) -> bool:
    """Try to take the lock; a file system that knows no locks counts as taken."""
    if sys.platform == "win32":
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # no locks here: saving still compares what it replaces
        return True
    return True
