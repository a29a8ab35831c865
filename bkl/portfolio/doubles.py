"""What counts once: two workspaces that tell of one plan of one organisation."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.portfolio.rows import Row

GETELD, ONBRUIKBAAR, DUBBEL, BOTST = "geteld", "onbruikbaar", "dubbel", "botst"
"""How a year of a workspace stands: counted, unreadable, the same as another, another version."""


def settle(jaren: Iterable[Row]) -> list[Row]:
    """Return the years of all workspaces, each with how it stands.

    One plan is known by organisation, title and year. Of several with the same data the first
    counts; of several with other data none does, since nobody knows which is right.
    """
    ordered = sorted(jaren, key=lambda row: (str(row["werkmap"]), str(row["jaar"] or "")))
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in ordered:
        if row["stand"] == GETELD:
            parts = (row["organisatie"], row["titel"], row["jaar"])
            key = tuple(" ".join(str(part or "").split()).casefold() for part in parts)
            groups.setdefault((key[0], key[1], key[2]), []).append(row)
    changed: dict[tuple[object, object], Row] = {}
    for rows in groups.values():
        for row in _judged(rows):
            changed[row["werkmap"], row["jaar"]] = row
    return [changed.get((row["werkmap"], row["jaar"]), row) for row in ordered]


def _judged(rows: list[Row]) -> Iterable[Row]:
    if len(rows) == 1:
        return
    if len({row["kenmerk"] for row in rows}) == 1:
        for row in rows[1:]:
            told = f"Zelfde gegevens als in `{rows[0]['werkmap']}`; die tellen één keer."
            yield {**row, "stand": DUBBEL, "melding": told, "plaats": None}
        return
    for row in rows:
        others = [f"`{one['werkmap']}`" for one in rows if one is not row]
        told = (
            f"Ook in {' en '.join(others[:3])} staat dit plan, met andere gegevens. Geen van alle "
            "telt mee: laat er één over."
        )
        yield {**row, "stand": BOTST, "melding": told, "plaats": None}
