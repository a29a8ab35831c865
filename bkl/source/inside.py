"""Files of a workspace that somebody names in a text: only what is really inside is opened."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PurePosixPath
from typing import Literal

Why = Literal["elders", "naar buiten", "geen bestand", "te groot"]
"""Named outside the folder; led out of it by a link; no regular file; too many bytes."""


_NAMES: ContextVar[set[str] | None] = ContextVar("_NAMES", default=None)


@contextmanager
def noted() -> Iterator[set[str]]:
    """Give the names of all files that are asked for meanwhile, there or not."""
    names: set[str] = set()
    token = _NAMES.set(names)
    try:
        yield names
    finally:
        _NAMES.reset(token)


class NotInsideError(Exception):
    """A name does not lead to a file that may be opened; `why` says what is wrong with it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def find_inside(workspace: Path, name: str, most: int) -> Path:
    """Return the real path of a file in the workspace that has at most so many bytes.

    Raises NotInsideError, and OSError, RuntimeError or ValueError for what is not there.
    """
    if (names := _NAMES.get()) is not None:
        names.add(name)
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        raise NotInsideError("elders")
    found = (workspace / _on_disk(workspace, path)).resolve(strict=True)
    if not found.is_relative_to(workspace.resolve()):
        raise NotInsideError("naar buiten")
    status = found.stat()
    if not stat.S_ISREG(status.st_mode):
        raise NotInsideError("geen bestand")
    if status.st_size > most:
        raise NotInsideError("te groot")
    return found


def _on_disk(folder: Path, path: PurePosixPath) -> PurePosixPath:
    """Return a path in a folder as the disk spells it: some keep accents apart from letters."""
    name = str(path)
    if not name.isascii() and not os.path.lexists(folder / path):
        for form in ("NFC", "NFD"):
            other = unicodedata.normalize(form, name)
            if os.path.lexists(folder / other):
                return PurePosixPath(other)
    return path
