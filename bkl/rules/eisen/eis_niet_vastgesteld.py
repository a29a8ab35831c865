"""Het verslag is vastgesteld en ondertekend, als dat wordt gevraagd.

Waarom: een concept kan nog veranderen. Wie subsidie geeft, wil een verslag waar iemand voor tekent.

Fout:

    peildatum: 31-12-2026

Goed:

    peildatum: 31-12-2026
    ondertekening:
      status: vastgesteld
      datum: 15-03-2027
      door: [{rol: directeur}]
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.rules.engine.rule import Case

KIND = Kind("BKL607", "eis_niet_vastgesteld", "fout")
REQUIRES = ("eisen", "jaarverslag")


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding when the jaarverslag is not adopted, or nobody signs for it."""
    eisen, signed = case.gevraagd.eisen, case.jaarverslag.ondertekening
    if not eisen.vastgesteld:
        return
    if signed.status != "vastgesteld":
        message = f"{case.gevraagd.vrager} vraagt een vastgesteld verslag; dit is nog een concept."
        cure = "Zet na het besluit `ondertekening:` erbij, met `status: vastgesteld` en de datum."
    elif not signed.door:
        message = (
            f"{case.gevraagd.vrager} vraagt wie het verslag ondertekent, en dat staat er niet."
        )
        cure = "Zet onder `ondertekening:` wie tekent: `door: [{rol: directeur}]`."
    else:
        return
    place = ("ondertekening",) if "ondertekening" in case.jaarverslag.model_fields_set else ()
    yield Finding(KIND, message, cure, case.in_jaarverslag(place or ("jaarverslag",), "key"))
