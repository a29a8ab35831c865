"""Een eigen sjabloon is te gebruiken.

Waarom: met een fout in een sjabloon komt er geen rapport. Die fout kunt u beter nu zien dan op de
dag dat het verslag de deur uit moet.

Fout:

    {{ v.organistie }}

Goed:

    {{ v.organisatie }}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Place, Position
from bkl.rules.engine.rule import Case

KIND = Kind("BKL502", "sjabloon_werkt_niet", "fout")
REQUIRES = ("sjablonen",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per place in the workspace's own templates that does not work."""
    for melding in case.werkmap.sjablonen if case.werkmap else ():
        place = Place(melding.file)
        position = Position(max(melding.line, 1), 1)
        yield Finding(KIND, melding.message, melding.cure, place, position)
