"""`draagt_bij_aan` noemt een ander speerpunt, onderdeel of cijfer van het werkplan.

Waarom: zo ziet een lezer van welke activiteit een resultaat afhangt, en van welke resultaten een
effect. Een lijn naar een code die er niet is, naar het eigen speerpunt of in een kring zegt niets.

Fout:

    A1: {tekst: …, draagt_bij_aan: 2-R11}

Goed:

    A1: {tekst: …, draagt_bij_aan: 2-R1}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.structure.bijdragen import Bijdrage
from bkl.domein.dossier.structure.sections import onderdelen_of, written_sections
from bkl.rules.engine.rule import Case

KIND = Kind("BKL134", "bijdrage_klopt_niet", "fout")
KEYS = ("draagt_bij_aan",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per contribution that leads nowhere, or says what stands there already."""
    lines = case.dossier.bijdragen
    names = Names(sorted(_codes(case))) if lines.misstappen else Names(())
    for one in lines.misstappen:
        place = case.in_werkplan(one.pad)
        if one.misstap == "onbekend":
            meant = names.certain(one.naar)
            yield Finding(
                KIND,
                f"Er is geen `{one.naar}` in het werkplan waaraan {one.van} kan bijdragen.",
                names.ask(one.naar) or "Schrijf een code uit het werkplan, zoals `2-R1`.",
                place,
                edits=(Edit(place, one.naar, meant),) if meant else (),
            )
        else:
            yield Finding(KIND, _message(one), "Haal deze code weg, of noem een andere.", place)
    for entry in case.dossier.indicatoren.values():
        for naar in set(entry.indicator.ook_bij).intersection(lines.heen.get(entry.id, ())):
            yield Finding(
                KIND,
                f"{entry.id} staat al bij {naar} (`ook_bij`): het is daar dezelfde toezegging.",
                f"Haal {naar} weg uit `draagt_bij_aan` of uit `ook_bij`.",
                case.in_werkplan((*entry.pad, "draagt_bij_aan")),
            )


def _message(one: Bijdrage) -> str:
    if one.misstap == "zichzelf":
        return f"{one.van} draagt bij aan zichzelf."
    if one.misstap == "eigen geheel":
        return f"{one.van} valt al onder {one.naar}; dat hoeft er niet bij."
    if one.misstap == "eronder":
        return (
            f"{one.naar} is een deel van {one.van}; een geheel draagt niet bij aan een deel ervan."
        )
    return f"{one.van} draagt via {one.naar} bij aan zichzelf: dat is een kring."


def _codes(case: Case) -> Iterator[str]:
    yield from case.dossier.indicatoren
    for speerpunten in written_sections(case.dossier.werkplan).values():
        for code, speerpunt in speerpunten.items():
            yield code
            yield from (f"{code}-{naam}" for _, naam, _ in onderdelen_of(speerpunt))
