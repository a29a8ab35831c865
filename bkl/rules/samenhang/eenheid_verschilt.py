"""Doel en realisatie tellen hetzelfde.

Waarom: lezingen zijn geen bezoekers en werkdagen zijn geen kalenderdagen. Verschilt de eenheid,
dan is er niets te vergelijken.

Fout:

    doel: zes lezingen          # werkplan
    realisatie: 80 bezoekers    # jaarverslag

Goed:

    realisatie: 1 lezing
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Route
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.recall import compared
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.vocabulary.eenheid import is_percentage, same_unit
from bkl.domein.notatie.vocabulary.rates import rate_of
from bkl.rules.engine.rule import Case
from bkl.rules.looking.told import told_figures

KIND = Kind("BKL301", "eenheid_verschilt", "fout")
REQUIRES = ("jaarverslag",)
_USUAL = (
    "Gebruik de eenheid van het doel. Telt dit cijfer echt iets anders, zet het dan onder "
    "`verwant:` of leg het uit met `andere_definitie:`."
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure that does not compare with its doel."""
    for entry, route, waarde in told_figures(case):
        doel = entry.doel
        if doel is None or doel.bereik is None:
            continue
        found = compared(doel, waarde)
        if found.interval is None and found.reden is not None:
            message = _message(entry.id, doel, waarde, found.reden)
            yield _finding(case, entry, route, message, _cure(doel, waarde))


def _message(id_: str, doel: Doel, waarde: Waarde, reden: str) -> str:
    mine, other = doel.eenheid, waarde.eenheid
    units_differ = mine and other and waarde.per == doel.per and waarde.teller is None
    if units_differ and not (is_percentage(mine) and is_percentage(other)):
        return f"De realisatie van {id_} telt `{other}`, het doel telt `{mine}`."
    return f"De realisatie van {id_} is niet met het doel te vergelijken. {reden}"


def _cure(doel: Doel, waarde: Waarde) -> str:
    maat = rate_of(doel.eenheid)
    if maat is None or waarde.eenheid is None or not same_unit(waarde.eenheid, maat.geteld):
        return _USUAL
    each = "elke" if maat.soort in ("week", "maand") else "elk"
    return (
        f"Een totaal zegt niet of het doel {each} {maat.soort} is gehaald. "
        f"Zet in het werkplan `tijd: som`, en geef bij `metingen` het cijfer van {each} "
        f"{maat.soort}."
    )


def _finding(case: Case, entry: IndicatorEntry, route: Route, message: str, cure: str) -> Finding:
    promised = Related(case.in_werkplan((*entry.pad, "doel")), "hier staat het doel")
    return Finding(
        KIND,
        message,
        cure,
        case.in_jaarverslag(route),
        related=(promised,),
    )
