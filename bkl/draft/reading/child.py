"""The child process in which a document is read: it gives up network, programs and time first.

The document comes in over standard input, and what goes out over standard output is plain JSON.
"""

from __future__ import annotations

import json
import sys
from typing import cast

from bkl.draft.errors import Documentfout
from bkl.draft.reading.kinds import FileKind
from bkl.draft.reading.parse import parse
from bkl.render.jinja.bounds import Holder, TimeUp, find_holder, hold_process, hold_time

MEMORY = 1536 * 1024**2
SECONDS = 60
MEMORY_GONE = 70
TIME_GONE = 71
_MOST_RECURSION = 3000
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "urllib.",
    "ftplib.",
    "webbrowser.",
)


class _WithFiles:
    """Passes bounds on, but lets the readers import what they need of themselves while reading."""

    def __init__(self, holder: Holder) -> None:
        self.holder = holder
        self.RLIMIT_AS = self._number("RLIMIT_AS")
        self.RLIMIT_FSIZE = self._number("RLIMIT_FSIZE")
        self.RLIMIT_NPROC = self._number("RLIMIT_NPROC")
        self.RLIMIT_CORE = self._number("RLIMIT_CORE")

    def _number(self, name: str) -> int | None:
        return cast("int | None", getattr(self.holder, name, None))

    def setrlimit(self, which: int, limits: tuple[int, int], /) -> None:
        """Set a bound."""
        self.holder.setrlimit(which, limits)


def main(kind: str) -> None:
    """Read the document on standard input and write its blocks, or why that does not work."""
    data = sys.stdin.buffer.read()
    holder = find_holder()
    hold_process(None if holder is None else _WithFiles(holder), MEMORY)
    hold_time(holder, SECONDS)
    sys.addaudithook(_refuse)
    sys.setrecursionlimit(_MOST_RECURSION)
    try:
        blocks = parse(data, cast("FileKind", kind))
        answer: dict[str, object] = {"blocks": blocks}
    except Documentfout as fout:
        answer = {"fault": [fout.message, fout.cure]}
    except RecursionError:
        answer = {
            "fault": ["Dit bestand is te diep genest om te lezen.", "Sla het opnieuw op in Word."]
        }
    except MemoryError:
        sys.exit(MEMORY_GONE)
    except TimeUp:
        sys.exit(TIME_GONE)
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def _refuse(event: str, args: tuple[object, ...]) -> None:
    """Refuse what no reading of a document needs: the network, another program, writing a file."""
    if event.startswith(_REFUSED):
        raise PermissionError(event)
    if (
        event == "open"
        and len(args) > 1
        and isinstance(args[1], str)
        and set(args[1]) & set("wax+")
    ):
        raise PermissionError(event)
