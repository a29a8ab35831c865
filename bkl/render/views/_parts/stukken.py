"""Stukken: the documents that the outcomes of a jaarverslag come from, by their titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij
from bkl.domein.records import dataclass
from bkl.render.views._parts.regel import origins

_HET = re.compile(r"\w*(?:verslag|rapport|overzicht)\b", re.IGNORECASE)
_NAMED = 2
_NEARLY_ALL = 0.9
_WORTH = 10
"""How many references make it worth saying once where they all point."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A title as it stands in a sentence; `lidwoord` only where the word leaves no doubt."""

    titel: str
    lidwoord: str | None

    @classmethod
    def of(cls, titel: str) -> Stuk:
        """Return the title: `het Directieverslag 2021`."""
        return cls(titel, "het" if _HET.match(titel) else None)


@dataclass(frozen=True, slots=True)
class Uitkomsten:
    """The documents that the outcomes come from, the most used first, at most two of them.

    `meer` tells whether there are others. `hoofd` is the one to which nearly all references
    point, None where there is none: its title need not stand in every note.
    """

    titels: tuple[Stuk, ...]
    meer: bool
    hoofd: str | None

    @classmethod
    def of(cls, rijen: Iterable[Rij], dossier: Dossier) -> Uitkomsten:
        """Count what the rows refer to; what does not count is no outcome."""
        bronnen = dossier.jaarverslag.bronnen if dossier.jaarverslag else {}
        used, beside = Counter[str](), Counter[str]()
        for rij in rijen:
            if rij.vergelijking.realisatie is None:
                continue
            given = rij.vergelijking.realisatie.realisatie
            cited = [*given.bron, *(een for one in given.tegenspraak for een in one.bron)]
            used.update(een.titel for een in origins(cited, bronnen))
            for other in given.verwant:
                beside.update(een.titel for een in origins(other.bron, bronnen))
        found = [titel for titel, _ in used.most_common()]
        both = used + beside
        most, number = both.most_common(1)[0] if both else (None, 0)
        main = number >= max(_WORTH, _NEARLY_ALL * both.total())
        return cls(
            tuple(Stuk.of(titel) for titel in found[:_NAMED]),
            len(found) > _NAMED,
            most if main else None,
        )
