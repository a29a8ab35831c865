"""Een werkplan dat is ingediend, verandert niet meer.

Waarom: wie doelen achteraf aanpast, kan altijd zeggen dat ze zijn gehaald. Zet bij het indienen het
kenmerk van het bestand in het jaarverslag. Wat daarna verandert, hoort in een bijstelling met een
akkoord.

Fout:

    # jaarverslag; het werkplan is daarna nog aangepast
    werkplan_hash: 3f5a0b9c1d2e

Goed:

    # bijstellingen-2021.yaml, met een ongewijzigd werkplan
    wijzigingen:
      - {indicator: BD-R4.lezingen, datum: 15-06-2021, doel: vier lezingen, reden: overmacht}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL305", "werkplan_gewijzigd", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("werkplan_hash",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the plan is not the file that was handed in."""
    told = case.jaarverslag.werkplan_hash
    if told is not None and not any(one.startswith(told) for one in case.werkplan_digests):
        yield Finding(
            KIND,
            f"Het werkplan is veranderd nadat het is ingediend: het kenmerk is nu "
            f"`{case.werkplan_digests[0][:12]}`.",
            "Zet het oude werkplan terug en schrijf de wijziging in "
            f"`bijstellingen-{case.dossier.werkplan.werkplan.in_naam}.yaml`.",
            case.in_jaarverslag(("werkplan_hash",)),
        )
