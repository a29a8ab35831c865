"""Saving what was planned, and only over what the plan was made from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.workspace.write import Intussenveranderd, write_atomic
from bkl.domein.records import NamedTuple

_HELD_OPEN = (5, 32, 33)
"""Windows: access denied while another has it open, sharing violation, locked part."""


class Change(NamedTuple):
    """A file that gets other bytes; `before` is None for a file that is not there yet.

    `file` is how people know it: from the workspace.
    """

    file: str
    path: Path
    before: bytes | None
    after: bytes


def expect_unchanged(changes: Iterable[Change]) -> None:
    """Raise Intussenveranderd when a file is no longer what the plan was made from."""
    for change in changes:
        if _now(change.path) != change.before:
            raise Intussenveranderd(change.path)


def save(changes: Iterable[Change]) -> None:
    """Replace each file in one go, none of them when one was changed meanwhile.

    Raises Intussenveranderd, Gebruiksfout for a file that another program holds open, and
    OSError when the disk refuses.
    """
    changes = tuple(changes)
    expect_unchanged(changes)
    for change in changes:
        expect_unchanged((change,))
        try:
            write_atomic(change.path, change.after, change.before)
        except PermissionError as fault:
            if getattr(fault, "winerror", None) not in _HELD_OPEN:
                raise
            raise Gebruiksfout(
                f"`{change.file}` is in gebruik bij een ander programma.",
                "Sluit het bestand daar en geef de opdracht opnieuw. Het is niet veranderd.",
            ) from fault


def _now(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
