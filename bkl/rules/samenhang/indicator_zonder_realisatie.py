"""Elke toezegging van het werkplan krijgt een antwoord in het jaarverslag.

Waarom: wat ontbreekt, telt als `niet gerapporteerd`. Het verdwijnt niet uit de telling, en de
lezer blijft met een vraag zitten.

Fout:

    realisaties: {}

Goed:

    realisaties:
      AD-R1:
        oordeel: gehaald
        onderbouwing: …
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL302", "indicator_zonder_realisatie", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per speerpunt, listing its indicators that nothing is reported of."""
    missing: dict[str, list[str]] = {}
    for vergelijking in case.vergelijkingen.values():
        silent = vergelijking.oordeel == "niet gerapporteerd"
        # what is there but cannot be read, is reported already
        if silent and vergelijking.entry.id not in case.onleesbaar:
            missing.setdefault(vergelijking.entry.speerpunt, []).append(vergelijking.entry.id)
    plan = case.dossier.werkplan
    own = plan.begrippen.speerpunt
    for speerpunt, ids in missing.items():
        word = own[:1].upper() + own[1:] if speerpunt in plan.speerpunten else "Onderdeel"
        yield Finding(
            KIND,
            f"{word} {speerpunt}: geen antwoord op {', '.join(ids)}.",
            "Vul een realisatie in, of zeg met `realisatie: nog niet bekend` of "
            "`realisatie: niet gemeten` waarom die er niet is.",
            case.in_jaarverslag(("realisaties",), "key"),
        )
