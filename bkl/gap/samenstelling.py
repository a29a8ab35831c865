"""Samenstelling: an onderdeel that is reached only when all of its indicators are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.woorden import Oordeel

_MIS: frozenset[Oordeel] = frozenset(("niet gehaald", "deels gehaald", "vervallen", "uitgesteld"))
_PARTLY: frozenset[Oordeel] = frozenset(("gehaald", "deels gehaald"))


class Samenstelling(NamedTuple):
    """The verdict on an onderdeel as a whole, beside those of its parts (which are counted)."""

    id: str
    oordeel: Oordeel
    delen: tuple[Vergelijking, ...]

    @property
    def gehaald(self) -> int:
        """How many parts were certainly reached."""
        return sum(deel.oordeel == "gehaald" for deel in self.delen)


def combine(oordelen: Iterable[Oordeel]) -> Oordeel:
    """Return the three-valued and: a certain miss wins, else what is unknown wins.

    Parts that all ended alike give that verdict; what does not apply is left out. A miss is
    `deels gehaald` when some part was reached at least in part.
    """
    found = [oordeel for oordeel in oordelen if oordeel != "niet van toepassing"]
    if not found:
        return "niet van toepassing"
    if len(set(found)) == 1:
        return found[0]
    if any(oordeel in _MIS for oordeel in found):
        return "deels gehaald" if any(part in _PARTLY for part in found) else "niet gehaald"
    later = set(found) == {"gehaald", "nog niet te beoordelen"}
    return "nog niet te beoordelen" if later else "niet te bepalen"


def compositions(
    dossier: Dossier, vergelijkingen: Mapping[str, Vergelijking]
) -> dict[str, Samenstelling]:
    """Return the verdict of every onderdeel that says `samengesteld: ja`, by its id.

    A development is no part of what an organisation can reach, and is left out.
    """
    found = {}
    for id_, onderdeel in dossier.samengesteld.items():
        ids = [f"{id_}.{deel}" for deel in onderdeel.indicatoren] or [id_]
        known = (vergelijkingen[deel] for deel in ids if deel in vergelijkingen)
        delen = tuple(deel for deel in known if not deel.entry.is_ontwikkeling)
        if delen:
            found[id_] = Samenstelling(id_, combine(deel.oordeel for deel in delen), delen)
    return found
