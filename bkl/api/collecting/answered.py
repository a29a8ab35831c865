"""An answer that can be recorded, and what is said of those that cannot."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from bkl.api.recording.entry import Invoer
from bkl.sheets.answers import Bezwaar, Spotted

_COLUMNS = {
    "bron": "bron",
    "reden": "reden",
    "toelichting": "uitleg",
    "onderbouwing": "uitleg",
    "tekst": "uitleg",
}
"""In which column a key of a realisatie is answered; the figure for all others."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, ready to be recorded; more rows that say the same are one.

    `cellen` are the cells of its open columns, `plekken` the first cell of each row.
    """

    invoer: Invoer
    cellen: Mapping[str, Spotted]
    plekken: tuple[Spotted, ...]

    def cell(self, key: str) -> Spotted:
        """Return the cell in which a key of the jaarverslag was, or should be, answered."""
        return self.cellen.get(_COLUMNS.get(key, "cijfer"), self.plekken[0])


@dataclass(slots=True)
class Intake:
    """What can be recorded, the new sources that come with it, and what stands in the way."""

    rijen: list[Answered] = field(default_factory=list)
    bronnen: dict[str, str] = field(default_factory=dict)
    bezwaren: list[Bezwaar] = field(default_factory=list)
    gelijk: int = 0

    def refuse(self, plek: Spotted, message: str, cure: str = "") -> None:
        """Note what cannot be taken over."""
        self.bezwaren.append(Bezwaar(plek, message, cure))


def same(text: str) -> str:
    """Return a text as it is compared: accents in one sign, as they are recorded."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def short(text: str) -> str:
    """Return a text as it is named in a message: its beginning, when it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
