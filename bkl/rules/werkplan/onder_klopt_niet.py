"""`onder` noemt een speerpunt waar dit onder kan vallen.

Waarom: wat nergens onder valt, staat los in de telling en in het verslag. Een speerpunt valt onder
een ander in hetzelfde deel van het werkplan, nooit onder zichzelf, en hoogstens zes lagen diep. Bij
een code met punten is `onder` niet nodig: `1.1` valt onder `1`.

Fout:

    B: {titel: Buurten, onder: P11}

Goed:

    B: {titel: Buurten, onder: P1}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.structure.nesting import MOST_LEVELS
from bkl.domein.dossier.structure.sections import written_sections
from bkl.rules.engine.rule import Case

KIND = Kind("BKL133", "onder_klopt_niet", "fout")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per speerpunt that does not stand where it says."""
    bezwaren = case.dossier.nesting.bezwaren
    if not bezwaren:
        return
    for sectie, speerpunten in written_sections(case.dossier.werkplan).items():
        names = Names(speerpunten)
        for code, speerpunt in speerpunten.items():
            bezwaar, onder = bezwaren.get(code), speerpunt.onder
            if bezwaar is None:
                continue
            route = (sectie, code, "onder") if onder is not None else (sectie, code)
            place = case.in_werkplan(route, "value" if onder is not None else "key")
            if bezwaar == "onbekend" and onder is not None:
                meant = names.certain(onder)
                cure = names.ask(onder) or "Neem de code precies over uit dit deel van het plan."
                message = f"Er is geen `{onder}` waar {code} onder kan vallen."
                edits = (Edit(place, onder, meant),) if meant else ()
                yield Finding(KIND, message, cure, place, edits=edits)
            elif bezwaar == "ander deel":
                message = f"`{onder}` staat in een ander deel van het werkplan dan {code}."
                yield Finding(KIND, message, "Zet beide in hetzelfde deel.", place)
            elif bezwaar == "te diep":
                message = f"{code} ligt meer dan {MOST_LEVELS} lagen diep."
                cure = "Laat het onder een speerpunt vallen dat hoger ligt."
                yield Finding(KIND, message, cure, place)
            else:
                circle = "zichzelf" if bezwaar == "zichzelf" else "zichzelf, via een kring"
                message = f"{code} valt onder {circle}."
                yield Finding(KIND, message, "Noem bij `onder` een ander speerpunt.", place)
