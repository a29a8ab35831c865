"""What one row of a form asks, and how it is named in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bkl.api.errors import Gebruiksfout
from bkl.api.recording.entry import FEITEN, GELD, REALISATIES, Lijst
from bkl.api.recording.lists import budget_of, facts_of, find_amount, part_of
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.woorden import fold
from bkl.sheets.columns import FEIT

if TYPE_CHECKING:
    from collections.abc import Collection

    from bkl.domein.dossier.dossier import Dossier

_NO_LETTER = Lazy(r"[^a-z0-9à-ÿ]+")
_LONGEST = 40


class Vraag(NamedTuple):
    """What a row of a form asks: the figure of an indicator, of the year or of a period.

    A `periode` may also name a figure beside it, such as `wijk: Noord` or `prognose`. Of money
    (`lijst`) the `id` is the code of a part and `periode` the amount, such as `dekking: Rijk`; of
    facts the `id` is the name.
    """

    id: str
    periode: str = ""
    lijst: Lijst = REALISATIES

    @property
    def sleutel(self) -> str:
        """How the hidden key of a row calls it beside the code."""
        return f"{GELD}: {self.periode}" if self.lijst == GELD else self.periode


def find_money(dossier: Dossier, id_: str, text: str) -> Vraag | None:
    """Return the amount that a row is about, None for another row.

    Raises Gebruiksfout where a part is named and none of its amounts.
    """
    code = part_of(dossier, id_)
    if code is None:
        return None
    if (found := find_amount(dossier, code, text)) is not None:
        return Vraag(code, found[0], GELD)
    if budget_of(dossier, code) is None:
        return None
    raise Gebruiksfout(
        f"Bij {code} staat niet om welk bedrag het gaat.",
        "Zet bij Periode `besteed`, `bijgesteld` of wie betaalt, zoals `dekking: gemeente`.",
    )


def find_fact(
    dossier: Dossier, id_: str, text: str, tekst: str, taken: Collection[str]
) -> Vraag | None:
    """Return the fact that a row is about, None for another row; a new one gets a name.

    `taken` are the names of other new facts. Raises Gebruiksfout where a new one has no words.
    """
    if fold(text.strip()) != FEIT:
        return None
    known = facts_of(dossier)
    if id_:
        return Vraag(id_, FEIT, FEITEN)
    if not tekst.strip():
        raise Gebruiksfout(
            "Bij dit feit staat niet wat er is geteld.", "Vul ook de omschrijving in."
        )
    flat = " ".join(tekst.split())
    for name, feit in known.items():
        if " ".join(feit.tekst.split()) == flat:
            return Vraag(name, FEIT, FEITEN)
    first = _name(flat)
    number, name = 2, first
    while name in known or name in taken:
        name, number = f"{first}-{number}", number + 1
    return Vraag(name, FEIT, FEITEN)


def _name(text: str) -> str:
    """Return a text as the name of a fact."""
    plain = _NO_LETTER.sub("-", text.lower()).strip("-0123456789")[:_LONGEST].strip("-")
    return plain or FEIT
