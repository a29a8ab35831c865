"""DuckDB, the one engine that writes and reads the dataset; it computes nothing of a verdict."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bkl.portfolio.columns import Veldsoort, definition
from bkl.portfolio.errors import Portfoliofout

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EXTRA = 'Voer dit uit: pip install "duckdb>=1.4"'
GROUP = 122_880
"""Rows in a group of a Parquet file: fixed, so that the same rows always give the same bytes."""


@contextmanager
def engine(spill: Path) -> Iterator[DuckDBPyConnection]:
    """Open an engine in memory, which puts what does not fit in the folder `spill`.

    It loads nothing from the network. Raises Portfoliofout when it is not installed, and
    OSError when the disk is full.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise Portfoliofout("Hiervoor ontbreekt het onderdeel `duckdb`.", EXTRA) from error
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "temp_directory": str(spill),
    }
    connection = duckdb.connect(config=config)
    try:
        yield connection
    except duckdb.IOException as error:
        raise _disk_fault(error) from error
    finally:
        connection.close()


def _disk_fault(error: Exception) -> OSError:
    """Return what the system said, which DuckDB tells in words only."""
    told = str(error)
    for code in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EACCES, errno.EROFS):
        if os.strerror(code) in told:
            return OSError(code, told)
    return OSError(errno.EIO, told)


def quoted(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def listed(paths: Iterable[Path]) -> str:
    """Return paths as a list in SQL; no sign in a name is taken for a pattern."""
    return "[" + ", ".join(quoted(_plain(path)) for path in paths) + "]"


def _plain(path: Path) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path))


def json_lines(paths: Sequence[Path], kolommen: tuple[Veldsoort, ...]) -> str:
    """Return the SQL that reads rows from files with a JSON object per line."""
    return (
        f"read_json({listed(paths)}, format='newline_delimited', columns={definition(kolommen)}, "
        "maximum_object_size=67108864)"
    )


def copy_to(query: str, target: Path) -> str:
    """Return the SQL that saves a query as Parquet."""
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GROUP}"
    return f"COPY ({query}) TO {quoted(str(target))} ({options})"
