"""Een bron die bij een cijfer staat, is in het jaarverslag beschreven.

Waarom: een lezer moet elk cijfer kunnen terugvinden. Een bronnaam zonder titel wijst nergens
naar.

Fout:

    bronnen: {directieverslag: {titel: Directieverslag 2021}}
    realisaties:
      BD-A3: {realisatie: 18 modules, bron: 'directieverlag, Pijleracademie'}

Goed:

      BD-A3: {realisatie: 18 modules, bron: 'directieverslag, Pijleracademie'}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.rules.engine.rule import Case
from bkl.rules.looking.sources import references

KIND = Kind("BKL202", "onbekende_bron", "fout")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per reference to a source that is not described."""
    known = case.jaarverslag.bronnen
    names = Names(known)
    for route, bron in references(case.jaarverslag):
        sleutel = bron.sleutel
        if sleutel not in known:
            cure, meant = names.ask(sleutel), names.certain(sleutel)
            place = case.in_jaarverslag((*route, "naam"), span=(0, len(sleutel)))
            yield Finding(
                KIND,
                f"De bron `{sleutel}` is niet beschreven onder `bronnen`.",
                cure or f"Zet `{sleutel}` met een titel onder `bronnen`.",
                place,
                edits=(Edit(place, sleutel, meant),) if meant else (),
            )
