"""The templates that there are: read whole, once, and handed on as text.

Nothing later opens a template file, so that what fills templates needs no files at all. What
stands in a workspace's `templates/` and cannot be read as a template is told, never passed over
in favour of ours.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from bkl.domein.records import dataclass
from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.folders import own_folder, shipped_folder

LARGEST = 1024 * 1024
"""Bytes of one template; ours are thirty times smaller."""
MOST = 500
"""Files in one folder of templates."""
_KINDS = (".j2", ".css")
_CURE = "Zet er een gewoon tekstbestand neer, of haal weg wat er staat."
_ODD = (
    (stat.S_ISDIR, "dit is een map en geen bestand"),
    (stat.S_ISFIFO, "dit is een wachtrij (fifo) en geen bestand"),
    (stat.S_ISSOCK, "dit is een verbinding (socket) en geen bestand"),
    (stat.S_ISCHR, "dit is een apparaat en geen bestand"),
    (stat.S_ISBLK, "dit is een apparaat en geen bestand"),
)


@dataclass(frozen=True, slots=True)
class Sources:
    """Template texts by name. `faults` are those of the workspace that cannot be read."""

    own: Mapping[str, str] = field(default_factory=dict)
    shipped: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Sjabloonfout, ...] = ()


def read_sources(workspace: Path | None = None) -> Sources:
    """Return the templates of a workspace and those of bkl; reads nothing but regular files."""
    shipped = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(shipped_folder().iterdir())
        if path.suffix in _KINDS
    }
    own: dict[str, str] = {}
    faults: list[Sjabloonfout] = []
    for path, name, fault in _walk(workspace):
        read = fault or _read(path, name)
        if isinstance(read, str):
            own[name] = read
        else:
            faults.append(read)
    return Sources(own, shipped, tuple(faults))


def _walk(workspace: Path | None) -> Iterator[tuple[Path, str, Sjabloonfout | None]]:
    """Yield every template in a workspace with its name, or with what is wrong with it."""
    found = own_folder(workspace)
    if found is None:
        return
    if not found.is_dir():
        message = f"`{found.name}` is geen map die te lezen is."
        cure = "Maak er een gewone map van, of haal haar weg."
        yield found, "", Sjabloonfout("", 0, message, cure)
        return
    folder = found.resolve()
    unread: list[OSError] = []
    count = 0
    for place, folders, files in os.walk(folder, onerror=unread.append):
        folders.sort()
        for file in sorted([*files, *(one for one in folders if one.endswith(_KINDS))]):
            path = Path(place, file)
            if not file.endswith(_KINDS):
                continue
            count += 1
            name = path.relative_to(folder).as_posix()
            if count > MOST:
                message = f"de map met sjablonen heeft meer dan {MOST} bestanden."
                yield path, name, Sjabloonfout(name, 0, message, "Houd alleen over wat u gebruikt.")
                return
            outside = not Path(os.path.realpath(path)).is_relative_to(folder)
            yield path, name, _leads_out(name) if outside else None
    for error in unread:
        name = Path(error.filename).relative_to(folder).as_posix() if error.filename else ""
        yield (
            folder,
            name,
            Sjabloonfout(name, 0, f"deze map is niet te lezen ({error.strerror}).", _CURE),
        )


def _leads_out(name: str) -> Sjabloonfout:
    message = "deze verwijzing leidt naar een plaats buiten de map met sjablonen."
    return Sjabloonfout(name, 0, message, _CURE)


def _read(path: Path, name: str) -> str | Sjabloonfout:
    """Return the text of a template; a fifo or device is never opened, as it may never end."""
    try:
        mode = path.stat().st_mode
        for is_odd, message in _ODD:
            if is_odd(mode):
                return Sjabloonfout(name, 0, f"{message}.", _CURE)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Sjabloonfout(name, 0, "deze verwijzing leidt nergens heen.", _CURE)
    except OSError as error:
        return Sjabloonfout(name, 0, f"dit bestand is niet te lezen ({error.strerror}).", _CURE)
    if len(data) > LARGEST:
        message = f"dit bestand is groter dan {LARGEST // 1024} kB; zo veel leest bkl niet."
        return Sjabloonfout(name, 0, message, "Verdeel het over meer sjablonen.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = "dit bestand is niet opgeslagen als UTF-8."
        return Sjabloonfout(name, line, message, "Sla het op als tekst in UTF-8.")
