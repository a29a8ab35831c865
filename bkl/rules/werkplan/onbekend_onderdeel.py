"""`ook_bij` noemt een onderdeel dat in het werkplan staat.

Waarom: met `ook_bij` geldt één doel voor meer onderdelen. Klopt de code niet, dan mist het
andere onderdeel zijn doel.

Fout:

    A5: {tekst: …, doel: minimaal 2 sessies, ook_bij: [AF-A66]}

Goed:

    A5: {tekst: …, doel: minimaal 2 sessies, ook_bij: [AF-A6]}
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind
from bkl.diagnostics.position import Edit
from bkl.diagnostics.suggestion import Names
from bkl.domein.dossier.structure.sections import onderdelen_of, sections_of
from bkl.rules.engine.rule import Case

KIND = Kind("BKL103", "onbekend_onderdeel", "fout")
KEYS = ("ook_bij",)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per `ook_bij` that names no other onderdeel."""
    known = {
        f"{sleutel}-{naam}"
        for speerpunten in sections_of(case.dossier.werkplan).values()
        for sleutel, speerpunt in speerpunten.items()
        for _, naam, _ in onderdelen_of(speerpunt)
    }
    names = Names(sorted(known))
    for entry in case.dossier.indicatoren.values():
        for nummer, onderdeel_id in enumerate(entry.indicator.ook_bij):
            place = case.in_werkplan((*entry.pad, "ook_bij", nummer))
            if onderdeel_id == entry.onderdeel_id:
                message = f"`{onderdeel_id}` is het onderdeel waar dit doel zelf al staat."
                yield Finding(KIND, message, "Haal deze code uit `ook_bij`.", place)
            elif onderdeel_id not in known:
                cure = names.ask(onderdeel_id)
                meant = names.certain(onderdeel_id)
                yield Finding(
                    KIND,
                    f"Er is geen onderdeel `{onderdeel_id}` in het werkplan.",
                    cure or "Schrijf speerpunt, streepje, onderdeel, zoals `AF-A6`.",
                    place,
                    edits=(Edit(place, onderdeel_id, meant),) if meant else (),
                )
