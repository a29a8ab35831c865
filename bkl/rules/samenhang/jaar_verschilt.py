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

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place
from bkl.domein.notatie.values.lazy import Lazy
from bkl.rules.engine.rule import Case

KIND = Kind("BKL303", "jaar_verschilt", "fout")
_NAME = Lazy(r"-(\d{4}(?:-\d{4})?)\.yaml")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per file whose year is not the one in its name."""
    plan = case.dossier.werkplan.werkplan
    yield from _compare("werkplan", str(plan), case.in_werkplan(("werkplan",)))
    if verslag := case.dossier.jaarverslag:
        place = case.in_jaarverslag(("jaarverslag",))
        yield from _compare("jaarverslag", str(verslag.jaarverslag), place)


def _compare(what: str, jaar: str, place: Place) -> Iterator[Finding]:
    found = _NAME.search(place.file)
    if found and found[1] != jaar.replace("/", "-"):
        message = f"Het {what} is van {jaar}, de bestandsnaam zegt {found[1]}."
        yield Finding(KIND, message, "Maak het jaar of de bestandsnaam goed.", place)
