"""Groepen: the rows of a plan counted by speerpunt, thema, doelgroep or any label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.verdicts import Rij, Telling
from bkl.domein.woorden import Indeling
from bkl.gap.sums import Som, add_up


@dataclass(frozen=True, slots=True)
class Groeptelling:
    """The rows that share one key; `sleutel` is None for those that have none.

    What serves several groups counts in each of them, and once in the whole.
    """

    sleutel: str | None
    naam: str
    telling: Telling
    sommen: tuple[Som, ...]


def group_by(dossier: Dossier, rijen: Sequence[Rij], indeling: Indeling) -> list[Groeptelling]:
    """Return the groups in the order of the plan, those without a key last."""
    found: dict[str | None, list[Rij]] = {}
    for sleutel in _declared(dossier, indeling):
        found[sleutel] = []
    for rij in rijen:
        for key in _keys(dossier, rij, indeling):
            found.setdefault(key, []).append(rij)
    rest = found.pop(None, None)
    groups = [(key, rows) for key, rows in found.items() if rows]
    if rest:
        groups.append((None, rest))
    return [
        Groeptelling(key, _name(dossier, key, indeling), Telling.of(rows), tuple(add_up(rows)))
        for key, rows in groups
    ]


def _declared(dossier: Dossier, indeling: Indeling) -> Sequence[str]:
    werkplan = dossier.werkplan
    if indeling == "thema":
        return list(werkplan.themas)
    return list(werkplan.doelgroepen) if indeling == "doelgroep" else ()


def _keys(dossier: Dossier, rij: Rij, indeling: Indeling) -> Sequence[str | None]:
    indicator = rij.vergelijking.entry.indicator
    if indeling == "speerpunt":
        return (rij.speerpunt,)
    if indeling == "label":
        return tuple(dict.fromkeys(indicator.labels)) or (None,)
    if indeling in ("thema", "doelgroep"):
        known = dossier.speerpunt(rij.speerpunt)
        if known is None:
            return (None,)
        axes = dossier.werkplan.axes_of(rij.speerpunt, known[1])
        return (axes[0 if indeling == "thema" else 1],)
    values: dict[str, str | None] = {
        "niveau": indicator.niveau,
        "invloed": indicator.invloed,
        "uitvoerder": indicator.uitvoerder,
    }
    return (values[indeling],)


def _name(dossier: Dossier, key: str | None, indeling: Indeling) -> str:
    werkplan = dossier.werkplan
    words = {
        "speerpunt": werkplan.begrippen.speerpunt,
        "thema": werkplan.begrippen.thema,
        "doelgroep": werkplan.begrippen.doelgroep,
    }
    if key is None:
        return f"zonder {words.get(indeling, indeling)}"
    if indeling == "thema":
        return werkplan.themas.get(key, key)
    if indeling == "doelgroep":
        return werkplan.doelgroepen.get(key, key)
    if indeling == "speerpunt":
        known = dossier.speerpunt(key)
        return werkplan.title_of(key, known[1]) if known else key
    return key
