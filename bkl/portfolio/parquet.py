"""Rows to a Parquet file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pydantic_core import PydanticSerializationError, to_json

from bkl.portfolio.columns import Veldsoort
from bkl.portfolio.engine import copy_to, engine, json_lines
from bkl.portfolio.rows import Row


def line_of(row: Row) -> bytes:
    """Return a row as one line of JSON in UTF-8; what is null is left out, and read as null."""
    try:
        return to_json(row, exclude_none=True) + b"\n"
    except PydanticSerializationError:  # the name of a file that is no Unicode
        known = {name: value for name, value in row.items() if value is not None}
        return json.dumps(known, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def parquet(rows: Iterable[Row], kolommen: tuple[Veldsoort, ...]) -> bytes:
    """Return the rows as a Parquet file, in the order given.

    Raises Portfoliofout when DuckDB is not installed, OSError when the disk is full.
    """
    with tempfile.TemporaryDirectory(prefix="bkl-") as folder:
        lines, made = Path(folder, "rijen.jsonl"), Path(folder, "rijen.parquet")
        with lines.open("wb") as file:
            file.writelines(map(line_of, rows))
        with engine(Path(folder)) as connection:
            connection.execute("SET threads = 1")  # one writer, one order
            connection.execute(copy_to(f"SELECT * FROM {json_lines([lines], kolommen)}", made))
        return made.read_bytes()
