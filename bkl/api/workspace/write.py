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

from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.exchange import exchange
from bkl.api.workspace.refusal import reason

if sys.platform != "win32":
    import fcntl

_JUST = 60.0


class Intussenveranderd(Gebruiksfout):
    """The file is no longer what it was when the change to it was worked out."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"`{path.name}` is intussen veranderd; er is niets opgeslagen.",
            "Sla het bestand op in uw editor en geef de opdracht opnieuw.",
        )


def write_atomic(path: Path, data: bytes, before: bytes | None = None) -> None:
    """Write `data` to `path`, whole or not at all; missing folders are made.

    The old file stays until the new one is complete on disk, and hands on its permissions,
    owner and attributes. A link is followed. What a run that was killed left behind is cleared
    away. `before` is what stood in a file that people write themselves: with it the file must
    still hold just that, and all that it hands on must stay. Raises Intussenveranderd when it
    holds something else, Gebruiksfout for what is not ours to replace, and OSError, after
    clearing up, when the disk refuses.
    """
    target = Path(os.path.realpath(path))
    _expect_replaceable(path, target, own=before is None)
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_drafts(target)
    draft, handle = _open_draft(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if target.exists():
                _hand_on(target, draft, strict=before is not None)
            os.fsync(file.fileno())
            if sys.platform != "win32":
                # while it is open it is locked, and nobody clears it away
                _replace(draft, target, path, before)
        if sys.platform == "win32":  # where an open file cannot be renamed
            _replace(draft, target, path, before)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(target.parent)


def write_made(path: Path, data: bytes) -> None:
    """Write what bkl made to a folder that somebody chose, in one go.

    Raises Gebruiksfout when the folder cannot be written in.
    """
    try:
        write_atomic(path, data)
    except OSError as error:
        raise Gebruiksfout(
            f"In `{path.parent}` kan niet worden geschreven: {reason(error)}.",
            "Kies een andere map met `--output MAP`.",
        ) from error


def _expect_replaceable(path: Path, target: Path, *, own: bool) -> None:
    """Raise Gebruiksfout for a device, a folder, another sort of file, or one that is locked.

    `own` is a file that bkl made itself: another name for it does not hold it back.
    """
    try:
        status = target.stat()
    except FileNotFoundError:
        return
    name = f"`{path.name}`"
    if not stat.S_ISREG(status.st_mode):
        what = "een map" if stat.S_ISDIR(status.st_mode) else "geen gewoon bestand"
        raise Gebruiksfout(
            f"{name} is {what} en wordt niet vervangen.",
            "Verwijder het of geef het een andere naam, en geef de opdracht opnieuw.",
        )
    if target.suffix != path.suffix:
        raise Gebruiksfout(
            f"{name} is een koppeling naar `{target.name}`, en dat wordt niet vervangen.",
            "Verwijder de koppeling, en geef de opdracht opnieuw.",
        )
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise Gebruiksfout(
            f"{name} is alleen te lezen en wordt niet vervangen.",
            "Haal de beveiliging van het bestand, en geef de opdracht opnieuw.",
        )
    if not own and status.st_nlink > 1:
        raise Gebruiksfout(
            f"{name} heeft nog een andere naam op deze schijf (een harde koppeling), en die zou "
            "achterblijven.",
            "Verander het bestand zelf in uw editor, of maak er eerst een kopie van.",
        )


def _hand_on(target: Path, draft: Path, *, strict: bool) -> None:
    """Give the draft what the old file has besides its contents.

    `strict` refuses where that cannot be done; a report is the same with another owner.
    """
    status = target.stat()
    try:
        _hand_on_owner(status, draft)
        for name, value in _attributes(target):
            os.setxattr(draft, name, value)
    except OSError:
        if strict:
            raise Gebruiksfout(
                f"Van `{target.name}` zijn de eigenaar of de kenmerken niet te behouden.",
                "Laat de eigenaar van het bestand de opdracht geven, of verander het zelf.",
            ) from None
    draft.chmod(stat.S_IMODE(status.st_mode))


def _hand_on_owner(status: os.stat_result, draft: Path) -> None:
    now = draft.stat()
    if sys.platform != "win32" and (now.st_uid, now.st_gid) != (status.st_uid, status.st_gid):
        os.chown(draft, status.st_uid, status.st_gid)


def _attributes(path: Path) -> list[tuple[str, bytes]]:
    """Return the extended attributes of a file, where the system and the disk know them."""
    if sys.platform != "linux":
        return []
    try:
        names = os.listxattr(path)
    except OSError:
        return []
    return [(name, os.getxattr(path, name)) for name in names if not name.startswith("security.")]


def _replace(draft: Path, target: Path, path: Path, before: bytes | None) -> None:
    if before is None:
        draft.replace(target)
        return
    data = draft.read_bytes()
    if not target.exists() or target.read_bytes() != before:
        raise Intussenveranderd(path)
    if not exchange(draft, target):
        draft.replace(target)
        return
    # what was saved in the very last moment is in the draft now
    if draft.read_bytes() == before:
        draft.unlink()
        return
    if exchange(draft, target) and draft.read_bytes() != data:
        draft.replace(target)  # and that of the moment after it, which is newer
    raise Intussenveranderd(path)


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
