"""Een doel vraagt meer dan de stand bij het begin.

Waarom: wie 6 haltes heeft en 6 belooft, belooft niets nieuws. Er is dan geen voortgang te
berekenen. Wilt u een stand vasthouden, zeg dat dan.

Fout:

    doel: minimaal 6 haltes
    nulmeting: 6 haltes

Goed:

    doel: handhaven op 6 haltes
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.getal import write_number
from bkl.rules.engine.rule import Case

KIND = Kind("BKL110", "doel_gelijk_aan_nulmeting", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel that equals its nulmeting without saying so."""
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is None or doel.nulmeting is None or doel.nulmeting != doel.drempel:
            continue
        if not doel.tekst.casefold().startswith("handhaven"):
            yield Finding(
                KIND,
                f"Het doel van {entry.id} is gelijk aan de nulmeting "
                f"({write_number(doel.nulmeting)}).",
                f"Controleer de cijfers, of schrijf `handhaven op {write_number(doel.nulmeting)}`.",
                case.in_werkplan((*entry.pad, "doel")),
            )
