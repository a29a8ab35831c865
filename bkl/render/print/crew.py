"""A crew: processes that set the pages of several reports at the same time."""

from __future__ import annotations

import os
import subprocess
import time
from base64 import b64decode
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Lock
from types import TracebackType
from typing import NamedTuple, Self, cast

from bkl.render.errors import Formaatfout
from bkl.render.jinja.process import command
from bkl.render.jinja.transport import receive, send
from bkl.render.paper import Paper
from bkl.render.print.worker import FOLDER, MOST, as_message

LARGE = 1_000_000
"""Characters of HTML from which on no other large one is set meanwhile: such a one takes about
half a gigabyte (26 pages are 200,000 and took 115 MB, measured once)."""
_TEMPORARY = ("TMPDIR", "TEMP", "TMP")


class Pressed(NamedTuple):
    """A PDF, and how many seconds it took."""

    data: bytes
    seconds: float


class Crew:
    """A number of processes, each started when it is first needed and kept until the end."""

    def __init__(self, number: int) -> None:
        # their temporary files go with it, also when they are stopped halfway
        self._folder = TemporaryDirectory(prefix="bkl-", ignore_cleanup_errors=True)
        self._workers = [_Worker(self._folder.name) for _ in range(number)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(number)
        self._large = Lock()

    def submit(self, paper: Paper) -> Future[Pressed]:
        """Return what will be the PDF.

        Its result raises Formaatfout when it cannot be made, also when its process was stopped.
        """
        return self._threads.submit(self._print, paper)

    def _print(self, paper: Paper) -> Pressed:
        if len(paper.html) < LARGE:
            return self._hand_out(paper)
        with self._large:
            return self._hand_out(paper)

    def _hand_out(self, paper: Paper) -> Pressed:
        worker = self._idle.get()
        try:
            return worker.print(paper)
        finally:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop all that is going on."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()
        self._threads.shutdown()
        self._folder.cleanup()


class _Worker:
    """One process of the crew; a new one is started when it was stopped by others."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        self._lock = Lock()

    def print(self, paper: Paper) -> Pressed:
        start = time.monotonic()
        answer: object = None
        with suppress(BrokenPipeError, ConnectionError):
            answer = self._ask(paper)
        if not isinstance(answer, dict):
            self._clear()
            raise _stopped(paper.rapport)
        told = cast("Mapping[str, object]", answer)
        if "fault" in told:
            message, cure = cast("list[str]", told["fault"])
            raise Formaatfout(message, cure)
        return Pressed(b64decode(str(told["pdf"])), time.monotonic() - start)

    def end(self) -> None:
        """Stop the process for good."""
        with self._lock:
            self._ended = True
            self._stop()

    def _ask(self, paper: Paper) -> object:
        with self._lock:
            if self._process is None and not self._ended:
                self._process = _start(self._folder)
            process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        send(process.stdin, as_message(paper))
        return receive(process.stdout, MOST)

    def _clear(self) -> None:
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):  # the other end has gone
                    pipe.close()


def _start(folder: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module, with a fixed text
        command("bkl.render.print.worker"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **dict.fromkeys((*_TEMPORARY, FOLDER), folder)},
    )


def _stopped(rapport: str) -> Formaatfout:
    return Formaatfout(
        f"De pdf van `{rapport}` is niet gemaakt: het proces dat hem opmaakt, is gestopt.",
        f"Maak hem apart: `bkl render {rapport} --format pdf`. Stopt het weer, dan is er te weinig "
        "geheugen.",
    )
