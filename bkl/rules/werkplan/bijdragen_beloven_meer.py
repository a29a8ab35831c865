"""Wat bijdraagt, belooft samen niet meer dan het geheel.

Waarom: bij cijfers die mogen worden opgeteld (`optellen: ja`) is wat bijdraagt een deel van het
geheel. Beloven de delen samen meer, dan klopt een van de doelen niet, of het ene is geen deel van
het andere.

Fout:

    1-R1: {doel: 100 deelnemers, optellen: ja}
    1.1-A1: {doel: 70 deelnemers, optellen: ja, draagt_bij_aan: 1-R1}
    1.2-A1: {doel: 50 deelnemers, optellen: ja, draagt_bij_aan: 1-R1}

Goed:

    1-R1: {doel: 120 deelnemers, optellen: ja}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.rules.engine.rule import Case
from bkl.rules.looking.contributions import wholes

KIND = Kind("BKL135", "bijdragen_beloven_meer", "waarschuwing")
KEYS = ("draagt_bij_aan",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per doel that is less than what contributes to it promises."""
    for whole, parts in wholes(case):
        top = _least(whole)
        known = [(part, least) for part in parts if (least := _least(part)) is not None]
        together = sum((least for _, least in known), Fraction(0))
        if top is None or together <= top:
            continue
        unit = whole.eenheid or ""
        yield Finding(
            KIND,
            f"{whole.id} belooft {write_number(top)} {unit}, maar wat eraan bijdraagt belooft "
            f"samen {write_number(together)}: {', '.join(part.id for part, _ in known)}.",
            "Maak een van de doelen goed, of haal `draagt_bij_aan` weg.",
            case.in_werkplan((*whole.pad, "doel")),
            related=tuple(
                Related(case.in_werkplan((*part.pad, "doel")), "draagt bij") for part, _ in known
            ),
        )


def _least(entry: IndicatorEntry) -> Fraction | None:
    """Return what a doel promises at least; None for one that is no number of things."""
    doel = entry.doel
    if doel is None or doel.soort != "minimum" or doel.per is not None:
        return None
    return None if is_percentage(entry.eenheid or "") else doel.drempel
