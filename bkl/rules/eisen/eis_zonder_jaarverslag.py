"""Wie eisen stelt aan een jaar, wil een jaarverslag zien.

Waarom: zonder jaarverslag is op geen enkele belofte geantwoord. De andere eisen gaan over dat
antwoord en zijn dan niet na te gaan.

Fout:

    alleen `data/werkplan-2026.yaml`

Goed:

    ook `data/jaarverslag-2026.yaml`
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL601", "eis_zonder_jaarverslag", "fout")
REQUIRES = ("eisen",)


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding when there is no jaarverslag to hold the demands against."""
    if case.dossier.jaarverslag is None:
        jaar = case.dossier.jaar
        yield Finding(
            KIND,
            f"{case.gevraagd.vrager} vraagt een jaarverslag over {jaar}, en dat is er niet.",
            f"Begin het met `bkl set`, of schrijf `data/jaarverslag-{jaar}.yaml`.",
            case.in_werkplan(("werkplan",)),
        )
