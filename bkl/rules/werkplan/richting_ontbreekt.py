"""Bij wat mensen liever minder zien, staat welke kant op beter is.

Waarom: is € 250.000 een bedrag dat u wilt halen of een bedrag dat u niet wilt overschrijden? Bij
bedragen, duren, klachten, verzuim en dergelijke raadt bkl dat niet. Zolang het er niet staat, geldt
een oordeel alleen als het voor elke kant hetzelfde is.

Fout:

    tekst: Doorlooptijd van aanvragen.
    doel: 28 dagen

Goed:

    tekst: Doorlooptijd van aanvragen.
    doel: 28 dagen
    richting: lager
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.domein.dossier.entries import IndicatorEntry, Pad
from bkl.domein.notatie.meaning.doel import Doel
from bkl.rules.engine.case import Case

KIND = Kind("BKL123", "richting_ontbreekt", "fout")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per indicator of which nobody said which way is better."""
    for entry in case.dossier.indicatoren.values():
        for route, doel in _doelen(entry):
            if doel.delen.vraagt_richting:
                yield Finding(
                    KIND,
                    f"Bij {entry.id} staat niet welke kant op beter is: `{doel.tekst.strip()}`.",
                    "Zet erbij: `richting: lager` als minder beter is, `richting: hoger` als meer "
                    "beter is, of `richting: binnen` als het precies zo moet zijn.",
                    case.in_werkplan(route),
                )
                break


def _doelen(entry: IndicatorEntry) -> Iterator[tuple[Pad, Doel]]:
    if entry.doel is not None and entry.indicator.doel is not None:
        yield (*entry.pad, "doel"), entry.doel
    for (key, _), mijlpaal in zip(entry.indicator.mijlpalen.items(), entry.mijlpalen, strict=False):
        yield (*entry.pad, "mijlpalen", key), mijlpaal.doel
    for jaar, doel in entry.jaardoelen.items():
        yield (*entry.pad, "jaardoelen", str(jaar)), doel
