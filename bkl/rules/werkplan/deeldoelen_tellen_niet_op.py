"""De doelen per deel zijn samen het doel van het geheel.

Waarom: 40 in Noord en 30 in Zuid is 70. Staat er 100 als geheel, dan weet niemand welk van beide is
beloofd.

Fout:

    doel: 100 deelnemers
    uitsplitsing: {wijk: {doelen: {Noord: 40 deelnemers, Zuid: 30 deelnemers}}}

Goed:

    doel: 70 deelnemers
    uitsplitsing: {wijk: {doelen: {Noord: 40 deelnemers, Zuid: 30 deelnemers}}}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.vocabulary.eenheid import is_count
from bkl.rules.engine.rule import Case

KIND = Kind("BKL132", "deeldoelen_tellen_niet_op", "waarschuwing")
KEYS = ("uitsplitsing",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per dimension whose doelen are together another figure than the doel."""
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is None or doel.drempel is None or not entry.indicator.uitsplitsing:
            continue
        if not is_count(entry.eenheid):
            continue
        for naam, dimensie in entry.indicator.uitsplitsing.items():
            parts = [entry.deeldoelen.get((naam, deel)) for deel in dimensie.doelen]
            without = set(dimensie.delen).difference(dimensie.doelen)
            if dimensie.overlap or not parts or without:
                continue
            known = [
                part.drempel for part in parts if part is not None and part.drempel is not None
            ]
            total = sum(known, Fraction(0))
            if len(known) == len(parts) and total != doel.drempel:
                yield Finding(
                    KIND,
                    f"Naar {naam} zijn de doelen van {entry.id} samen {write_number(total)}; het "
                    f"doel is {write_number(doel.drempel)}.",
                    "Maak ze gelijk, of zet delen zonder doel onder `delen`.",
                    case.in_werkplan((*entry.pad, "uitsplitsing", naam), "key"),
                )
