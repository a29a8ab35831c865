"""Bij een percentage staat waarvan het een deel is.

Waarom: 70 % van de deelnemers is iets anders dan 70 % van de aanmeldingen. Zonder noemer is het
percentage niet na te rekenen en niet op te tellen.

Fout:

    doel: minimaal 70%

Goed:

    doel: minimaal 70% van de deelnemers

Ook goed, want de tekst zegt waarvan:

    tekst: Aanvragen die op tijd zijn afgehandeld.
    doel: minimaal 85%
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.vocabulary.eenheid import PROCENT
from bkl.domein.notatie.vocabulary.whole import names_whole
from bkl.rules.engine.rule import Case

KIND = Kind("BKL107", "percentage_zonder_noemer", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per percentage of which nothing says what the whole is."""
    for entry in case.dossier.indicatoren.values():
        doel = entry.doel
        if doel is None or doel.eenheid != PROCENT or names_whole(entry.tekst):
            continue
        if entry.indicator.definitie is None:
            yield Finding(
                KIND,
                f"Het doel van {entry.id} is `{doel.tekst}`, maar er staat niet waarvan.",
                "Zet het geheel erachter (`% van de deelnemers`), of leg het uit in `definitie:`.",
                case.in_werkplan((*entry.pad, "doel")),
            )
