"""A CSV file as a grid: semicolons as in a Dutch spreadsheet, or commas or tabs."""

from __future__ import annotations

import csv
import io

from bkl.sheets.grid import Grid, Unreadable
from bkl.sheets.parts import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

_ENCODINGS = (("\xef\xbb\xbf", "utf-8-sig"), ("\xff\xfe", "utf-16"), ("\xfe\xff", "utf-16"))
"""Marks at the beginning of a file, and what they say of it."""
_DELIMITERS = (";", "\t", ",")


def read(data: bytes) -> list[Grid]:
    """Return the rows of a CSV file; raises Unreadable for what is none or is too large.

    A first line `sep=;` is for spreadsheets, which do not count it as a row.
    """
    text = _decode(data)
    if "\0" in text:
        raise Unreadable("Dit is geen CSV-bestand.", "Sla het in uw rekenblad op als CSV.")
    rows: list[list[str]] = []
    cells = 0
    try:
        delimiter = _delimiter(text)
        if text[:4].casefold() == "sep=":
            text = text.partition("\n")[2]
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for row in reader:
            rows.append(row)
            cells += len(row)
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
                raise Unreadable(
                    "Dit bestand is te groot voor een formulier.",
                    "Kopieer de rijen die u wilt inlezen naar een nieuw bestand.",
                )
    except csv.Error as fault:
        raise Unreadable(
            f"Bij regel {len(rows) + 1} klopt de opmaak van dit CSV-bestand niet.",
            "Sla het in uw rekenblad opnieuw op als CSV.",
        ) from fault
    return [Grid("", rows)]


def _decode(data: bytes) -> str:
    """Return the text: UTF-8, or what older programs of Windows write."""
    start = data[:3].decode("latin-1")
    encoding = next((name for mark, name in _ENCODINGS if start.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    """Return what stands between the cells of the first row that has any; Excel may name it."""
    for line in text.splitlines()[:50]:
        if line[:4].casefold() == "sep=":
            return line[4:5] or ";"
        counts = [line.count(sign) for sign in _DELIMITERS]
        if max(counts):
            return _DELIMITERS[counts.index(max(counts))]
    return ";"
