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
from fractions import Fraction

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.write import write_quantity
from bkl.domein.notatie.values.getal import write_number
from bkl.rules.engine.rule import Case

KIND = Kind("BKL110", "doel_gelijk_aan_nulmeting", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel that its nulmeting already meets, to the figure.

    An open bound (`lager dan 13%` from 13 %) lies strictly beyond: it does ask for something.
    """
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is None or doel.nulmeting is None or doel.bereik is None:
            continue
        if doel.nulmeting != doel.drempel or doel.nulmeting not in doel.bereik:
            continue
        if not doel.tekst.strip().casefold().startswith(("handhaven", "gelijk")):
            yield Finding(
                KIND,
                f"Het doel van {entry.id} is gelijk aan de nulmeting "
                f"({write_number(doel.nulmeting)}).",
                f"Controleer de cijfers, of schrijf {_kept(doel, doel.nulmeting)}.",
                case.in_werkplan((*entry.pad, "doel")),
            )


def _kept(doel: Doel, base: Fraction) -> str:
    """Return how to promise that a level is kept, with the same unit and the same better way."""
    phrase = f"`handhaven op {write_quantity(write_number(base), doel.eenheid, doel.per)}`"
    return phrase if doel.richting == "hoger" else f"{phrase} met `richting: {doel.richting}`"
