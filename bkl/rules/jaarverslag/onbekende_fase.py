"""Een fase is een van de fasen die het werkplan noemt.

Waarom: de lezer moet kunnen zien hoe ver een onderwerp is. Met een eigen woord is de volgorde weg.

Fout:

    fasen: [Voorbereiding, Uitvoering, Evaluatie]   # werkplan
    fase: Uitvoeren                                 # jaarverslag

Goed:

    fase: Uitvoering
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.rules.engine.rule import Case

KIND = Kind("BKL224", "onbekende_fase", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("fase",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per phase that the plan does not know."""
    known = case.dossier.werkplan.fasen
    names = Names(known)
    for sleutel, verhaal in case.jaarverslag.speerpunten.items():
        fase = verhaal.fase
        if fase is None or fase in known:
            continue
        place = case.in_jaarverslag(("speerpunten", sleutel, "fase"))
        choices = f"Kies uit: {names.some()}." if known else "Zet `fasen:` in het werkplan."
        meant = names.certain(fase)
        yield Finding(
            KIND,
            f"`{fase}` is geen fase van dit werkplan.",
            names.ask(fase) or choices,
            place,
            edits=(Edit(place, fase, meant),) if meant else (),
        )
