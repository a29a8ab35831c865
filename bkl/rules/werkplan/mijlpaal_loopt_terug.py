"""Een latere mijlpaal vraagt niet minder dan een eerdere.

Waarom: wie eind dit jaar 8 haltes wil, kan volgend jaar niet tevreden zijn met 6. Meestal zijn
twee cijfers of twee momenten verwisseld.

Fout:

    mijlpalen:
      eind 2022: 8 haltes
      eind 2023: 6 haltes

Goed:

    mijlpalen:
      eind 2022: 6 haltes
      eind 2023: 8 haltes
"""

from __future__ import annotations

from collections.abc import Iterator

from bkl.diagnostics.finding import Finding, Kind, Related
from bkl.diagnostics.position import Route
from bkl.domein.dossier.dossier import IndicatorEntry
from bkl.domein.notatie.meaning.doel import Doel
from bkl.rules.engine.rule import Case

KIND = Kind("BKL120", "mijlpaal_loopt_terug", "waarschuwing")
KEYS = ("mijlpalen", "jaardoelen")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding per mijlpaal or jaardoel that asks less than the one before it."""
    for entry in case.dossier.indicatoren.values():
        previous: tuple[Route, Doel] | None = None
        for route, doel in _steps(entry):
            if previous is not None and _less(previous[1], doel):
                before = Related(case.in_werkplan(previous[0]), "eerder werd meer gevraagd")
                yield Finding(
                    KIND,
                    f"Bij {entry.id} vraagt `{doel.tekst}` minder dan "
                    f"`{previous[1].tekst}` eerder.",
                    "Controleer of de cijfers of de momenten zijn verwisseld.",
                    case.in_werkplan(route),
                    related=(before,),
                )
            previous = route, doel


def _steps(entry: IndicatorEntry) -> Iterator[tuple[Route, Doel]]:
    for mijlpaal in entry.mijlpalen:
        yield (*entry.pad, "mijlpalen", mijlpaal.moment.tekst), mijlpaal.doel
    for jaar, doel in sorted(entry.jaardoelen.items()):
        yield (*entry.pad, "jaardoelen", str(jaar)), doel


def _less(before: Doel, doel: Doel) -> bool:
    if before.drempel is None or doel.drempel is None or before.richting != doel.richting:
        return False
    if doel.richting == "hoger":
        return doel.drempel < before.drempel
    return doel.richting == "lager" and doel.drempel > before.drempel
