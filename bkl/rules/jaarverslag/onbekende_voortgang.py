"""De voortgang is een van de woorden van het werkplan.

Waarom: een lezer moet weten hoeveel woorden er zijn, en welk beter is. Zonder eigen woorden zijn
dat `op schema`, `risico` en `vertraagd`.

Fout:

    AD-A2: {realisatie: 12 lezingen, voortgang: loopt achter}

Goed:

    AD-A2: {realisatie: 12 lezingen, voortgang: vertraagd}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.suggestion import did_you_mean
from bkl.rules.engine.rule import Case

KIND = Kind("BKL238", "onbekende_voortgang", "fout")
REQUIRES = ("jaarverslag",)
KEYS = ("voortgang",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per word that the plan does not list."""
    words = case.dossier.werkplan.voortgangswoorden
    for id_, given in case.dossier.realisaties.items():
        word = given.realisatie.voortgang
        if word is not None and word not in words:
            yield Finding(
                KIND,
                f"`{word}` bij {id_} is geen woord voor de voortgang.",
                did_you_mean(word, words) or f"Kies uit: {', '.join(words)}.",
                case.in_jaarverslag((*given.pad, "voortgang")),
            )
