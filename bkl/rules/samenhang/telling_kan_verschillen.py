"""Doel en realisatie tellen zeker hetzelfde.

Waarom: `70 jongeren uit de wijk` en `71 jongeren` zijn hetzelfde soort cijfer, maar zijn het ook
dezelfde jongeren? bkl rekent ermee en vraagt het na. Staat er `12 lezingen besteld` of
`bij de buren 12 lezingen`, dan is niet zeker dat het is bereikt: dat wordt nooit *gehaald*.

Fout:

    doel: 70 jongeren uit de wijk    # werkplan
    realisatie: 71 jongeren          # jaarverslag

Goed:

    realisatie: 71 jongeren uit de wijk
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.notatie.meaning.recall import compared
from bkl.rules.engine.rule import Case
from bkl.rules.looking.told import told_figures

KIND = Kind("BKL313", "telling_kan_verschillen", "waarschuwing")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure that compares with its doel if it counts the same."""
    for entry, route, waarde in told_figures(case):
        if entry.doel is None or entry.doel.bereik is None:
            continue
        found = compared(entry.doel, waarde)
        named = waarde.eenheid is not None and waarde.eenheid in waarde.tekst
        if found.vraag is None or not (named or waarde.teller is not None or found.onzeker):
            continue
        cure = (
            "Schrijf het in beide met dezelfde woorden, of leg het verschil uit met "
            "`andere_definitie:`."
        )
        if found.onzeker:
            cure = "Schrijf alleen wat u in het jaar zelf hebt bereikt, of `nog niet bekend`."
        promised = Related(case.in_werkplan((*entry.pad, "doel")), "hier staat het doel")
        yield Finding(
            KIND,
            f"Telt de realisatie van {entry.id} hetzelfde als het doel? {found.vraag}",
            cure,
            case.in_jaarverslag(route),
            related=(promised,),
        )
