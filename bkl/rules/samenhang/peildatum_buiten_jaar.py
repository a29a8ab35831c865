"""De peildatum van een jaarverslag ligt in dat jaar.

Waarom: een stand van een ander jaar zegt niets over de toezeggingen van dit jaar.

Fout:

    jaarverslag: 2021
    peildatum: 31-12-2022

Goed:

    peildatum: 31-12-2021
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.jaren import first_day, last_day
from bkl.rules.engine.rule import Case

KIND = Kind("BKL304", "peildatum_buiten_jaar", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the reference day lies outside the reported year."""
    verslag = case.jaarverslag
    jaar = verslag.jaarverslag
    if not first_day(jaar) <= verslag.peildatum <= last_day(jaar):
        yield Finding(
            KIND,
            f"De peildatum ligt in {verslag.peildatum.year}, het verslag gaat over {jaar}.",
            f"Kies een dag in {jaar}, meestal {last_day(jaar):%d-%m-%Y}.",
            case.in_jaarverslag(("peildatum",)),
        )
