"""Peildatum en vaststelling vallen binnen de gevraagde dagen.

Waarom: een stand van juni zegt niet hoe het jaar eindigde, en een verslag dat te laat komt, telt
soms niet mee.

Fout:

    peildatum: 30-06-2026

Goed:

    peildatum: 31-12-2026
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL608", "eis_te_laat", "fout")
REQUIRES = ("eisen", "jaarverslag")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a peildatum before, and for an adoption after the day that is asked."""
    eisen, verslag = case.gevraagd.eisen, case.jaarverslag
    if eisen.peildatum is not None and verslag.peildatum < eisen.peildatum:
        yield Finding(
            KIND,
            f"De stand loopt tot {_day(verslag.peildatum)}; {eisen.van} vraagt die tot en met "
            f"{_day(eisen.peildatum)}.",
            "Werk de cijfers bij en zet de nieuwe dag bij `peildatum:`.",
            case.in_jaarverslag(("peildatum",)),
        )
    adopted = verslag.ondertekening.datum
    if eisen.uiterlijk is not None and adopted is not None and adopted > eisen.uiterlijk:
        yield Finding(
            KIND,
            f"Het verslag is vastgesteld op {_day(adopted)}; {eisen.van} vraagt het uiterlijk op "
            f"{_day(eisen.uiterlijk)}.",
            f"Klopt de datum? Vraag {eisen.van} anders om uitstel.",
            case.in_jaarverslag(("ondertekening", "datum")),
        )


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
