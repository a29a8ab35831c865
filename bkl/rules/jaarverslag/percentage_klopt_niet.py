"""Een percentage is wat teller en noemer samen geven.

Waarom: 47 van 48 is 97,9 %. Wie daar 98 of 100 % van maakt, kan een doel lijken te halen dat net
niet is gehaald.

Fout:

    doel: 100% van de scholen   # werkplan
    realisatie: 100%
    teller: 47
    noemer: 48

Goed:

    teller: 47
    noemer: 48
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.meaning.waarde import read_waarde
from bkl.domein.notatie.values.getal import write_rounded
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.rules.engine.rule import Case

KIND = Kind("BKL218", "percentage_klopt_niet", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("teller",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per typed percentage that is not its share, or that rounding flatters."""
    for id_, given in case.dossier.realisaties.items():
        told, entry = given.realisatie, case.dossier.indicatoren.get(id_)
        if told.realisatie is None or told.teller is None:
            continue
        typed, share = _interval(told.realisatie), _interval(f"{told.teller} van {told.noemer}")
        if typed is None or share is None or share.low is None or share.within(typed):
            continue
        bereik = entry.doel.bereik if entry and entry.doel else None
        real = f"{told.teller} van {told.noemer} is {write_rounded(share.low, 2)} %"
        off = max(abs(share.low - end) for end in (typed.low, typed.high) if end is not None)
        if off >= 1:
            message = f"Bij {id_} staat `{told.realisatie}`, maar {real}."
        elif bereik is not None and typed.within(bereik) != share.within(bereik):
            message = f"Bij {id_} is het doel alleen door afronding gehaald: {real}."
        else:
            continue
        cure = "Haal `realisatie` weg: bkl rekent het percentage uit."
        yield Finding(KIND, message, cure, case.in_jaarverslag((*given.pad, "realisatie")))


def _interval(phrase: str) -> Interval | None:
    try:
        return read_waarde(phrase).interval
    except Onleesbaar:
        return None
