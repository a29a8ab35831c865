"""Compiled templates: remembered while the program runs, and those of bkl kept for the next time.

Compiling takes longer than filling. What is kept is carried out, so it is trusted as Python
trusts its own `__pycache__`: it stands in the user's cache folder, in a folder and in files that
belong to this user and that no other can write in, under a name made from everything on which it
depends. Anything else there, or a folder that cannot be written in, only costs the time of
compiling. Templates of a workspace are never kept.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from bkl import __version__
from bkl.render.jinja.folders import cache_folder
from bkl.render.jinja.loader import Loader

FOLDER = "gecompileerd"
"""What it is called in the user's cache folder."""
MOST = 150
"""Files that are kept, of all versions together; the oldest go first."""
_LARGEST = 1024 * 1024
_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_ROOMS = (Path(__file__).parent, Path(__file__).parent.parent / "text")
"""Code of which the outcome may be in a compiled template: filters over texts that never change."""


class Remembered(BytecodeCache):
    """Compiled templates, for as long as the program runs and their text stays the same.

    Making a second format, or a report again after a save, then costs half as much. With a
    `store` those of bkl itself are looked for there first.
    """

    def __init__(self, store: Callable[[], Store | None] = lambda: None) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}
        self._kept: dict[str, str] = {}
        self._store = store

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Hand out what was compiled from this very text."""
        loader = environment.loader
        if isinstance(loader, Loader) and loader.ships(name):
            self._kept[self.get_cache_key(name, filename)] = f"{name} {filename}\n{source}"
        return super().get_bucket(environment, name, filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket its code, where that is known."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif (told := self._kept.get(bucket.key)) and (store := self._store()):
            store.load(told, bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._known[bucket.key] = (bucket.checksum, bucket.code)
            if (told := self._kept.get(bucket.key)) and (store := self._store()):
                store.save(told, bucket)


class Store:
    """A folder with compiled templates; it is this user's, and nobody else can write in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, told: str, bucket: Bucket) -> None:
        """Give the bucket what was kept for these texts, when it is there and sound."""
        data = _read(self._folder / _name(told))
        digest, code = data[:32], data[32:]
        if digest == hashlib.sha256(code).digest():
            bucket.bytecode_from_string(code)

    def save(self, told: str, bucket: Bucket) -> None:
        """Keep what was compiled from these texts, where Python keeps its own modules too."""
        if sys.dont_write_bytecode:
            return
        code = bucket.bytecode_to_string()
        draft = self._folder / f"{secrets.token_hex(8)}.tmp"
        with suppress(OSError):
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(code).digest() + code)
            draft.replace(self._folder / _name(told))
            self._clear()

    def _clear(self) -> None:
        files = list(self._folder.iterdir())
        if len(files) > MOST:
            files.sort(key=lambda path: path.stat().st_mtime)
            for path in files[: len(files) - MOST]:
                path.unlink(missing_ok=True)


@cache
def own_store() -> Store | None:
    """Return the store of this user, None where there can be no safe one."""
    try:
        folder = cache_folder(FOLDER)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Store(folder) if _is_ours(folder.lstat(), stat.S_ISDIR) else None
    except (OSError, RuntimeError):
        return None


def _read(path: Path) -> bytes:
    """Return what stands in a file of this user that others cannot write; empty for any other."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            ours = _is_ours(os.fstat(handle), stat.S_ISREG)
            return file.read(_LARGEST) if ours else b""
    except OSError:
        return b""


def _is_ours(status: os.stat_result, sort: Callable[[int], bool]) -> bool:
    """Tell whether it is of this sort and only this user can have written it.

    Windows has no such marks; there the folder lies in what only this user can reach.
    """
    if sys.platform == "win32":
        return sort(status.st_mode)
    return sort(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & _OTHERS


def _name(told: str) -> str:
    return hashlib.sha256(f"{_stamp()}\n{told}".encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _stamp() -> str:
    """Return what else a compiled template depends on: Python, Jinja, bkl and its code here."""
    parts = [__version__, jinja2.__version__, sys.version, MAGIC_NUMBER.hex()]
    for room in _ROOMS:
        for path in sorted(room.glob("*.py")):
            status = path.stat()
            parts.append(f"{path.name} {status.st_mtime_ns} {status.st_size}")
    return "\n".join(parts)


REMEMBERED = Remembered(own_store)
