"""What is missing for programs."""

from __future__ import annotations

import json

from bkl.api.asking.todo import TodoResult
from bkl.printers.screen import Screen


def show(result: TodoResult, screen: Screen) -> str:
    """Return one object with a list `taken`; days as ISO dates."""
    taken = [
        {
            "id": taak.id,
            "tekst": taak.tekst,
            "doel": taak.doel,
            "wat": taak.wat,
            "vraag": taak.vraag,
            "wie": list(taak.wie),
            "uiterlijk": taak.uiterlijk.isoformat(),
            "plaats": taak.plaats,
            "opdracht": taak.opdracht,
        }
        for taak in result.taken
    ]
    whole = {
        "versie": 1,
        "jaar": result.jaar,
        "peildatum": result.peildatum.isoformat(),
        "taken": taken,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
