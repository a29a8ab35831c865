"""Groepen: the rows of a plan counted by speerpunt, thema, doelgroep or any label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.structure.adding import Within, alike, may_be_added
from bkl.domein.dossier.verdicts import Rij, Telling, Vergelijking
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.domein.woorden import Indeling


class Groeptelling(NamedTuple):
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
        Groeptelling(
            key, _name(dossier, key, indeling), Telling.of(rows), tuple(add_up(dossier, rows))
        )
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
        return (dossier.assen(rij.speerpunt)[0 if indeling == "thema" else 1],)
    if indeling == "uitvoerder":
        return tuple(dict.fromkeys(rij.vergelijking.entry.uitvoerders)) or (None,)
    if indeling == "portefeuillehouder":
        return tuple(dict.fromkeys(rij.vergelijking.entry.portefeuillehouders)) or (None,)
    return (indicator.niveau if indeling == "niveau" else indicator.invloed,)


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


_ZERO = Fraction(0)


class Som(NamedTuple):
    """What figures with one unit and one definition come to together.

    `bereik` is what the total can be. Unique people may have been counted more than once:
    then it runs from the largest figure to the sum of all. `ontbreekt` is how many of
    the `aantal` indicators gave no figure; they make the total a lower bound. For shares it
    is the share of all together, in per cent, and `noemer` the whole. `inbegrepen` is how many
    figures were left out: they contribute to one of these, and are in it already. Where a
    speerpunt and one under it both have a figure, the total runs from the larger of both.
    """

    eenheid: str
    definitie: str | None
    bereik: Interval
    aantal: int
    ontbreekt: int
    uniek: bool
    noemer: Fraction | None = None
    inbegrepen: int = 0


def add_up(dossier: Dossier, rijen: Iterable[Rij]) -> list[Som]:
    """Return the sums that the plan allows, of two or more with one unit and definition."""
    groups: list[list[Vergelijking]] = []
    seen: set[str] = set()
    for rij in rijen:
        vergelijking = rij.vergelijking
        entry = vergelijking.entry
        if entry.id in seen or not may_be_added(entry):
            continue
        seen.add(entry.id)
        for group in groups:
            if alike(group[0].entry, entry):
                group.append(vergelijking)
                break
        else:
            groups.append([vergelijking])
    sums = [_apart(dossier, group) for group in groups if len(group) > 1]
    return [som for som in sums if som is not None]


def _apart(dossier: Dossier, group: list[Vergelijking]) -> Som | None:
    """Return the sum of a group without what is in another of its figures already."""
    if not dossier.bijdragen.heen:
        return _sum(dossier, group)
    within = Within(dossier.bijdragen, dossier.nesting, (one.entry for one in group))
    own = [one for one in group if not within.wholes(one.entry)]
    som = _sum(dossier, own)
    return som._replace(inbegrepen=len(group) - len(own)) if som is not None else None


def _sum(dossier: Dossier, group: list[Vergelijking]) -> Som | None:
    entry = group[0].entry
    eenheid = entry.eenheid or ""
    if is_percentage(eenheid) or (entry.doel is not None and entry.doel.per is not None):
        return None if _stacked(dossier, group) else _shares(group, eenheid)
    known = [(one.entry.speerpunt, one.waarde) for one in group if one.waarde is not None]
    if not known:
        return None
    missing = len(group) - len(known)
    endless = missing or any(part.high is None for _, part in known)
    high = None if endless else sum((part.high or _ZERO for _, part in known), _ZERO)
    uniek = entry.indicator.uniek
    lows = [(code, part.low or _ZERO) for code, part in known]
    low = max(one for _, one in lows) if uniek else _least(dossier, lows)
    bereik = Interval(low, high)
    return Som(eenheid, entry.indicator.definitie, bereik, len(group), missing, uniek)


def _stacked(dossier: Dossier, group: Iterable[Vergelijking]) -> bool:
    """Tell whether a speerpunt and one under it both have a figure in the group."""
    codes = {one.entry.speerpunt for one in group}
    return any(not codes.isdisjoint(dossier.nesting.keten(code)[:-1]) for code in codes)


def _least(dossier: Dossier, lows: Iterable[tuple[str, Fraction]]) -> Fraction:
    """Return the least that figures come to: of a speerpunt and what is under it the larger.

    The one may hold the other, and nobody says so: to add them could count people twice.
    """
    own: dict[str, Fraction] = {}
    for code, low in lows:
        own[code] = own.get(code, _ZERO) + low
    if not dossier.nesting.ouders:
        return sum(own.values(), _ZERO)
    below: dict[str, Fraction] = {}
    places = {code for one in own for code in dossier.nesting.keten(one)}
    total = _ZERO
    for code in sorted(places, key=dossier.nesting.diepte, reverse=True):
        under = below.get(code)
        best = max(own.get(code, under or _ZERO), under if under is not None else own[code])
        above = dossier.nesting.ouders.get(code)
        if above is None:
            total += best
        else:
            below[above] = below.get(above, _ZERO) + best
    return total


def _shares(group: list[Vergelijking], eenheid: str) -> Som | None:
    """Return all parts over all wholes; None when one whole is not known."""
    teller, noemer = _ZERO, _ZERO
    for one in group:
        waarde = one.realisatie.waarde if one.realisatie else None
        if waarde is None or waarde.teller is None or waarde.noemer is None:
            return None
        teller += waarde.teller
        noemer += waarde.noemer
    bereik = Interval.exactly(100 * teller / noemer)
    definitie = group[0].entry.indicator.definitie
    return Som(eenheid, definitie, bereik, len(group), 0, group[0].entry.indicator.uniek, noemer)
