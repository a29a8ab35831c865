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
    return Groep(sectie, sleutel, dossier.werkplan.title_of(sleutel, speerpunt), speerpunt, rijen)
