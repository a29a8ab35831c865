"""Een toelichting zegt meer dan de reden.

Waarom: `capaciteit` met als uitleg `Gebrek aan capaciteit` vertelt de lezer niets. Zeg wat
er ontbrak, waardoor, en wat dat betekende.

Fout:

    reden: capaciteit
    toelichting: Gebrek aan capaciteit.

Goed:

    reden: capaciteit
    toelichting: Twee van de vijf medewerkers waren lang ziek.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case

KIND = Kind("BKL215", "toelichting_herhaalt_reden", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("reden",)

_WORD = Lazy(r"[^\W\d_]+")
_FILLERS = (
    "de het een door wegens vanwege in verband met als gevolg van was waren is er sprake gebrek "
    "aan te weinig geen niet genoeg onvoldoende meer minder dan verwacht gepland reden oorzaak dit "
    "dat wij we dus om en of ivm o a"
)
_EMPTY = frozenset(_FILLERS.split())


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per explanation that holds no word beyond the reason."""
    for id_, given in case.dossier.realisaties.items():
        told = given.realisatie
        if told.reden is None or told.toelichting is None or told.reden == "niet vermeld":
            continue
        known = set(told.reden.split())
        if all(word in _EMPTY or word in known for word in _words(told.toelichting)):
            yield Finding(
                KIND,
                f"De uitleg bij {id_} zegt alleen nog eens `{told.reden}`.",
                "Zeg in een of twee zinnen wat er gebeurde en waardoor.",
                case.in_jaarverslag((*given.pad, "toelichting")),
            )


def _words(text: str) -> Iterator[str]:
    return (found[0] for found in _WORD.finditer(text.casefold()))
