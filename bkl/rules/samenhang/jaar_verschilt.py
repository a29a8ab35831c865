"""Het jaar in het bestand is het jaar in de bestandsnaam.

Waarom: bkl zoekt het werkplan bij het jaarverslag aan de hand van het jaar. Een vergeten
jaartal in een gekopieerd bestand vergelijkt het verkeerde jaar.

Fout:

    # data/jaarverslag-2021.yaml
    jaarverslag: 2020

Goed:

    jaarverslag: 2021
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules._rule import Case

KIND = Kind("BKL303", "jaar_verschilt", "fout")
_NAME = re.compile(r"-(\d{4})\.ya?ml$")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per file whose year is not the one in its name."""
    verslag = case.dossier.jaarverslag
    found = _NAME.search(case.werkplan_file)
    if found and int(found[1]) != case.dossier.jaar:
        place = case.in_werkplan(("werkplan",))
        message = f"Het werkplan is van {case.dossier.jaar}, de bestandsnaam zegt {found[1]}."
        yield Finding(KIND, message, "Maak het jaar of de bestandsnaam goed.", place)
    found = _NAME.search(case.jaarverslag_file)
    if verslag and found and int(found[1]) != verslag.jaarverslag:
        place = case.in_jaarverslag(("jaarverslag",))
        message = f"Het jaarverslag is van {verslag.jaarverslag}, de bestandsnaam zegt {found[1]}."
        yield Finding(KIND, message, "Maak het jaar of de bestandsnaam goed.", place)
