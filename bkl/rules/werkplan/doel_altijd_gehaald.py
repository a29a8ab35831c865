"""Een doel is niet al gehaald voordat er iets gebeurt.

Waarom: `0 klachten` leest bkl als minimaal 0, en dat is elk aantal. Het doel is dan altijd
gehaald, hoe slecht het ook ging.

Fout:

    doel: 0 klachten

Goed:

    doel: geen klachten
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.doel import Doel
from bkl.domein.eenheid import is_percentage
from bkl.rules._rule import Case

KIND = Kind("BKL112", "doel_altijd_gehaald", "fout")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel that every possible figure meets."""
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is not None and doel.nulmeting is None and _takes_all(doel):
            cure = "Schrijf `geen …` of `maximaal …` als minder beter is."
            if doel.richting == "lager":
                cure = "Kies een grens onder de 100%, of draai de richting om."
            yield Finding(
                KIND,
                f"Het doel van {entry.id} (`{doel.tekst}`) is met elk cijfer gehaald.",
                cure,
                case.in_werkplan((*entry.pad, "doel")),
            )


def _takes_all(doel: Doel) -> bool:
    if doel.bereik is None or doel.soort == "gereed":
        return False
    low, high = doel.bereik.low, doel.bereik.high
    if doel.richting == "hoger":
        return low is not None and (low < 0 or (low == 0 and not doel.bereik.low_open))
    return doel.richting == "lager" and high is not None and high >= 100 and _is_share(doel)


def _is_share(doel: Doel) -> bool:
    return is_percentage(doel.eenheid) and doel.per is None
