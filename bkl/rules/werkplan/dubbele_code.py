"""Elke code wijst één speerpunt of onderdeel aan.

Waarom: een realisatie verwijst naar `BD-R4`. Staat die code op twee plaatsen, dan is niet te
zeggen bij welke toezegging het cijfer hoort.

Fout:

    resultaten: {R1: …}
    activiteiten: {R1: …}

Goed:

    resultaten: {R1: …}
    activiteiten: {A1: …}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.dossier.structure.sections import sections_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL102", "dubbele_code", "fout")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for the second use of a code of a speerpunt or onderdeel."""
    first: dict[str, str] = {}
    for sectie, speerpunten in sections_of(case.dossier.werkplan).items():
        for sleutel, speerpunt in speerpunten.items():
            if sleutel in first:
                yield _finding(case, sleutel, (sectie, sleutel), (first[sleutel], sleutel))
            first.setdefault(sleutel, sectie)
            for naam in speerpunt.activiteiten:
                if naam in speerpunt.resultaten:
                    yield _finding(
                        case,
                        f"{sleutel}-{naam}",
                        (sectie, sleutel, "activiteiten", naam),
                        (sectie, sleutel, "resultaten", naam),
                    )


def _finding(case: Case, code: str, second: tuple[str, ...], first: tuple[str, ...]) -> Finding:
    earlier = Related(case.in_werkplan(first, "key"), "hier eerder gebruikt")
    return Finding(
        KIND,
        f"De code `{code}` staat twee keer in het werkplan.",
        "Geef een van de twee een andere code.",
        case.in_werkplan(second, "key"),
        related=(earlier,),
    )
