"""Een verschil waarbij geen reden staat, blijft een open vraag.

Waarom: `niet vermeld` is eerlijk, maar het beantwoordt de vraag van de lezer niet.
Vraag de projectleider naar de reden voordat het verslag de deur uit gaat.

Fout:

    reden: niet vermeld

Goed:

    reden: capaciteit
    toelichting: Twee medewerkers waren lang ziek.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL208", "reden_niet_vermeld", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("reden",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per realisatie whose reason no source gives."""
    for id_, given in case.dossier.realisaties.items():
        if given.realisatie.reden == "niet vermeld":
            yield Finding(
                KIND,
                f"Waarom {id_} anders liep, staat in geen bron.",
                "Vraag de reden na en vul een andere code en de uitleg in.",
                case.in_jaarverslag((*given.pad, "reden")),
            )
