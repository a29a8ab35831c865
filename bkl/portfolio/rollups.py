"""Counting the dataset with SQL: sums and counts of what the leaves said, and never a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.woorden import OORDELEN
from bkl.portfolio.counts import (
    Overzicht,
    Telcel,
    Tellingen,
    Totaal,
    Verdeling,
    Vindplek,
    Werkmapjaar,
)
from bkl.portfolio.dataset import Dataset
from bkl.portfolio.doubles import GETELD
from bkl.portfolio.engine import listed, quoted
from bkl.portfolio.errors import Portfoliofout

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

VERDICTS = tuple(one for one in OORDELEN if one != "niet van toepassing")
"""The verdicts that count in N."""
_TOTALS = """
SELECT definitie, opteleenheid, optelling, jaar,
  CASE WHEN count(*) = count(bijdrage_min) THEN
    CASE optelling WHEN 'uniek' THEN max(bijdrage_min) ELSE sum(bijdrage_min) END END,
  optelling = 'som' AND bool_or(bijdrage_min_open),
  CASE WHEN count(*) = count(bijdrage_max) THEN sum(bijdrage_max) END,
  sum(belofte), count(*) - count(belofte), count(*),
  count(*) FILTER (WHERE NOT bijdrage_bekend), count(DISTINCT organisatie)
