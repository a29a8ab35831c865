"""Groepen: the rows of a plan counted by speerpunt, thema, doelgroep or any label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.verdicts import Rij, Telling, Vergelijking
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_percentage, same_unit
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


_ZERO = Fraction(0)


class Som(NamedTuple):
    """What figures with one unit and one definition come to together.

    `bereik` is what the total can be. Unique people may have been counted more than once:
    then it runs from the largest figure to the sum of all. `ontbreekt` is how many of
    the `aantal` indicators gave no figure; they make the total a lower bound. For shares it
    is the share of all together, in per cent, and `noemer` the whole.
    """

    eenheid: str
    definitie: str | None
    bereik: Interval
    aantal: int
    ontbreekt: int
    uniek: bool
    noemer: Fraction | None = None


def add_up(rijen: Iterable[Rij]) -> list[Som]:
    """Return the sums that the plan allows, of two or more with one unit and definition."""
    groups: list[list[Vergelijking]] = []
    seen: set[str] = set()
    for rij in rijen:
        vergelijking = rij.vergelijking
        entry = vergelijking.entry
        if entry.id in seen or not _may_be_added(entry):
            continue
        seen.add(entry.id)
        for group in groups:
            if _alike(group[0].entry, entry):
                group.append(vergelijking)
                break
        else:
            groups.append([vergelijking])
    sums = [_sum(group) for group in groups if len(group) > 1]
    return [som for som in sums if som is not None]


def _may_be_added(entry: IndicatorEntry) -> bool:
    """Tell whether the plan lets this figure be added.

    It says so with `optellen: ja`. Unique people have a range instead of a sum, for which a
    shared definition is enough.
    """
    indicator = entry.indicator
    allowed = indicator.optellen or (indicator.uniek and indicator.definitie is not None)
    return allowed and entry.eenheid is not None and not entry.is_ontwikkeling


def _alike(one: IndicatorEntry, other: IndicatorEntry) -> bool:
    return (
        same_unit(one.eenheid or "", other.eenheid or "")
        and one.indicator.definitie == other.indicator.definitie
        and one.indicator.uniek == other.indicator.uniek
        and (one.doel.per if one.doel else None) == (other.doel.per if other.doel else None)
    )


def _sum(group: list[Vergelijking]) -> Som | None:
    entry = group[0].entry
    eenheid = entry.eenheid or ""
    if is_percentage(eenheid) or (entry.doel is not None and entry.doel.per is not None):
        return _shares(group, eenheid)
    known = [one.waarde for one in group if one.waarde is not None]
    if not known:
        return None
    lows = [_ZERO if part.low is None else part.low for part in known]
    missing = len(group) - len(known)
    endless = missing or any(part.high is None for part in known)
    high = None if endless else sum((part.high or _ZERO for part in known), _ZERO)
    uniek = entry.indicator.uniek
    low = max(lows) if uniek else sum(lows, _ZERO)
    bereik = Interval(low, high)
    return Som(eenheid, entry.indicator.definitie, bereik, len(group), missing, uniek)


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
