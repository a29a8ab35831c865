"""What was judged in this run, kept file by file, so that a run that was killed goes on."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bkl.portfolio.parquet import line_of
from bkl.portfolio.rows import Row

_PRESSED = 1


def key_of(werkmap: str) -> str:
    """Return the name under which a workspace is kept; its first two signs are its part."""
    return hashlib.sha256(werkmap.encode("utf-8", "surrogateescape")).hexdigest()[:40]


class Uitkomst(NamedTuple):
    """What one workspace came to.

    `inhoud` is the SHA-256 of everything that was read, `merk` tells a later run that nothing
    changed, and `jaren` are its rows in the table of workspaces. `rijen` counts the indicators.
    `bewijs` are the files that its data name, whose change is a change of it.
    """

    werkmap: str
    inhoud: str
    merk: str | None
    jaren: tuple[Row, ...]
    rijen: int
    bewijs: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name under which it is kept."""
        return key_of(self.werkmap)


def keep(folder: Path, uitkomst: Uitkomst, rows: Iterable[Row]) -> None:
    """Keep an outcome: the rows first, then that they are there. Raises OSError."""
    made = folder / f"{uitkomst.key}.jsonl.gz"
    lines = b"".join(map(line_of, rows))
    _replace(made, gzip.compress(lines, _PRESSED, mtime=0))
    told = {**uitkomst._asdict(), "bytes": made.stat().st_size}
    _replace(folder / f"{uitkomst.key}.json", json.dumps(told).encode())


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def recall(folder: Path) -> Iterator[Uitkomst]:
    """Yield the outcomes that are whole; what is not is as if it were never there."""
    for path in sorted(folder.glob("*.json")):
        found = _whole(path)
        if found is not None:
            yield found


def _whole(path: Path) -> Uitkomst | None:
    try:
        told = json.loads(path.read_bytes())
        size = rows_file(path.parent, path.stem).stat().st_size
        if not isinstance(told, dict) or told.pop("bytes") != size:
            return None
        found = Uitkomst(**told)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if found.key != path.stem:
        return None
    return found._replace(jaren=tuple(found.jaren), bewijs=tuple(found.bewijs))


def rows_file(folder: Path, key: str) -> Path:
    """Return the file with the rows of an outcome."""
    return folder / f"{key}.jsonl.gz"


def clear(folder: Path) -> None:
    """Forget everything that was kept: it stands in the dataset now."""
    for path in folder.glob("*"):
        with suppress(OSError):
            path.unlink()
