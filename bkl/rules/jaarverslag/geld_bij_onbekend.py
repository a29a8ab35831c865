"""Geld en feiten staan bij een onderdeel dat in het werkplan staat.

Waarom: een bedrag bij een code die het plan niet kent, komt in geen enkele tabel.

Fout:

    geld:
      P9: {besteed: € 455}     # het werkplan kent geen P9

Goed:

    geld:
      P1: {besteed: € 455}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Part, Route
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.geld import TOTAAL
from bkl.domein.dossier.structure.sections import sections_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL232", "geld_bij_onbekend", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("geld", "feiten")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per amount or fact at a code that the plan has not."""
    known = [code for part in sections_of(case.dossier.werkplan).values() for code in part]
    names = Names(known)
    smaller = {one.id for one in case.dossier.indicatoren.values()}
    smaller |= {f"{one.speerpunt}-{one.onderdeel}" for one in case.dossier.indicatoren.values()}
    for code, route, part in _codes(case):
        # money is of a whole speerpunt, a fact may stand with one promise
        if code not in known and not (route[0] == "feiten" and code in smaller):
            yield Finding(
                KIND,
                f"`{code}` staat niet in het werkplan.",
                names.ask(code) or f"Kies uit: {', '.join(known[:12])}.",
                case.in_jaarverslag(route, part),
            )


def _codes(case: Case) -> Iterator[tuple[str, Route, Part]]:
    for code in case.jaarverslag.geld:
        if code != TOTAAL:
            yield code, ("geld", code), "key"
    for naam, feit in case.jaarverslag.feiten.items():
        if feit.bij is not None:
            yield feit.bij, ("feiten", naam, "bij"), "value"
