"""Bij een bandbreedte staat welke kant telt.

Waarom: is 5.500 bij een doel van 4.000-5.000 goed of te veel? Zonder `richting` telt alleen het
minimum. Bedoelt u dat beide grenzen tellen, dan moet dat er staan.

Fout:

    doel: 4.000-5.000 contactmomenten

Goed:

    doel: 4.000-5.000 contactmomenten
    richting: hoger
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL108", "bandbreedte_zonder_richting", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per range of which the plan does not say which ends count."""
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is None or doel.soort != "bandbreedte" or entry.indicator.richting is not None:
            continue
        yield Finding(
            KIND,
            f"Het doel van {entry.id} is `{doel.tekst}`; bkl rekent alleen met het minimum.",
            "Zet `richting: hoger` erbij als dat klopt, of `richting: binnen` als ook de "
            "bovengrens telt.",
            case.in_werkplan((*entry.pad, "doel")),
        )
