"""Een meting eindigt op of voor de peildatum.

Waarom: het verslag gaat over de stand op de peildatum. Een periode die dan nog loopt, is nog niet
geteld; zo'n cijfer is een verwachting of hoort bij een later verslag. Het telt nergens in mee.

Fout:

    peildatum: 30-06-2021
    realisaties:
      AD-R3.lezingen:
        metingen: {Q1 2021: 2 lezingen, Q3 2021: 3 lezingen}

Goed:

    peildatum: 30-09-2021
    realisaties:
      AD-R3.lezingen:
        metingen: {Q1 2021: 2 lezingen, Q3 2021: 3 lezingen}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.notatie.values.moment import read_moment
from bkl.rules.engine.rule import Case

KIND = Kind("BKL228", "meting_na_peildatum", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("metingen", "mijlpalen")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per figure of a moment that ends after the peildatum."""
    peildatum = case.dossier.peildatum
    for given in case.dossier.realisaties.values():
        told = given.realisatie
        for key, moments in (("metingen", told.metingen), ("mijlpalen", told.mijlpalen)):
            for tekst in moments:
                if read_moment(tekst).eind > peildatum:
                    yield Finding(
                        KIND,
                        f"`{tekst}` eindigt na de peildatum ({peildatum:%d-%m-%Y}); dit cijfer "
                        "telt niet mee.",
                        "Controleer het moment en de `peildatum`, of haal de regel weg.",
                        case.in_jaarverslag((*given.pad, key, tekst), "key"),
                    )
