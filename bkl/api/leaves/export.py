"""`export`: the indicators of a workspace as a table that other programs read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bkl.api.errors import Gebruiksfout
from bkl.api.leaves.yearly import rows_of_year
from bkl.api.workspace.write import write_atomic
from bkl.api.workspace.year import choose, choose_all, read_year, workspace_of
from bkl.portfolio.columns import INDICATOREN
from bkl.portfolio.errors import Portfoliofout
from bkl.portfolio.parquet import parquet
from bkl.portfolio.rows import Row


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was saved: the file, how many rows, and how many faults reading found."""

    path: Path
    rijen: int
    fouten: int


def export(
    folder: Path | None = None,
    *,
    jaar: int | None = None,
    every: bool = False,
    output: Path | None = None,
) -> ExportResult:
    """Save one row per indicator and year as Parquet: the newest year, one year, or every year.

    The file is `output`, else `reports/indicatoren-<jaar>.parquet`. Raises Gebruiksfout when
    there is no such year or DuckDB is not installed, Onbruikbaar for a year that cannot be read.
    """
    workspace = workspace_of(folder)
    rows: list[Row] = []
    fouten = 0
    chosen = choose_all(workspace) if every else [choose(workspace, jaar)]
    for jaargang in chosen:
        year = read_year(jaargang, workspace)
        rows += rows_of_year(year, workspace.name, {})
        fouten += year.fouten
    name = "indicatoren" if every else f"indicatoren-{rows[0]['jaar'] if rows else jaar}"
    path = output or workspace / "reports" / f"{name}.parquet"
    try:
        data = parquet(rows, INDICATOREN)
    except Portfoliofout as fout:
        raise Gebruiksfout(fout.message, fout.cure) from fout
    write_atomic(path, data)
    return ExportResult(path, len(rows), fouten)
