"""Bytes from a path, or the finding that says why not."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from os import stat_result
from pathlib import Path
from types import MappingProxyType

from bkl.diagnostics.finding import Finding
from bkl.diagnostics.position import Place, Position
from bkl.source.kinds import ONLEESBAAR_BESTAND
from bkl.source.limits import MAX_BYTES
from bkl.source.text.source_text import Told

_FOLDER: Told = ("Dit is een map, geen bestand.", "Geef een YAML-bestand in die map op.")
_NOT_REGULAR: Told = (
    "Dit is geen gewoon bestand.",
    "Geef een YAML-bestand op dat op schijf staat.",
)
_TOO_LARGE: Told = (
    f"Het bestand is groter dan {MAX_BYTES // 1024**2} MB; zo veel leest bkl niet.",
    "Controleer of dit het goede bestand is, of verdeel de inhoud over bestanden per jaar.",
)
_BY_ERRNO: dict[int, Told] = {
    errno.ENOENT: ("Dit bestand bestaat niet.", "Controleer de naam en de map."),
    errno.ENOTDIR: (
        "Dit bestand bestaat niet: een deel van het pad is geen map.",
        "Controleer de naam en de map.",
    ),
    errno.EACCES: (
        "U mag dit bestand niet lezen.",
        "Geef uzelf leesrechten, of vraag die aan de eigenaar van het bestand.",
    ),
    errno.ELOOP: (
        "Deze koppeling (symlink) verwijst in een kring naar zichzelf.",
        "Verwijder de koppeling of laat die naar het echte bestand wijzen.",
    ),
    errno.ENAMETOOLONG: ("Deze bestandsnaam is te lang.", "Geef het bestand een kortere naam."),
}
_OTHER: Told = (
    "Het systeem kan dit bestand niet lezen.",
    "Controleer de schijf of de verbinding en probeer het opnieuw.",
)


_INSTEAD: ContextVar[Mapping[str, bytes]] = ContextVar("_INSTEAD", default=MappingProxyType({}))
_SEEN: ContextVar[dict[str, bytes] | None] = ContextVar("_SEEN", default=None)


@contextmanager
def instead(contents: Mapping[str, bytes], seen: dict[str, bytes] | None = None) -> Iterator[None]:
    """Let files hold other bytes than on disk for a while; `contents` is by absolute path.

    What is read from disk meanwhile is put in `seen`, by absolute path too.
    """
    token, other = _INSTEAD.set(contents), _SEEN.set(seen)
    try:
        yield
    finally:
        _INSTEAD.reset(token)
        _SEEN.reset(other)


def is_held(path: Path) -> bool:
    """Tell whether other bytes stand for a file, so that it need not be on disk."""
    return os.path.abspath(path) in _INSTEAD.get()


def read_bytes(path: Path, name: str | None = None) -> bytes | Finding:
    """Return the bytes of a file, or a finding about it under `name`; never raises OSError."""
    if (held := _INSTEAD.get()) and (data := held.get(os.path.abspath(path))) is not None:
        return data
    try:
        told = _refuse(path.stat())
        if told is None:
            with path.open("rb") as stream:
                # One byte more than allowed: the file may have grown since.
                data = stream.read(MAX_BYTES + 1)
            if len(data) <= MAX_BYTES:
                if (seen := _SEEN.get()) is not None:
                    seen[os.path.abspath(path)] = data
                return data
            told = _TOO_LARGE
    except OSError as error:
        told = _BY_ERRNO.get(error.errno or 0, _OTHER)
    except ValueError:
        told = ("Deze bestandsnaam bevat een nulteken.", "Controleer de naam.")
    return Finding(ONLEESBAAR_BESTAND, *told, Place(name or path.as_posix()), Position(1, 1))


def _refuse(status: stat_result) -> Told | None:
    if stat.S_ISDIR(status.st_mode):
        return _FOLDER
    if not stat.S_ISREG(status.st_mode):
        return _NOT_REGULAR
    return _TOO_LARGE if status.st_size > MAX_BYTES else None
