"""Een verhaal hoort bij een speerpunt van het werkplan.

Waarom: een verhaal met een code die niet bestaat, komt nergens in het verslag terecht.

Fout:

    speerpunten:
      DA: {verhaal: …}

Goed:

    speerpunten:
      AD: {verhaal: …}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.structure.sections import sections_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL211", "onbekend_speerpunt", "fout")
REQUIRES = ("jaarverslag",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per story of a speerpunt that the plan does not have."""
    sections = sections_of(case.dossier.werkplan).values()
    known = {sleutel for speerpunten in sections for sleutel in speerpunten}
    names = Names(sleutel for speerpunten in sections for sleutel in speerpunten)
    for sleutel in case.jaarverslag.speerpunten:
        if sleutel not in known:
            place = case.in_jaarverslag(("speerpunten", sleutel), "key")
            meant = names.certain(sleutel)
            sure = meant not in case.jaarverslag.speerpunten
            yield Finding(
                KIND,
                f"`{sleutel}` is geen speerpunt van het werkplan.",
                names.ask(sleutel) or f"Kies uit: {names.some()}.",
                place,
                edits=(Edit(place, sleutel, meant),) if meant and sure else (),
            )
