"""What a workspace holds at one moment: read once, judged and known by the same bytes."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bkl.portfolio.errors import Portfoliofout
from bkl.source.evidence import LARGEST, Bewijskast
from bkl.source.inside import NotInsideError, find_inside
from bkl.source.limits import MAX_BYTES

_SETTINGS = ("bkl.yaml", "bkl.yml")
_ROUNDS = 3
_JUST = 2 * 10**9
"""Nanoseconds in which a second change might leave no trace in the time of a file."""


class Momentopname(NamedTuple):
    """The files that count, by absolute path, and the mark of when and how large they were."""

    bestanden: Mapping[str, bytes]
    merk: str | None

    def digest(self, sleutel: str, folder: Path, bewijs: Iterable[str] = ()) -> str:
        """Return the SHA-256 of names and contents.

        `sleutel` is what else the outcome rests on, `bewijs` the files that the data name.
        """
        found = hashlib.sha256(sleutel.encode())
        for path, data in sorted(self.bestanden.items()):
            name = os.path.relpath(path, folder)
            found.update(f"\0{name}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
        kast = Bewijskast(folder)
        for name in sorted(bewijs):
            known = kast.look(name)
            found.update(f"\0{name}\0{known.sha256 or known.bezwaar}\0".encode())
        return found.hexdigest()


def with_evidence(merk: str | None, folder: Path, bewijs: Iterable[str], since: int) -> str | None:
    """Return a mark that also changes with any change of the files that the data name.

    `since` is the moment, in nanoseconds, at which reading them began: a file that changed
    after that, or just before, cannot be known by its time.
    """
    found = [(name, _evidence_stamp(folder, name)) for name in sorted(bewijs)]
    if merk is None or not found:
        return merk
    if any(stamp and since - max(stamp[1], stamp[2]) < _JUST for _, stamp in found):
        return None
    return hashlib.sha256(f"{merk} {found}".encode("utf-8", "surrogateescape")).hexdigest()


def _evidence_stamp(folder: Path, name: str) -> tuple[int, int, int, int] | None:
    try:
        return _stamp(find_inside(folder, name, LARGEST))
    except (NotInsideError, OSError, RuntimeError, ValueError):
        return None


def file_mark(path: Path) -> str | None:
    """Return a mark that changes with an archive; None when it just changed."""
    found = _stamp(Path(os.path.realpath(path)))
    young = time.time_ns() - max(found[1], found[2]) < _JUST
    return None if young else " ".join(map(str, found))


def mark_of(folder: Path) -> str | None:
    """Return a mark that changes with any change of a file; None when it just changed.

    As git does: sizes and times are looked at, and a file that is too young to tell is read.
    """
    try:
        found = [(str(path), *_stamp(path)) for path in _files(folder)]
    except OSError:
        return None
    now = time.time_ns()
    if any(now - max(stamp[1], stamp[2]) < _JUST for _, *stamp in found):
        return None
    return hashlib.sha256(repr(found).encode("utf-8", "surrogateescape")).hexdigest()


def take(folder: Path) -> Momentopname:
    """Read what counts, all of one moment.

    Raises Portfoliofout for a link out of the workspace and for files that change all the time.
    """
    for _ in range(_ROUNDS):
        try:
            before = [(path, _stamp(path)) for path in _files(folder)]
            read = {os.path.abspath(path): _read(path, folder) for path, _ in before}
            if before == [(path, _stamp(path)) for path in _files(folder)]:
                return Momentopname(read, mark_of(folder))
        except FileNotFoundError:
            continue
        except OSError as error:
            name = os.path.basename(error.filename or folder)
            raise Portfoliofout(
                f"`{name}` is niet te lezen.", "Controleer de rechten en de schijf."
            ) from error
    raise Portfoliofout(
        "Deze map verandert terwijl zij wordt gelezen.", "Probeer het later nog eens."
    )


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files that a verdict may rest on, in the order of their names."""
    with os.scandir(folder / "data") as entries:
        names = sorted(one.name for one in entries if not one.is_dir(follow_symlinks=False))
    for name in names:
        if name.casefold().endswith((".yaml", ".yml")):
            yield folder / "data" / name
    for name in _SETTINGS:
        if os.path.lexists(folder / name):
            yield folder / name


def _stamp(path: Path) -> tuple[int, int, int, int]:
    found = os.lstat(path)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _read(path: Path, folder: Path) -> bytes:
    real, home = os.path.realpath(path), os.path.realpath(folder)
    if not real.startswith(home.rstrip(os.sep) + os.sep):
        raise Portfoliofout(
            f"`{path.name}` is een koppeling naar buiten de werkmap, en wordt niet gevolgd.",
            "Vraag de werkmap met het bestand zelf.",
        )
    if not os.path.isfile(real):
        raise Portfoliofout(f"`{path.name}` is geen gewoon bestand.", "Vraag een nieuwe werkmap.")
    with open(real, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        told = f"`{path.name}` is groter dan {MAX_BYTES // 1024**2} MB."
        raise Portfoliofout(told, "Controleer of dit het goede bestand is.")
    return data
