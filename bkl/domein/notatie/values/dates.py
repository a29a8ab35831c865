"""Dates as they are written in Dutch: `31-12-2021`, `31 december 2021`."""

from __future__ import annotations

import re
from datetime import date

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAAND = "|".join(MAANDEN)
"""A month, for use within a pattern."""
_DATUM = rf"(\d{{1,2}})-(\d{{1,2}})-(\d{{4}})|(\d{{1,2}}) ({MAAND}) (\d{{4}})"


def read_date(tekst: str) -> date | None:
    """Return the date that is written, None for any other text.

    Raises ValueError for a day that does not exist, such as 31-02-2021.
    """
    found = re.fullmatch(_DATUM, tekst)
    if found is None:
        return None
    if found[1]:
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date(int(found[6]), MAANDEN.index(found[5]) + 1, int(found[4]))
