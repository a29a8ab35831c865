"""What is missing for a Dutch spreadsheet: semicolons, every field quoted, a byte order mark."""

from __future__ import annotations

import csv
import io

from bkl.api.asking.todo import TodoResult
from bkl.printers.gap.parts.records import cell
from bkl.printers.screen import Screen

KOLOMMEN = ("id", "tekst", "doel", "wat", "vraag", "wie", "uiterlijk", "plaats", "opdracht")


def show(result: TodoResult, screen: Screen) -> str:
    """Return a header and a row per question."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(KOLOMMEN)
    for taak in result.taken:
        when, who = f"{taak.uiterlijk:%d-%m-%Y}", ", ".join(taak.wie)
        row = (taak.id, taak.tekst, taak.doel or "", taak.wat, taak.vraag, who, when, taak.plaats)
        writer.writerow([cell(text) for text in (*row, taak.opdracht or "")])
    return "\ufeff" + out.getvalue()
