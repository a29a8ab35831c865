"""What a process may take, as far as the system on which it runs can hold it to that.

On Linux all of these are held. On macOS the bound on memory is accepted and not enforced, and
Windows has none of them: there the wall clock alone ends a process that goes on (not measured:
tried against a stand-in for those systems).
"""

from __future__ import annotations

import math
import signal
import sys
import time
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Protocol, cast

from bkl.domein.records import dataclass

if sys.platform != "win32":
    import resource


class Holder(Protocol):
    """What bounds a process: the module `resource`, where there is one."""

    def setrlimit(self, which: int, limits: tuple[int, int], /) -> None:
        """Set a bound; raises ValueError or OSError when the system does not hold it."""


class TimeUp(Exception):  # noqa: N818 - what it is
    """The processor time of one filling is used up."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds for filling one template.

    `memory` is in bytes, `seconds` of processor time, `wall` in seconds on the clock, and
    `answer` in bytes of text that it may hand back.
    """

    memory: int = 1024**3
    seconds: int = 30
    wall: float = 60.0
    answer: int = 32 * 1024**2


BOUNDS = Bounds()
"""A jaarverslag of 10,000 indicators took, measured once on Linux, 2 s of processor time and 200 MB
(as a page, with all its charts, 4 s and 310 MB), and its longest answer was 21 MB."""


LIFE = 300
"""Seconds of processor time after which the system itself ends a process, whatever it does.

One long call into compiled code hears no signal, and who would look at the clock may be gone.
"""


def find_holder() -> Holder | None:
    """Return what bounds a process here, None on a system without it."""
    return None if sys.platform == "win32" else cast("Holder", resource)


def hold_process(holder: Holder | None, memory: int) -> tuple[str, ...]:
    """Bound this process for good: memory, no file opened or written, no process started.

    Returns the names of the bounds that the system took.
    """
    wanted: Mapping[str, int] = {
        "RLIMIT_AS": memory,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": 0,
        "RLIMIT_NPROC": 0,
        "RLIMIT_CORE": 0,
    }
    held = []
    for name, limit in wanted.items():
        which = getattr(holder, name, None)
        if holder is None or which is None:
            continue
        try:
            holder.setrlimit(which, (limit, limit))
        except (ValueError, OSError):
            continue  # what the system does not hold, the wall clock must
        held.append(name)
    return tuple(held)


def hold_time(holder: Holder | None, seconds: int) -> bool:
    """Raise TimeUp in this process after so much processor time from now; False if it cannot."""
    which = getattr(holder, "RLIMIT_CPU", None)
    if holder is None or which is None or sys.platform == "win32":
        return False

    def end(number: int, frame: FrameType | None) -> None:
        # the signal comes back every second, and what happened must be told in peace
        holder.setrlimit(which, (LIFE, LIFE))
        raise TimeUp

    signal.signal(signal.SIGXCPU, cast("Callable[[int, FrameType | None], None]", end))
    until = math.ceil(time.process_time()) + seconds
    holder.setrlimit(which, (min(until, LIFE), LIFE))
    return True
