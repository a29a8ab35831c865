"""What is being made and how long it took, for who is waiting at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bkl.cli.common.output import relative, screen_of
from bkl.printers.layout import pad

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0
"""Seconds before anyone wants to know what takes so long."""


def made_lines(paths: Sequence[Path], seconds: Mapping[str, float]) -> str:
    """Return a line per report that was made; on a terminal with its size and its time.

    `seconds` says how long each format took.
    """
    names = [relative(path) for path in paths]
    if not sys.stdout.isatty():
        return "".join(f"{name}\n" for name in names)
    screen, column, lines = screen_of(sys.stdout), max(map(len, names), default=0), ""
    for name, path in zip(names, paths, strict=True):
        size = f"{-(-path.stat().st_size // 1000):,} kB".replace(",", ".")
        took = f"{seconds.get(path.suffix[1:], 0):.1f} s".replace(".", ",")
        lines += f"{pad(name, column)}{screen.paint(f'{size:>10}{took:>8}', 'zacht')}\n"
    return lines


class Progress:
    """Shows on the error stream which step is made, n of m: after a second, never in a file."""

    def __init__(self, steps: int, *, quiet: bool = False) -> None:
        self._silent = quiet or not sys.stderr.isatty()
        self._steps, self._begun = steps, 0
        self._start = time.monotonic()
        self._timer: Timer | None = None
        self._bar: Bar | None = None

    def of(self, rapport: str) -> Callable[[str], None]:
        """Return what tells that a format of this report is being made."""
        return lambda fmt: self.step(f"{rapport}: {fmt} maken")

    def step(self, words: str) -> None:
        """Tell what begins now; it is shown once a second has gone by since the start."""
        self._begun += 1
        if self._silent:
            return
        self._cancel()
        waiting = PATIENCE - (time.monotonic() - self._start)
        if waiting <= 0:
            self._show(words)
            return
        self._timer = Timer(waiting, self._show, [words])
        self._timer.daemon = True
        self._timer.start()

    def count(self, done: int, whole: int, words: str) -> None:
        """Tell how many of how many are done, and what is being done."""
        self._begun, self._steps = done - 1, whole
        self.step(words)

    def rest(self) -> None:
        """Take the line away, so that something else can be written; the next step shows it."""
        self._cancel()
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def __enter__(self) -> Self:
        """Begin to wait."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the line away."""
        self.rest()

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None

    def _show(self, words: str) -> None:
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task(words, total=self._steps)
            self._bar.start()
        (task,) = self._bar.task_ids
        self._bar.update(task, description=words, completed=self._begun, total=self._steps)


def _bar() -> Bar:
    from rich.console import Console  # noqa: PLC0415 - only for who waits longer than a second
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Bar(*columns, console=Console(stderr=True), transient=True)
