"""Which formats and reports there are: the names of the files, read without importing them."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import bkl


@cache
def modules(package: str) -> tuple[str, ...]:
    """Return the names of the modules in a package of bkl, such as `printers/gap`, sorted.

    A name that people type has hyphens: `csv_en.py` is `csv-en`.
    """
    folder = Path(bkl.__file__).parent / package
    names = [name.removesuffix(".py") for name in os.listdir(folder) if name.endswith(".py")]
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))
