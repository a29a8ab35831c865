"""The comparison for a Dutch spreadsheet: semicolons, decimal commas, and a mark for UTF-8."""

from __future__ import annotations

import re

from bkl.api import GapResult
from bkl.printers.gap.parts.records import DAGEN, cell, is_number, table
from bkl.printers.screen import Screen

MARK = "\ufeff"
"""Without it a spreadsheet on Windows reads the letters as those of another alphabet."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_DATE_LIKE = re.compile(r"\d{1,4}([-/.:]\d{1,4}){1,2}|\d{1,4}[-/]\d{1,4}|\d+[.,:]\d+[eE]\d+")


def show(result: GapResult, screen: Screen) -> str:
    """Return a header and the rows; an empty cell means unknown, or infinite in a bound."""
    return MARK + table(result, ";", _cell)


def _cell(column: str, text: str) -> str:
    if is_number(column, text):
        return text.replace(".", ",")
    # `10-12` is a range and `4-5` no day in May; a figure such as 4.000 is one there too
    if column not in DAGEN and _DATE_LIKE.fullmatch(text) and not _THOUSANDS.fullmatch(text):
        return f"'{text}"
    return cell(text)
