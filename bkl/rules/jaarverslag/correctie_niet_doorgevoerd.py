"""Het cijfer is gelijk aan de laatste correctie.

Waarom: een correctie die niet bij `realisatie` staat, telt niet mee. Het verslag toont dan nog het
oude cijfer.

Fout:

    realisatie: 5 lezingen
    correcties:
      - {datum: 12-03-2022, was: 5 lezingen, wordt: 4 lezingen, reden: dubbel geteld}

Goed:

    realisatie: 4 lezingen
    correcties:
      - {datum: 12-03-2022, was: 5 lezingen, wordt: 4 lezingen, reden: dubbel geteld}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.rules.engine.rule import Case

KIND = Kind("BKL223", "correctie_niet_doorgevoerd", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("correcties",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure that is not what its last correction made of it."""
    for id_, given in case.dossier.realisaties.items():
        told = given.realisatie
        if not told.correcties or told.realisatie is None:
            continue
        last = max(range(len(told.correcties)), key=lambda n: (told.correcties[n].datum, n))
        wordt = told.correcties[last].wordt
        now, then = _read(told.realisatie), _read(wordt)
        if now is None or then is None or now.interval in (None, then.interval):
            continue
        route = (*given.pad, "correcties", last, "wordt")
        yield Finding(
            KIND,
            f"Bij {id_} staat `{told.realisatie}`, maar de laatste correctie zegt `{wordt}`.",
            "Neem het verbeterde cijfer over bij `realisatie`.",
            case.in_jaarverslag((*given.pad, "realisatie")),
            related=(Related(case.in_jaarverslag(route), "hier staat de correctie"),),
        )


def _read(phrase: str) -> Waarde | None:
    try:
        return read_waarde(phrase)
    except Onleesbaar:
        return None
