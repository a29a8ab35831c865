"""A file as grids: the reader of its extension does it, and their names are the choice."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

from bkl.sheets.grid import Grid, Unreadable

MOST_FILE = 20 * 2**20
"""Bytes that a file may have: a form of 2.000 rows has less than 300 kB."""


@cache
def reader_names() -> tuple[str, ...]:
    """Return the extensions that can be read, without importing what reads them."""
    found = pkgutil.iter_modules([str(Path(__file__).parent / "readers")])
    return tuple(sorted(info.name for info in found if not info.name.startswith("_")))


def read_grids(path: Path) -> list[Grid]:
    """Return the sheets of a workbook, or the one of a CSV file.

    Raises Unreadable, with a message and a cure in Dutch, for what cannot be read, Formaatfout
    when something must be installed, and OSError.
    """
    kind = path.suffix.casefold().removeprefix(".")
    if kind not in reader_names():
        raise Unreadable(
            f"Een bestand op `{path.suffix}` leest bkl niet in.",
            "Sla het op als Excel-werkmap (.xlsx) of als CSV.",
        )
    if path.stat().st_size > MOST_FILE:
        raise Unreadable(
            f"Dit bestand is groter dan {MOST_FILE // 2**20} MB.",
            "Kopieer de rijen die u wilt inlezen naar een nieuw formulier.",
        )
    module = importlib.import_module(f"bkl.sheets.readers.{kind}")
    read = cast("Callable[[bytes], list[Grid]]", module.read)
    return read(path.read_bytes())
