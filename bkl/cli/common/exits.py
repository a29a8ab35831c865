"""The exit codes, the same for every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a script may conclude from the end of a command."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INTERRUPTED = 130
