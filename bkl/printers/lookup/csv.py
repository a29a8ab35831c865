"""What stands behind a number, for a Dutch spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from bkl.portfolio.counts import Vindplek
from bkl.printers.gap.parts.records import cell
from bkl.printers.screen import Screen


def show(rows: Sequence[Vindplek], screen: Screen) -> str:
    """Return a header and a row per indicator."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(Vindplek._fields)
    for one in rows:
        writer.writerow([cell("" if part is None else str(part)) for part in one])
    return "\ufeff" + out.getvalue()
