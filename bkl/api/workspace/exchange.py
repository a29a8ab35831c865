"""Two files change places in one step, where the system can do that."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HERE = -100  # AT_FDCWD: a path is seen from the current folder
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS

Swap = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> bool:
    """Let two files take each other's names; False where that cannot be done in one step.

    Whatever another program saves meanwhile ends up in one of the two, never in neither.
    """
    swap = _find()
    return swap is not None and swap(os.fsencode(one), os.fsencode(other)) == 0


@cache
def _find() -> Swap | None:
    if sys.platform not in ("linux", "darwin"):
        return None
    import ctypes  # noqa: PLC0415 - only where a file of people is saved

    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        swap = getattr(library, "renamex_np", None)
        return None if swap is None else lambda one, other: int(swap(one, other, _EXCHANGE))
    rename = getattr(library, "renameat2", None)
    if rename is None:
        return None
    return lambda one, other: int(rename(_HERE, one, _HERE, other, _EXCHANGE))
