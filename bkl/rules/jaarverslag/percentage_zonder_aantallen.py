"""Bij een percentage staan de aantallen waaruit het komt.

Waarom: 70 % van zeven mensen is iets anders dan 70 % van zevenhonderd: bij zeven mensen is één
mens al 14 procentpunt. Zonder aantallen is het ook niet op te tellen.

Fout:

    realisatie: 65%

Goed:

    realisatie: 31 van de 48 trajecten

Zegt de tekst van de indicator zelf al waarvan ("Aanvragen die op tijd zijn afgehandeld"), dan
vraagt bkl er niet naar.
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.domein.notatie.vocabulary.whole import names_whole
from bkl.rules.engine.rule import Case

KIND = Kind("BKL219", "percentage_zonder_aantallen", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per own percentage whose part and whole are not given."""
    for id_, given in case.dossier.realisaties.items():
        entry, waarde = case.dossier.indicatoren.get(id_), given.waarde
        if entry is None or waarde is None or waarde.noemer:
            continue
        # figures of others (a share of the population) come without the numbers behind them
        other = entry.is_ontwikkeling or (entry.doel and entry.doel.nulmeting is not None)
        if is_percentage(waarde.eenheid) and not (other or names_whole(entry.tekst)):
            yield Finding(
                KIND,
                f"Bij {id_} staat `{waarde.tekst}`, maar niet van hoeveel.",
                "Schrijf de aantallen, zoals `31 van 48`, of geef `teller:` en `noemer:` op.",
                case.in_jaarverslag((*given.pad, "realisatie")),
            )