FROM {rows} WHERE optelling IS NOT NULL AND {where}
GROUP BY definitie, opteleenheid, optelling, jaar ORDER BY definitie, jaar, opteleenheid, optelling
"""
KEYS: Mapping[str, str] = {
    "werkmap": "werkmap",
    "organisatie": "organisatie",
    "thema": "thema",
    "programma": "programma",
    "financier": "financier",
    "jaar": "CAST(jaar AS VARCHAR)",
    "definitie": "definitie",
    "oordeel": "oordeel",
}
"""By what indicators can be looked up, as SQL."""


def overview(
    connection: DuckDBPyConnection,
    dataset: Dataset,
    verdeling: Verdeling,
    jaar: int | None,
    *,
    cells: bool = False,
) -> Overzicht:
    """Count a dataset, of one year or of all; with `cells` also for a page with filters."""
    rows = dataset.indicators()
    where = "true" if jaar is None else f"jaar = {jaar}"
    (alle,) = count(connection, rows, where, "NULL") or (_NONE,)
    years = _years(connection, dataset, where)
    asked = [one for one in years if one.eisen is not None]
    return Overzicht(
        str(dataset.folder),
        verdeling,
        alle,
        tuple(count(connection, rows, where, KEYS[verdeling])),
        tuple(Totaal(*row) for row in connection.execute(_totals(rows, where)).fetchall()),
        _standing(years),
        tuple(sorted(filter(_needs_a_look, years), key=_urgency)),
        (len(asked), sum(not one.eisen for one in asked)) if asked else None,
        tuple(_cells(connection, rows, where)) if cells else (),
    )


def _needs_a_look(one: Werkmapjaar) -> bool:
    return one.stand != GETELD or bool(one.fouten or one.eisen)


def _urgency(one: Werkmapjaar) -> tuple[bool, int, int, str, int]:
    """Put what does not count first, then most demands and most faults."""
    counted = one.stand == GETELD
    return counted, -(one.eisen or 0), -one.fouten, one.werkmap, one.jaar or 0


_NONE = Tellingen(None, 0, dict.fromkeys(VERDICTS, 0), 0, 0, 0, 0)


def count(connection: DuckDBPyConnection, rows: str, where: str, key: str) -> list[Tellingen]:
    """Return the counts per key, in the order of the keys, those without one last."""
    query = f"""
        SELECT {key} AS sleutel, count(DISTINCT werkmap), count(*) FILTER (WHERE gehaald),
          count(*) FILTER (WHERE mogelijk),
          count(*) FILTER (WHERE ontwikkeling AND oordeel <> 'niet van toepassing'),
          count(*) FILTER (WHERE oordeel = 'niet van toepassing'), {_each()}
        FROM {rows} WHERE {where} GROUP BY ALL ORDER BY sleutel NULLS LAST
    """
    found = []
    for sleutel, folders, sure, maybe, society, outside, *counts in connection.execute(
        query
    ).fetchall():
        told = dict(zip(VERDICTS, counts, strict=True))
        found.append(Tellingen(sleutel, folders, told, sure, maybe, society, outside))
    return found


def _cells(connection: DuckDBPyConnection, rows: str, where: str) -> Iterator[Telcel]:
    keys = "organisatie, jaar, thema, financier"
    query = f"""
        SELECT {keys}, {_each()}, count(*) FILTER (WHERE gehaald),
          count(*) FILTER (WHERE mogelijk)
        FROM {rows} WHERE {where} GROUP BY {keys} ORDER BY ALL
    """
    for name, year, thema, funder, *counts, sure, maybe in connection.execute(query).fetchall():
        told = dict(zip(VERDICTS, counts, strict=True))
        yield Telcel(name, year, thema, funder, told, sure, maybe)


def _each() -> str:
    return ", ".join(
        f"count(*) FILTER (WHERE telt AND oordeel = {quoted(one)})" for one in VERDICTS
    )


def _totals(rows: str, where: str) -> str:
    return _TOTALS.format(rows=rows, where=where)


def _years(connection: DuckDBPyConnection, dataset: Dataset, where: str) -> tuple[Werkmapjaar, ...]:
    columns = ", ".join(Werkmapjaar._fields)
    query = (
        f"SELECT {columns} FROM read_parquet({listed([dataset.table])}) "
        f"WHERE jaar IS NULL OR {where} ORDER BY werkmap, jaar"
    )
    return tuple(Werkmapjaar(*row) for row in connection.execute(query).fetchall())


def _standing(years: tuple[Werkmapjaar, ...]) -> dict[str, int]:
    """Return how many workspaces there are, and how many years stand in which way."""
    found = {"werkmappen": len({one.werkmap for one in years})}
    for one in years:
        found[one.stand] = found.get(one.stand, 0) + 1
    return found


def look_up(
    connection: DuckDBPyConnection, dataset: Dataset, asked: Mapping[str, str | None]
) -> list[Vindplek]:
    """Return the indicators with these keys, each with the lines that it rests on.

    None asks for those that have no such key. What counts in N comes with `oordeel`.
    """
    wanted = ["true"]
    for key, value in asked.items():
        sql = KEYS[key]
        wanted.append(f"{sql} IS NULL" if value is None else f"{sql} = {quoted(value)}")
    query = f"""
        SELECT organisatie, jaar, id, indicator, doel, realisatie, oordeel,
          werkmap || '/' || coalesce(verslag_bestand || ':' || verslag_regel,
                                     plan_bestand || ':' || plan_regel),
          werkmap || '/' || plan_bestand || ':' || plan_regel
        FROM {dataset.indicators()} WHERE {" AND ".join(wanted)} ORDER BY werkmap, jaar, nummer
    """
    return [Vindplek(*row) for row in connection.execute(query).fetchall()]


def meant(connection: DuckDBPyConnection, dataset: Dataset, key: str, value: str) -> str:
    """Return a value as the dataset writes it, in whatever case it was asked for.

    Raises Portfoliofout when nothing has that value.
    """
    query = f"SELECT DISTINCT {KEYS[key]} AS w FROM {dataset.indicators()} WHERE w IS NOT NULL"
    known = sorted(str(row[0]) for row in connection.execute(query).fetchall())
    folded = {one.casefold(): one for one in known}
    low = value.casefold()
    found = folded.get(low) or folded.get(low.replace("-", " "))
    if found is None:
        some = f"Er is: {', '.join(known[:12])}." if known else "Er is er geen."
        raise Portfoliofout(f"Er is geen {key} `{value}`.", did_you_mean(value, known) or some)
    return found
