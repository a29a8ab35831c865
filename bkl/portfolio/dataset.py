"""The folder with the dataset: what is in it, what is known of it, and how it is replaced.

`indicatoren/` holds the rows, in at most 256 parts by the name of the workspace, so that a
change touches few of them; `werkmappen.parquet` the workspaces. Each file is replaced in one
go, and what a run has judged stays in `.bkl/klaar` until it stands there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bkl import __version__
from bkl.portfolio.columns import INDICATOREN, VERSIE, WERKMAPPEN
from bkl.portfolio.doubles import GETELD
from bkl.portfolio.engine import copy_to, json_lines, listed, quoted
from bkl.portfolio.errors import Portfoliofout
from bkl.portfolio.journal import Uitkomst, clear, key_of, recall, rows_file
from bkl.portfolio.parquet import line_of
from bkl.portfolio.rows import Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ORDER = "werkmap, jaar, nummer"
_COLUMNS = [len(INDICATOREN), len(WERKMAPPEN)]
"""How many columns the tables have: a dataset with fewer is made anew."""


class Bekend(NamedTuple):
    """What is known of a workspace since it was last judged."""

    pad: str
    inhoud: str
    merk: str | None
    bewijs: Sequence[str] = ()


class Dataset:
    """A dataset in a folder, there already or not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts = folder / "indicatoren"
        self.table = folder / "werkmappen.parquet"
        self.spill = folder / ".bkl" / "tijdelijk"
        self.journal = folder / ".bkl" / "klaar"
        self._version = folder / "versie.json"
        self._known = folder / ".bkl" / "stand.json"
        self._busy = folder / ".bkl" / "bezig"

    @property
    def exists(self) -> bool:
        """Tell whether there is a dataset here."""
        return self._version.exists()

    @property
    def whole(self) -> bool:
        """Tell whether the last change was finished."""
        return not self._busy.exists()

    def prepare(self) -> str | None:
        """Make the folder ready; returns what to tell of an older dataset, which is made anew.

        Raises Portfoliofout for a folder that holds something else, or a newer dataset.
        """
        told = None
        if self.exists:
            versie = self._read_version()
            if versie > VERSIE:
                raise Portfoliofout(
                    f"De dataset in `{self.folder}` is van een nieuwere versie van bkl.",
                    "Werk bkl bij, of kies een andere map met `--dataset`.",
                )
            if versie < VERSIE or self._told_columns() != _COLUMNS:
                told = "De dataset is van een oudere versie van bkl; alles wordt opnieuw bekeken."
                self._forget()
        elif self.folder.exists() and any(self.folder.iterdir()):
            raise Portfoliofout(
                f"`{self.folder}` is geen dataset van bkl, en niet leeg.",
                "Kies een andere map met `--dataset`.",
            )
        for folder in (self.parts, self.journal, self.spill):
            folder.mkdir(parents=True, exist_ok=True)
        told_now = {"dataset": "bkl", "versie": VERSIE, "bkl": __version__, "kolommen": _COLUMNS}
        _write(self._version, _json(told_now))
        return told

    def _read_version(self) -> int:
        try:
            told = json.loads(self._version.read_bytes())
            versie = told["versie"] if told["dataset"] == "bkl" else None
        except (ValueError, TypeError, KeyError):
            versie = None
        if not isinstance(versie, int):
            raise Portfoliofout(
                f"`{self._version}` is niet van bkl.", "Kies een andere map met `--dataset`."
            )
        return versie

    def _told_columns(self) -> object:
        """Return what the dataset says of its columns, which may be added within a version."""
        return json.loads(self._version.read_bytes()).get("kolommen")

    def _forget(self) -> None:
        clear(self.journal)
        for path in (self._known, self.table, *self.parts.glob("*.parquet")):
            path.unlink(missing_ok=True)

    def known(self) -> dict[str, Bekend]:
        """Return what is known by name of the workspace; nothing where that cannot be read."""
        try:
            told = json.loads(self._known.read_bytes())
            found = {name: Bekend(*one) for name, one in told.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
        return found if self.table.exists() else {}

    def finished(self) -> dict[str, Uitkomst]:
        """Return what an earlier run had judged and could not put in the dataset."""
        return {one.werkmap: one for one in recall(self.journal)}

    def years(self, connection: DuckDBPyConnection) -> list[Row]:
        """Return the table of workspaces."""
        if not self.table.exists():
            return []
        names = [one.naam for one in WERKMAPPEN]
        query = f"SELECT {', '.join(names)} FROM read_parquet({listed([self.table])})"
        found = connection.execute(query).fetchall()
        return [dict(zip(names, row, strict=True)) for row in found]

    def replace(
        self,
        connection: DuckDBPyConnection,
        uitkomsten: Mapping[str, Uitkomst],
        jaren: Collection[Row],
        known: Mapping[str, Bekend],
        progress: Callable[[int, int], None],
    ) -> None:
        """Put what was judged in its place, and leave out what is not in `jaren` any more.

        `jaren` are the years of all workspaces. Raises OSError when the disk is full: then all
        that was judged is still kept, and the next run goes on from there.
        """
        before = self.years(connection)
        touched = {*uitkomsten, *_other_standing(before, jaren)}
        parts: dict[str, list[str]] = {}
        for name in sorted(touched):
            parts.setdefault(key_of(name)[:2], []).append(name)
        _write(self._busy, b"")
        connection.execute("SET threads = 1")  # one writer, one order, the same bytes
        uncounted = [row for row in jaren if row["stand"] != GETELD and row["jaar"] is not None]
        there = {str(row["werkmap"]) for row in jaren}
        for number, (part, names) in enumerate(sorted(parts.items()), start=1):
            fresh = [rows_file(self.journal, key_of(name)) for name in names if name in uitkomsten]
            out = [name for name in names if name in uitkomsten or name not in there]
            here = [one for one in uncounted if key_of(str(one["werkmap"]))[:2] == part]
            self._part(connection, part, fresh, out, here)
            progress(number, len(parts))
        self._finish(connection, jaren, known)

    def _part(
        self,
        connection: DuckDBPyConnection,
        part: str,
        fresh: list[Path],
        out: list[str],
        uncounted: list[Row],
    ) -> None:
        target, columns = self.parts / f"{part}.parquet", ", ".join(k.naam for k in INDICATOREN)
        pieces = []
        if target.exists():
            names = ", ".join(quoted(name) for name in out) or "NULL"
            old = f"SELECT {columns} FROM read_parquet({listed([target])})"
            pieces.append(f"{old} WHERE werkmap NOT IN ({names})" if out else old)
        if fresh:
            pieces.append(f"SELECT {columns} FROM {json_lines(fresh, INDICATOREN)}")
        if not pieces:
            return
        rows = " UNION ALL ".join(pieces)
        draft = target.with_suffix(".tmp")
        counted = _counted(uncounted)
        query = f"SELECT * REPLACE ({counted} AS geteld) FROM ({rows}) ORDER BY {_ORDER}"
        try:
            (number,) = connection.execute(copy_to(query, draft)).fetchone() or (0,)
            if number:
                _sync(draft)
                draft.replace(target)
            else:
                target.unlink(missing_ok=True)
        finally:
            draft.unlink(missing_ok=True)

    def _finish(
        self, connection: DuckDBPyConnection, jaren: Iterable[Row], known: Mapping[str, Bekend]
    ) -> None:
        lines, draft = self.spill / "werkmappen.jsonl", self.table.with_suffix(".tmp")
        try:
            with lines.open("wb") as file:
                file.writelines(map(line_of, jaren))
            rows = f"SELECT * FROM {json_lines([lines], WERKMAPPEN)} ORDER BY werkmap, jaar"
            connection.execute(copy_to(rows, draft))
            _sync(draft)
            draft.replace(self.table)
        finally:
            for path in (lines, draft):
                path.unlink(missing_ok=True)
        _write(self._known, _json({name: list(one) for name, one in sorted(known.items())}))
        clear(self.journal)
        self._busy.unlink(missing_ok=True)

    def indicators(self) -> str:
        """Return the SQL that reads every row that counts."""
        paths = sorted(self.parts.glob("*.parquet"))
        columns = ", ".join(one.naam for one in INDICATOREN)
        if not paths:
            nothing = ", ".join(f"NULL::{one.soort} AS {one.naam}" for one in INDICATOREN)
            return f"(SELECT {nothing} WHERE false)"
        return f"(SELECT {columns} FROM read_parquet({listed(paths)}) WHERE geteld)"


def _other_standing(before: Iterable[Row], now: Iterable[Row]) -> set[str]:
    """Return the workspaces of which a year is gone, is new, or stands otherwise."""

    def standing(rows: Iterable[Row]) -> set[tuple[str, object, object]]:
        return {(str(row["werkmap"]), row["jaar"], row["stand"]) for row in rows}

    return {name for name, _, _ in standing(before) ^ standing(now)}


def _counted(uncounted: Iterable[Row]) -> str:
    pairs = ", ".join(f"({quoted(str(row['werkmap']))}, {row['jaar']})" for row in uncounted)
    return f"(werkmap, jaar) NOT IN ({pairs})" if pairs else "true"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=0).encode("utf-8", "surrogatepass")


def _write(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.tmp")
    try:
        draft.write_bytes(data)
        _sync(draft)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
