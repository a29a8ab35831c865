"""Een realisatie hoort bij een indicator van het werkplan.

Waarom: een cijfer met een code die niet bestaat, komt nergens in het verslag terecht.

Fout:

    realisaties:
      BD-R4.lezing: 1 lezing

Goed:

    realisaties:
      BD-R4.lezingen: 1 lezing
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.domein.model.codes import Code
from bkl.rules.engine.rule import Case

KIND = Kind("BKL201", "realisatie_zonder_indicator", "fout")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per realisatie whose id is not an indicator."""
    known, reported = case.dossier.indicatoren, case.dossier.realisaties
    names = Names(known)
    within: dict[str, list[str]] = {}
    for id_ in known:
        if (code := Code.read(id_)).naam is not None:
            within.setdefault(code.onderdeel, []).append(id_)
    for id_ in reported:
        if id_ in known:
            continue
        message = f"`{id_}` is geen indicator van het werkplan."
        named = within.get(id_)
        served = case.dossier.verschijningen.get(Code.read(id_).onderdeel)
        if named:
            cure = f"Dit onderdeel heeft meer cijfers. Kies er een: {Names(named).some()}."
        elif served:
            cure = f"Dit doel staat bij {served[0].id}. Zet de realisatie daar."
        else:
            cure = names.ask(id_) or "Kies een code uit het werkplan."
        place = case.in_jaarverslag(("realisaties", id_), "key")
        meant = None if named or served else names.certain(id_)
        if meant in reported:
            cure, meant = f"Op {meant} staat al een antwoord. Haal een van de twee weg.", None
        edits = (Edit(place, id_, meant),) if meant else ()
        yield Finding(KIND, message, cure, place, edits=edits)
