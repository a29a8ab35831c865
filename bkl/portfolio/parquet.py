"""Rows to a Parquet file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bkl.portfolio.columns import Veldsoort
from bkl.portfolio.engine import copy_to, engine, json_lines
from bkl.portfolio.rows import Row


def line_of(row: Row) -> str:
    """Return a row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def parquet(rows: Iterable[Row], kolommen: tuple[Veldsoort, ...]) -> bytes:
    """Return the rows as a Parquet file, in the order given.

    Raises Portfoliofout when DuckDB is not installed, OSError when the disk is full.
    """
    with tempfile.TemporaryDirectory(prefix="bkl-") as folder:
        lines, made = Path(folder, "rijen.jsonl"), Path(folder, "rijen.parquet")
        with lines.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(line_of(row) + "\n")
        with engine(Path(folder)) as connection:
            connection.execute("SET threads = 1")  # one writer, one order
            connection.execute(copy_to(f"SELECT * FROM {json_lines([lines], kolommen)}", made))
        return made.read_bytes()
