"""Filling the templates of a workspace in a child process that the system keeps in bounds."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from bkl.render.errors import Sjabloonfout
from bkl.render.jinja import bounds
from bkl.render.jinja.child import MEMORY_GONE
from bkl.render.jinja.plain import Plain, Record
from bkl.render.jinja.sources import Sources
from bkl.render.jinja.transport import TooLong, pack, receive, send

_CURE = "Laat het sjabloon minder herhalen of kortere teksten maken."
_BEGIN = "import sys; sys.path[:] = {path!r}; from {module} import main; main()"
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What of the environment a Python may need to start at all."""


def command(module: str) -> list[str]:
    """Return what starts a Python with this one's packages that runs `main` of a module of ours."""
    package = Path(__file__).resolve().parents[3]
    path = [str(package), *(one for one in sys.path if one and one != str(package))]
    return [sys.executable, "-I", "-S", "-c", _BEGIN.format(path=path, module=module)]


class Child:
    """A process that fills templates. It is started when first asked, and ends with its owner."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] | None = None

    def fill(self, name: str, context: Mapping[str, Plain]) -> str:
        """Return what a template makes of the data.

        Raises Sjabloonfout when it does not work, or takes more than it may.
        """
        return self._ask(name, {"name": name, "context": pack(Record(context))})

    def compile(self, name: str) -> None:
        """Read a template without filling it; raises Sjabloonfout when that does not work."""
        self._ask(name, {"name": name})

    def close(self) -> None:
        """End the process, if there is one."""
        if self._end is not None:
            self._end()
        self._process = self._end = None

    def _ask(self, name: str, asked: Mapping[str, object]) -> str:
        late = threading.Event()
        answer: object = None
        try:
            process = self._process or self._start()
            timer = threading.Timer(bounds.BOUNDS.wall, _stop, (process, late))
            timer.daemon = True
            timer.start()
            try:
                if process.stdin and process.stdout:
                    send(process.stdin, asked)
                    answer = receive(process.stdout, bounds.BOUNDS.answer)
            finally:
                timer.cancel()
        except TooLong:
            self.close()
            raise _too_much(name, "tekst") from None
        except BrokenPipeError:
            answer = None
        except BaseException:
            self.close()
            raise
        if isinstance(answer, dict):
            return _text_of(cast("dict[str, object]", answer))
        code = process.wait()
        self.close()
        if late.is_set():
            raise _too_much(name, "tijd")
        raise _too_much(name, "geheugen" if code == MEMORY_GONE else "tijd of geheugen")

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 - our own module, with a fixed text
            command("bkl.render.jinja.child"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
        )
        self._process = process
        self._end = weakref.finalize(self, _finish, process)
        limits = {"memory": bounds.BOUNDS.memory, "seconds": bounds.BOUNDS.seconds}
        own, shipped = dict(self._sources.own), dict(self._sources.shipped)
        if process.stdin:
            send(process.stdin, {"own": own, "shipped": shipped, "bounds": limits})
        return process


def _text_of(answer: Mapping[str, object]) -> str:
    """Return the text in an answer; raises the Sjabloonfout that it tells of."""
    fault = answer.get("fault")
    if isinstance(fault, list):
        file, line, message, cure, spent = fault
        raise Sjabloonfout(str(file), int(line), str(message), str(cure), spent=bool(spent))
    return str(answer.get("text", ""))


def _too_much(name: str, what: str) -> Sjabloonfout:
    return Sjabloonfout(name, 0, f"het sjabloon neemt te veel {what}.", _CURE, spent=True)


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _finish(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            try:
                pipe.close()
            except OSError:
                continue  # the other end has gone: there is nothing to write any more
    process.wait()
