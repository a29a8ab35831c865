"""The counts for a Dutch spreadsheet: semicolons, every field quoted, a byte order mark."""

from __future__ import annotations

import csv
import io

from bkl.portfolio.counts import Overzicht
from bkl.portfolio.rollups import VERDICTS
from bkl.printers.gap.parts.records import cell
from bkl.printers.portfolio.table import name_of
from bkl.printers.screen import Screen


def show(result: Overzicht, screen: Screen) -> str:
    """Return a header and a row per group; the last is the whole."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    head = ("werkmappen", "N", "zeker gehaald", "hoogstens gehaald", *VERDICTS)
    writer.writerow((result.verdeling, *head, "ontwikkelingen", "niet van toepassing"))
    for one in (*result.groepen, result.alle):
        name = "samen" if one is result.alle else name_of(result, one.sleutel)
        counts = [one.aantallen[verdict] for verdict in VERDICTS]
        numbers = (one.werkmappen, one.n, one.gehaald, one.mogelijk, *counts)
        writer.writerow((cell(name), *numbers, one.ontwikkelingen, one.buiten))
    return "\ufeff" + out.getvalue()
