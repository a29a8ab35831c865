"""De tekst van een belofte noemt hetzelfde aantal als het doel.

Waarom: staat er `vier scholen` in de zin en `drie scholen` als doel, dan weet niemand wat er is
beloofd.

Fout:

    tekst: Op vier scholen is het programma gegeven.
    doel: drie scholen

Goed:

    tekst: Op scholen is het programma gegeven.
    doel: drie scholen
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.notatie.vocabulary.eenheid import same_unit
from bkl.rules.engine.rule import Case
from bkl.rules.looking.figures import fits_doel
from bkl.rules.looking.texts import numbers

KIND = Kind("BKL118", "tekst_spreekt_doel_tegen", "waarschuwing")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per text that names another figure in the unit of its doel."""
    for entry in case.dossier.indicatoren.values():
        text, unit = entry.indicator.tekst, entry.eenheid
        if text and unit and entry.doel:
            yield from _contradictions(case, entry, text, unit)


def _contradictions(
    case: Case, entry: IndicatorEntry, text: str, eenheid: str
) -> Iterator[Finding]:
    for number in numbers(text, case.dossier.jaar):
        for unit, end in number.units:
            if same_unit(unit, eenheid) and not fits_doel(number.interval, entry):
                words = " ".join(text[number.start : end].split())
                promised = Related(case.in_werkplan((*entry.pad, "doel")), "hier staat het doel")
                yield Finding(
                    KIND,
                    f"De tekst van {entry.id} noemt `{words}`, het doel is "
                    f"`{entry.indicator.doel}`.",
                    "Haal het aantal uit de tekst, of maak het gelijk aan het doel.",
                    case.in_werkplan((*entry.pad, "tekst"), span=(number.start, end)),
                    related=(promised,),
                )
                break
