"""What trying out templates gave, kept: they are tried once per change.

An entry stands in the user's own cache folder, never in the workspace, under a name made from
everything that the outcome depends on: the templates, the data and bkl itself. It holds texts
and numbers only and is never carried out; one that is not exactly what is expected, or that
cannot be read or written, only costs the time of trying again.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bkl import __version__
from bkl.render.errors import Sjabloonfout
from bkl.render.jinja.folders import cache_folder

FOLDER = "sjablonen"
"""What it is called in the user's cache folder."""
MOST = 200
"""Entries that are kept; the oldest go first."""
_LARGEST = 1024 * 1024


def key_of(*parts: str | Mapping[str, str]) -> str:
    """Return the name for an outcome that depends on these texts, and on the version of bkl."""
    told = json.dumps([__version__, *parts], sort_keys=True)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def recall(key: str) -> Sequence[Sjabloonfout] | None:
    """Return what was found under a name, None when nothing (sound) is kept."""
    try:
        with (cache_folder(FOLDER) / f"{key}.json").open("rb") as file:
            data = file.read(_LARGEST + 1)
        entry = json.loads(data) if len(data) <= _LARGEST else None
    except (OSError, ValueError, RuntimeError, RecursionError):
        return None
    if not isinstance(entry, list) or not all(map(_is_fault, entry)):
        return None
    return [Sjabloonfout(*fault) for fault in entry]


def keep(key: str, faults: Iterable[Sjabloonfout]) -> None:
    """Keep an outcome; a folder that cannot be written in is no matter."""
    entry = json.dumps([[one.file, one.line, one.said, one.cure] for one in faults])
    with suppress(OSError, RuntimeError):
        folder = cache_folder(FOLDER)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = folder / f"{secrets.token_hex(8)}.tmp"
        draft.write_text(entry, encoding="utf-8")
        draft.replace(folder / f"{key}.json")
        _clear(folder)


def _clear(folder: Path) -> None:
    entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in entries[MOST:]:
        path.unlink(missing_ok=True)


def _is_fault(entry: object) -> bool:
    return (
        isinstance(entry, list)
        and [type(part) for part in entry] == [str, int, str, str]
        and entry[1] >= 0
    )
