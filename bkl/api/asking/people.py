"""From whom figures and amounts must come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bkl.api.asking.money import money_from
from bkl.api.errors import Gebruiksfout
from bkl.diagnostics.suggestion import did_you_mean
from bkl.domein.dossier.structure.sections import onderdelen_of, sections_of
from bkl.domein.woorden import fold

if TYPE_CHECKING:
    from bkl.domein.dossier.dossier import Dossier


def everybody(dossier: Dossier) -> list[tuple[str, ...]]:
    """Return who must deliver something: figures, and money where there is any."""
    money = money_from(dossier).values() if dossier.geld is not None else ()
    return [*responsible(dossier).values(), *money]


def responsible(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Return from whom each figure must come: its own `wie`, else that of its onderdeel.

    Where the plan names nobody, it comes from who carries it out, else from who answers for it.
    """
    shared = {
        f"{sleutel}-{naam}": onderdeel.wie
        for speerpunten in sections_of(dossier.werkplan).values()
        for sleutel, speerpunt in speerpunten.items()
        for _, naam, onderdeel in onderdelen_of(speerpunt)
    }
    return {
        id_: entry.indicator.wie
        or shared.get(entry.onderdeel_id, ())
        or entry.uitvoerders
        or entry.portefeuillehouders
        for id_, entry in dossier.indicatoren.items()
    }


def known_names(wie: Sequence[str], there: Iterable[tuple[str, ...]]) -> set[str]:
    """Return names in small letters; raises Gebruiksfout for one that the plan does not know."""
    known = {fold(name): name for names in there for name in names}
    for name in wie:
        if fold(name) not in known:
            none = "In het werkplan staat nergens `wie:`."
            listed = f"Kies uit: {', '.join(sorted(known.values()))}." if known else none
            raise Gebruiksfout(
                f"Het werkplan noemt `{name}` nergens bij `wie`.",
                did_you_mean(name, known.values()) or listed,
            )
    return {fold(name) for name in wie}
