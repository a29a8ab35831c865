"""Waar twee mensen moeten tekenen, tekenen er twee, en niet wie het cijfer opgaf.

Waarom: vier ogen zien meer dan twee. De regel geldt alleen als `bkl.yaml` erom vraagt, met
`akkoord: {vier_ogen: ja}`. Wie het cijfer opgaf, staat bij de realisatie onder `wie`.

Fout:

    - {indicator: AD-R3.lezingen, wie: controller, datum: 01-02-2022, kenmerk: 3f5a…}

Goed:

    - {indicator: AD-R3.lezingen, wie: controller, datum: 01-02-2022, kenmerk: 3f5a…}
    - {indicator: AD-R3.lezingen, wie: directeur, datum: 03-02-2022, kenmerk: 3f5a…}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.signed import stand_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL312", "akkoord_van_een", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("akkoorden",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per indicator that only one other person agreed to."""
    if not case.vier_ogen:
        return
    makers = {id_: one.wie for id_, one in case.jaarverslag.realisaties.items()}
    stands = stand_of(case.akkoorden, makers, vier_ogen=True)
    for id_, stand in stands.items():
        if stand == "een van twee":
            yield Finding(
                KIND,
                f"{id_} heeft nog geen akkoord van twee mensen die het cijfer niet zelf opgaven.",
                f"Laat ook een ander tekenen met `bkl sign {id_}`.",
                case.in_jaarverslag(("realisaties", id_)),
            )
