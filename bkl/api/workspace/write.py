"""Writing a file so that nobody ever meets half of it."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import stat
import sys
import time
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_JUST = 60.0


def write_atomic(path: Path, data: bytes) -> None:
    """Write `data` to `path`, whole or not at all; missing folders are made.

    The old file stays until the new one is complete on disk, and hands on its permissions.
    A link is followed. What a run that was killed left behind is cleared away. Raises OSError,
    after clearing up, when the disk refuses.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_drafts(target)
    draft, handle = _open_draft(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if target.exists():
                draft.chmod(stat.S_IMODE(target.stat().st_mode))
            os.fsync(file.fileno())
            if sys.platform != "win32":
                # while it is open it is locked, and nobody clears it away
                draft.replace(target)
        if sys.platform == "win32":  # where an open file cannot be renamed
            draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(target.parent)


def _open_draft(target: Path) -> tuple[Path, int]:
    """Make an empty file beside the target that is locked as long as it is open."""
    while True:
        draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
        # 0o666 lets the system apply the user's own umask, which tempfile would ignore
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        if _lock(handle, wait=True) and not draft.exists():
            os.close(handle)  # cleared away before it was locked
            continue
        return draft, handle


def _clear_drafts(target: Path) -> None:
    """Remove the drafts of this file that no run is writing any more."""
    ours = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.tmp")
    for name in os.listdir(target.parent):
        if ours.fullmatch(name):
            with contextlib.suppress(OSError):
                _clear(target.with_name(name))


def _clear(draft: Path) -> None:
    if sys.platform == "win32":
        # a file that is open cannot be removed there; one that was just closed is in use too
        if time.time() - draft.stat().st_mtime > _JUST:
            draft.unlink()
        return
    handle = os.open(draft, os.O_RDONLY)
    try:
        if _lock(handle, wait=False):
            draft.unlink()
    finally:
        os.close(handle)


def _lock(handle: int, *, wait: bool) -> bool:
    """Lock an open file until it is closed; False when another holds it or it cannot be done."""
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
