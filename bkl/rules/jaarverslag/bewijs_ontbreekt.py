"""Een bestand dat als bewijs is genoemd, staat in de map en is te lezen.

Waarom: een accountant volgt een cijfer naar het bestand waar het in staat. Staat dat er niet, of
op iemands eigen computer, dan is het cijfer niet na te gaan.

Fout:

    bronnen:
      telling: {titel: Telling lezingen, bestand: ../telling.xlsx}

Goed:

    bronnen:
      telling: {titel: Telling lezingen, bestand: bewijs/telling.xlsx}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case
from bkl.rules.looking.sources import files, references

KIND = Kind("BKL240", "bewijs_ontbreekt", "fout")
REQUIRES = ("jaarverslag", "bewijs")
KEYS = ("bestand", "cel")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per file that is not there, and per cell of no file."""
    if case.werkmap is None:
        return
    for route, bestand in files(case.jaarverslag):
        found = case.werkmap.bewijs(bestand)
        if found.bezwaar is not None:
            place = case.in_jaarverslag((*route, "bestand"))
            yield Finding(KIND, found.bezwaar, found.herstel, place)
    for route, bron in references(case.jaarverslag):
        described = case.jaarverslag.bronnen.get(bron.sleutel)
        if bron.cel is not None and bron.bestand is None and not (described and described.bestand):
            yield Finding(
                KIND,
                f"Bij cel `{bron.cel}` staat niet in welk bestand.",
                f"Zet `bestand:` erbij, hier of bij de bron `{bron.sleutel}`.",
                case.in_jaarverslag((*route, "cel")),
            )
