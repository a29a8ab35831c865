"""Een lopend totaal wordt nooit minder.

Waarom: met `tijd: cumulatief` is elke meting het totaal tot dat moment. Een later totaal dat lager
is, spreekt het eerdere tegen: een van de twee is verkeerd, of de metingen zijn geen lopend totaal.

Fout:

    AD-R3.lezingen:
      metingen: {Q1 2021: 5 lezingen, Q2 2021: 4 lezingen}

Goed:

    AD-R3.lezingen:
      metingen: {Q1 2021: 5 lezingen, Q2 2021: 9 lezingen}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.measuring.metingen import fallen
from bkl.rules.engine.rule import Case

KIND = Kind("BKL227", "totaal_daalt", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("metingen", "mijlpalen")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per running total that surely falls."""
    for id_, given in case.dossier.realisaties.items():
        entry = case.dossier.indicatoren.get(id_)
        reeks = given.reeks
        if entry is None or reeks is None or entry.indicator.tijd != "cumulatief":
            continue
        if (found := fallen(reeks.metingen)) is None:
            continue
        earlier, later = found
        key = "metingen" if given.realisatie.metingen else "mijlpalen"
        yield Finding(
            KIND,
            f"Bij {id_} daalt het totaal: {earlier.waarde.tekst} ({earlier.moment.tekst}), en "
            f"later {later.waarde.tekst} ({later.moment.tekst}).",
            "Verbeter het verkeerde cijfer. Telt elke meting alleen haar eigen periode, dan zijn "
            "het geen lopende totalen.",
            case.in_jaarverslag((*given.pad, key, later.moment.tekst)),
        )
