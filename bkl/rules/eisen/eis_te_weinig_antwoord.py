"""Op wat is gevraagd, is geantwoord.

Waarom: zwijgen is geen resultaat. Een gevraagde indicator heeft een antwoord, ook als er geen
cijfer is: schrijf dan `nog niet bekend` of `niet gemeten`. Van alle beloften samen mag een
afgesproken deel zonder antwoord blijven.

Fout:

    realisaties: {}

Goed:

    realisaties:
      AD-R1: niet gemeten
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.getal import write_number
from bkl.rules.engine.rule import Case

KIND = Kind("BKL606", "eis_te_weinig_antwoord", "fout")
REQUIRES = ("eisen", "jaarverslag")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per required indicator without an answer, and one for too large a share."""
    eisen = case.gevraagd.eisen
    silent = [one for one in case.vergelijkingen.values() if one.oordeel == "niet gerapporteerd"]
    for one in silent:
        naam = one.entry.indicator.gedeelde_definitie
        asked = case.gevraagd.of(naam)
        if asked is not None and asked.verplicht:
            yield Finding(
                KIND,
                f"{case.gevraagd.vrager} vraagt een antwoord op {one.entry.id} (`{naam}`); dat is "
                "er niet.",
                f"Vul het in met `bkl set {one.entry.id}`, of schrijf waarom er geen cijfer is.",
                case.in_jaarverslag(("realisaties",), "key"),
            )
    most = eisen.hoogstens_niet_gerapporteerd
    counted = sum(one.telt for one in case.vergelijkingen.values())
    number = sum(one.telt for one in silent)
    if most is not None and counted and Fraction(number, counted) > most:
        allowed = most * counted // 1
        yield Finding(
            KIND,
            f"Van de {counted} beloften {'is' if number == 1 else 'zijn'} er {number} niet "
            f"gerapporteerd; {eisen.van} aanvaardt "
            f"er hoogstens {allowed} ({write_number(100 * most)}%).",
            "`bkl todo` toont wat er nog ontbreekt, en van wie.",
            case.in_jaarverslag(("realisaties",), "key"),
        )
