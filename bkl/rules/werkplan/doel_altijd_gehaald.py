"""Een doel is niet al gehaald voordat er iets gebeurt.

Waarom: minimaal 0 is elk aantal. Het doel is dan altijd gehaald, hoe slecht het ook ging.

Fout:

    doel: minimaal 0 klachten

Goed:

    doel: geen klachten
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.rules.engine.rule import Case

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
    if doel.bereik is None:
        return False
    low, high = doel.bereik.low, doel.bereik.high
    if doel.richting == "hoger":
        # below nought a doel shows itself that such figures exist
        return low == 0 and not doel.bereik.low_open
    share = is_percentage(doel.eenheid)
    return doel.richting == "lager" and share and high is not None and high >= 100
