"""Een deadline ligt niet voor het begin van het jaar.

Waarom: wat al klaar had moeten zijn, hoort niet in dit werkplan. Meestal is het jaartal verkeerd.

Fout:

    werkplan: 2021
    deadline: 01-07-2020

Goed:

    deadline: 01-07-2021
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL113", "deadline_voor_jaar", "fout")
KEYS = ("deadline",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per deadline in an earlier year than that of the plan."""
    jaren = case.dossier.werkplan.werkplan
    for entry in case.dossier.indicatoren.values():
        deadline = entry.indicator.deadline
        if deadline is not None and deadline < jaren.begin:
            yield Finding(
                KIND,
                f"De deadline van {entry.id} ligt in {deadline.year}, het plan gaat over {jaren}.",
                "Controleer het jaartal.",
                case.in_werkplan((*entry.pad, "deadline")),
            )
