"""Wat na een akkoord is veranderd, vraagt een nieuw akkoord.

Waarom: wie tekent, tekent voor de tekst, de definitie, het cijfer en het bewijs van die dag.
Verandert er daarna iets, ook in een bestand dat als bewijs is genoemd, dan geldt zijn akkoord niet
meer. Het oordeel dat bkl uitrekent, hoort er niet bij.

Fout:

    # getekend toen er 2 lezingen stond
    AD-R3.lezingen: 3 lezingen

Goed:

    # opnieuw getekend met `bkl sign AD-R3.lezingen`
    AD-R3.lezingen: 3 lezingen
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Place
from bkl.domein.dossier.signed import latest
from bkl.rules.engine.rule import Case

KIND = Kind("BKL310", "gewijzigd_na_akkoord", "waarschuwing")
REQUIRES = ("jaarverslag",)
KEYS = ("akkoorden",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per indicator of which the last signature of somebody no longer fits."""
    for id_, ones in latest(case.akkoorden).items():
        gone = [one for one in ones if one.bekend and not one.geldig]
        if gone:
            names = " en ".join(f"{o.akkoord.wie} ({o.akkoord.datum:%d-%m-%Y})" for o in gone)
            place = Place(case.akkoord_file, ("akkoorden", gone[0].nummer))
            yield Finding(
                KIND,
                f"{id_} is gewijzigd na het akkoord van {names}.",
                f"Laat het opnieuw tekenen met `bkl sign {id_}`, of zet het terug.",
                case.in_jaarverslag(("realisaties", id_)),
                related=(Related(place, "hier is getekend"),),
            )
