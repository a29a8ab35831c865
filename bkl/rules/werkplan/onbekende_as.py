"""Een speerpunt hoort bij een thema en een doelgroep die het werkplan noemt.

Waarom: op die indeling rusten de matrix en de tellingen. Een speerpunt zonder plaats in de
matrix valt daar stil uit weg.

Fout:

    themas: {A: Zelfredzaamheid}
    doelgroepen: {D: Burgers}
    speerpunten:
      XD: …

Goed:

    speerpunten:
      AD: …
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.suggestion import Names
from bkl.rules.engine.rule import Case

KIND = Kind("BKL101", "onbekende_as", "fout")
KEYS = ("themas", "doelgroepen")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per speerpunt whose thema or doelgroep is not declared."""
    werkplan = case.dossier.werkplan
    axes = (("thema", werkplan.themas), ("doelgroep", werkplan.doelgroepen))
    known = {axis: Names(declared) for axis, declared in axes}
    for sleutel, speerpunt in werkplan.speerpunten.items():
        for (axis, declared), found in zip(axes, case.dossier.assen(sleutel), strict=True):
            written = speerpunt.thema if axis == "thema" else speerpunt.doelgroep
            if not declared or found in declared:
                continue
            if written is not None:
                place = case.in_werkplan(("speerpunten", sleutel, axis))
                message = f"`{written}` is geen {axis} van dit werkplan."
                cure = known[axis].ask(written) or f"Kies uit: {known[axis].some()}."
            else:
                place = case.in_werkplan(("speerpunten", sleutel), "key")
                message = f"Bij speerpunt `{sleutel}` is geen {axis} te herkennen."
                cure = f"Laat de code op een {axis} eindigen of beginnen ({known[axis].some()}), "
                cure += f"of zet `{axis}:` erbij."
            yield Finding(KIND, message, cure, place)
