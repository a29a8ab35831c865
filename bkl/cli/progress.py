"""One line that says what is being made, for who is waiting at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from threading import Timer
from types import TracebackType
from typing import Self

PATIENCE = 1.0
"""Seconds before anyone wants to know what takes so long."""


class Progress:
    """Shows the current step on the error stream, only after a second and never in a file."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._silent = quiet or not sys.stderr.isatty()
        self._start = time.monotonic()
        self._timer: Timer | None = None
        self._shown = ""

    def of(self, rapport: str) -> Callable[[str], None]:
        """Return what tells that a format of this report is being made."""
        return lambda fmt: self.step(f"{rapport}: {fmt} maken…")

    def step(self, words: str) -> None:
        """Tell what begins now; it is shown once a second has gone by since the start."""
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
        self._cancel()
        self._show("")

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None

    def _show(self, words: str) -> None:
        """Replace the line that stands there."""
        if words or self._shown:
            blank = " " * (len(self._shown) - len(words))
            sys.stderr.write(f"\r{words}{blank}" + ("" if words else "\r"))
            sys.stderr.flush()
        self._shown = words
