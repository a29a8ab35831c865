"""Onder elk antwoord staat een akkoord dat nog geldt, als dat wordt gevraagd.

Waarom: een akkoord hoort bij wat er die dag stond. Verandert daarna een cijfer of een tekst, dan
geldt het niet meer.

Fout:

    een cijfer waar niemand voor tekende

Goed:

    bkl sign AD-R1 --wie controller
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.signed import stand_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL609", "eis_zonder_akkoord", "fout")
REQUIRES = ("eisen", "jaarverslag")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per answer without a valid signature."""
    if not case.gevraagd.eisen.akkoord:
        return
    makers = {id_: one.wie for id_, one in case.jaarverslag.realisaties.items()}
    stands = stand_of(case.akkoorden, makers, vier_ogen=case.vier_ogen)
    for id_, given in case.dossier.realisaties.items():
        if id_ not in case.dossier.indicatoren or stands.get(id_) == "akkoord":
            continue
        why = (
            "is na het akkoord veranderd" if stands.get(id_) == "gewijzigd" else "mist een akkoord"
        )
        yield Finding(
            KIND,
            f"{id_} {why}; {case.gevraagd.eisen.van} vraagt dat bij elk antwoord.",
            f"Laat tekenen met `bkl sign {id_}`.",
            case.in_jaarverslag(given.pad, "key"),
        )
