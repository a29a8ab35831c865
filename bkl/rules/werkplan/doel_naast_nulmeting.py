"""Een doel ligt aan de goede kant van zijn nulmeting.

Waarom: wie meer wil, kan geen doel hebben dat onder het begin ligt. Meestal zijn twee cijfers
verwisseld of klopt de richting niet. Een percentage is dan niet te berekenen.

Fout:

    doel: minimaal 4 haltes
    nulmeting: 6 haltes

Goed:

    doel: minimaal 6 haltes
    nulmeting: 4 haltes
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.getal import write_number
from bkl.rules.engine.rule import Case

KIND = Kind("BKL105", "doel_naast_nulmeting", "fout")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel that lies on the wrong side of its nulmeting."""
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is None or doel.nulmeting is None or doel.drempel is None:
            continue
        step = doel.drempel - doel.nulmeting
        if (doel.richting == "hoger" and step < 0) or (doel.richting == "lager" and step > 0):
            yield Finding(
                KIND,
                f"Het doel {write_number(doel.drempel)} van {entry.id} ligt aan de verkeerde kant "
                f"van de nulmeting {write_number(doel.nulmeting)} (richting: {doel.richting}).",
                "Controleer of de cijfers zijn verwisseld, of zet de goede `richting` erbij.",
                case.in_werkplan((*entry.pad, "doel")),
            )
