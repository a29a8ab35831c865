"""De delen van een cijfer passen bij het geheel.

Waarom: delen die elkaar uitsluiten, zijn samen niet meer dan het geheel, en met `onbekend` erbij
ook niet minder. Klopt dat niet, dan is het cijfer fout, of een van de delen.

Fout:

    BD-R4.deelnemers:
      realisatie: 90 deelnemers
      uitsplitsing: {leeftijd: {tot 18: 50, vanaf 18: 42}}

Goed:

    BD-R4.deelnemers:
      realisatie: 92 deelnemers
      uitsplitsing: {leeftijd: {tot 18: 50, vanaf 18: 42}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.rules.engine.rule import Case

KIND = Kind("BKL235", "delen_tellen_niet_op", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("uitsplitsing",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per dimension whose parts cannot be parts of the figure."""
    for id_, given in case.dossier.realisaties.items():
        for one in given.uitsplitsing:
            if not one.past_niet or one.geheel is None or one.samen is None:
                continue
            together = "een deel is meer" if one.overlap else f"samen {_told(one.samen)}"
            if one.onder_nul:
                together = "een deel is minder dan niets"
            yield Finding(
                KIND,
                f"Naar {one.dimensie} passen de delen van {id_} niet bij het geheel: "
                f"{together}, het cijfer is {_told(one.geheel)}.",
                "Maak het cijfer of een deel goed. Kan iemand in meer delen vallen, zet dan in het "
                "werkplan `overlap: ja`.",
                case.in_jaarverslag((*given.pad, "uitsplitsing", one.dimensie), "key"),
            )


def _told(interval: Interval) -> str:
    low = write_number(interval.low) if interval.low is not None else "…"
    high = write_number(interval.high) if interval.high is not None else "…"
    return low if low == high else f"{low} tot {high}"
