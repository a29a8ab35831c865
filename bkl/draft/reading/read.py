"""Reading a document: plain text at once, anything that could be hostile in a bounded child."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from bkl.draft.blocks import Block, Kind, Spot
from bkl.draft.errors import Documentfout
from bkl.draft.reading.child import MEMORY_GONE
from bkl.draft.reading.kinds import FileKind, kind_of_file
from bkl.draft.reading.plain import read_plain

MOST_BYTES = 128 * 1024**2
MOST_TEXT = 8 * 1024**2
WALL = 90.0
"""Seconds on the clock that reading may take; the child itself stops after 60 of processor time."""
EXTRA = '"mammoth>=1.9" "pypdf>=6"'
"""What reading Word and pdf needs, as pip is asked for it."""
_NEEDS = {"docx": "mammoth", "pdf": "pypdf"}
_BEGIN = (
    "import sys; sys.path[:] = {path!r}; from bkl.draft.reading.child import main; main({kind!r})"
)
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def read_document(path: Path) -> list[Block]:
    """Return the blocks of a document. Raises Documentfout, or OSError when it cannot be opened."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip():
        raise Documentfout("Dit bestand is leeg.", "Geef het bestand met het plan.")
    kind = kind_of_file(head, path.suffix)
    most = MOST_TEXT if kind in ("tekst", "html") else MOST_BYTES
    if size > most:
        raise Documentfout(
            f"Dit bestand is groter dan {most // 1024**2} MB; zo veel leest bkl niet.",
            "Haal de beelden eruit, of geef alleen het deel met de toezeggingen.",
        )
    needed = _NEEDS.get(kind)
    if needed is not None and find_spec(needed) is None:
        raise Documentfout(
            f"Om een {kind} te lezen is een extra pakket nodig.",
            f"Voer uit: pip install {EXTRA}",
        )
    return read_plain(path.read_bytes()) if kind == "tekst" else _in_child(path, kind)


def _in_child(path: Path, kind: FileKind) -> list[Block]:
    package = Path(__file__).resolve().parents[3]
    where = [str(package), *(one for one in sys.path if one and one != str(package))]
    with path.open("rb") as file:
        try:
            done = subprocess.run(  # noqa: S603 - our own module, with a fixed text
                [sys.executable, "-I", "-S", "-c", _BEGIN.format(path=where, kind=kind)],
                stdin=file,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _KEPT if name in os.environ},
                timeout=WALL,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _too_much("tijd") from None
    try:
        answer = cast("dict[str, object]", json.loads(done.stdout)) if done.stdout else {}
    except ValueError:
        answer = {}
    if isinstance(fault := answer.get("fault"), list):
        raise Documentfout(str(fault[0]), str(fault[1]))
    blocks = answer.get("blocks")
    if not isinstance(blocks, list) and done.returncode == 1:
        raise Documentfout(
            "Dit document is niet te lezen: bkl loopt erop vast.",
            "Open het en sla het opnieuw op als .docx, en probeer dat bestand.",
        )
    if not isinstance(blocks, list):
        raise _too_much("geheugen" if done.returncode == MEMORY_GONE else "tijd of geheugen")
    return [_block(cast("list[object]", one)) for one in blocks]


def _block(parts: list[object]) -> Block:
    kind, text, spot, level, mark, cells, table = parts
    page, line = cast("list[int | None]", spot)
    return Block(
        cast("Kind", kind),
        str(text),
        Spot(page, line),
        cast("int", level),
        str(mark),
        tuple(cast("list[str]", cells)),
        cast("int", table),
    )


def _too_much(what: str) -> Documentfout:
    return Documentfout(
        f"Dit document neemt te veel {what} om te lezen.",
        "Haal de beelden eruit, of geef alleen het deel met de toezeggingen.",
    )
