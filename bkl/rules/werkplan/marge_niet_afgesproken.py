"""Bij een doel met `ca.` hoort een marge die vooraf is afgesproken.

Waarom: zonder afspraak is niet te zeggen wanneer `ca. 600` is gehaald. bkl leest dan 10 %
als hulpmiddel en meldt dat bij het oordeel.

Fout:

    deelnemers: ca. 600 mensen

Goed:

    afspraken:
      marge: 10%
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL104", "marge_niet_afgesproken", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per richtgetal in a plan without an agreed margin."""
    if case.dossier.werkplan.marge is not None:
        return
    for entry in case.dossier.indicatoren.values():
        if entry.doel is not None and entry.doel.soort == "richtgetal":
            yield Finding(
                KIND,
                f"Het doel van {entry.id} is `{entry.doel.tekst}`, maar het werkplan noemt geen "
                "marge. bkl rekent met 10 %.",
                "Zet de afgesproken marge in het werkplan: `afspraken:` met `marge: 10%`.",
                case.in_werkplan((*entry.pad, "doel")),
            )
