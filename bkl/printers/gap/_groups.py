"""A comparison laid out as its document is: per speerpunt, with a title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bkl.api import GapResult
from bkl.domein.dossier import Dossier
from bkl.domein.vergelijking import Rij, Telling
from bkl.domein.werkplan import Speerpunt


@dataclass(frozen=True, slots=True)
class Groep:
    """One speerpunt (or uitgangspunt, or project) with its selected rows."""

    sectie: str
    sleutel: str
    titel: str
    speerpunt: Speerpunt
    rijen: list[Rij]

    @property
    def telling(self) -> Telling:
        """The counts of these rows."""
        return Telling.of(self.rijen)

    @property
    def onderdelen(self) -> Iterator[tuple[str, list[Rij]]]:
        """The rows per onderdeel, in document order."""
        found: dict[str, list[Rij]] = {}
        for rij in self.rijen:
            found.setdefault(rij.onderdeel, []).append(rij)
        yield from found.items()


def groups(result: GapResult) -> list[Groep]:
    """Return the speerpunten that have selected rows, in document order."""
    found: dict[str, list[Rij]] = {}
    for rij in result.rijen:
        found.setdefault(rij.speerpunt, []).append(rij)
    return [_groep(result.dossier, sleutel, rijen) for sleutel, rijen in found.items()]


def _groep(dossier: Dossier, sleutel: str, rijen: list[Rij]) -> Groep:
    known = dossier.speerpunt(sleutel)
    if known is None:
        raise LookupError(f"a row of {sleutel}, which is not in the plan")
    sectie, speerpunt = known
    return Groep(sectie, sleutel, title_of(dossier, sleutel, speerpunt), speerpunt, rijen)


def title_of(dossier: Dossier, sleutel: str, speerpunt: Speerpunt) -> str:
    """Return the title: as written, else thema × doelgroep, else just the code."""
    if speerpunt.titel:
        return speerpunt.titel
    werkplan = dossier.werkplan
    thema, doelgroep = werkplan.axes_of(sleutel, speerpunt)
    names = [
        name
        for name in (werkplan.themas.get(thema or ""), werkplan.doelgroepen.get(doelgroep or ""))
        if name
    ]
    return " × ".join(names) or sleutel
