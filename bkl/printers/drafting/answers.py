"""What a report says that may answer promises: a passage or more per promise."""

from __future__ import annotations

from bkl.api.drafting.answers import AnswersResult
from bkl.printers.layout import wrap
from bkl.printers.screen import Screen


def show(result: AnswersResult, screen: Screen) -> str:
    """Return the promises with the passages found, and how many have none."""
    lines = [screen.paint(f"Wat in {result.source} misschien antwoord geeft", "vet"), ""]
    without = 0
    for question in result.vragen:
        passages = result.passages[question.id]
        if not passages:
            without += 1
            continue
        doel = result.doelen[question.id]
        lines.append(screen.paint(question.id, "vet") + (f"  {doel}" if doel else ""))
        for one in passages:
            where = ", ".join(filter(None, (one.spot.told(), one.kop)))
            lines += wrap(
                f"{where}: {one.text}" if where else one.text, screen.width, "  - ", "    "
            )
        lines.append("")
    found = len(result.vragen) - without
    lines += wrap(
        f"{found} van {len(result.vragen)} open toezeggingen van {result.jaar} hebben een of meer "
        "passages. Zij komen als opmerking in het jaarverslag; u beslist wat het antwoord is.",
        screen.width,
    )
    return screen.finish("\n".join([*lines, ""]))
