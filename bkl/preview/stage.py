"""The stage: what the page shows now, handed from the rounds to every open page."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import Condition

from bkl.preview.panel import panel_of
from bkl.preview.rounds import Ronde


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the page: the last good report (None before there is one) and the faults.

    `kenmerk` names the report: an open page that shows another one must be loaded anew.
    """

    report: bytes | None = None
    kenmerk: str = ""
    panel: str = ""


class Stage:
    """Keeps the last good report while faults come and go; safe between threads."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._scene = Shown()
        self._number = 0
        self._closed = False

    @property
    def scene(self) -> Shown:
        """What is shown now."""
        with self._changed:
            return self._scene

    def show(self, ronde: Ronde) -> None:
        """Show what came of a round."""
        report, kenmerk = self.scene.report, self.scene.kenmerk
        for path in ronde.paths:
            if path.suffix == ".html":
                report = Path(path).read_bytes()
                kenmerk = hashlib.sha256(report).hexdigest()[:16]
        with self._changed:
            self._scene = Shown(report, kenmerk, panel_of(ronde))
            self._number += 1
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> tuple[int, Shown] | None:
        """Wait for a state after number `seen`; None when nothing changed in that time.

        Raises EOFError once the stage is closed.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._number > seen, seconds)
            if self._closed:
                raise EOFError
            return (self._number, self._scene) if self._number > seen else None

    def close(self) -> None:
        """Let everyone who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
