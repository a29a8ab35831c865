"""A figure by its parts, in words; a public report tells less than the organisation itself sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.uitsplitsing import (
    KLEINST,
    ONBEKEND,
    Deelcijfer,
    Uitsplitsing,
    hidden_names,
)
from bkl.domein.dossier.verdicts import Toets, Vergelijking
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.getal import write_number
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_count
from bkl.gap.weighing import weigh_all, weighed

_NOT_DUE, _INCOMPARABLE, _UNDECIDED = 5, 8, 10
"""Rows of the decision table."""
BY = "naar "
"""How the rows begin that tell a figure by its parts."""
VERBORGEN = f"minder dan {write_number(KLEINST)}, of verborgen om zo'n deel te beschermen"


def parts_told(vergelijking: Vergelijking, *, openbaar: bool) -> Iterator[tuple[str, str]]:
    """Yield each dimension with its parts; with `openbaar` small parts are not told."""
    given = vergelijking.realisatie
    for one in given.uitsplitsing if given is not None else ():
        hidden = one.verborgen if openbaar else frozenset()
        told = [
            _part(deel, vergelijking, one, hidden) for deel in one.delen if deel.naam not in hidden
        ]
        if one.rest is not None and ONBEKEND not in hidden:
            told.append(f"{ONBEKEND}: {amount(one.rest)}")
        if names := hidden_names(one, hidden):
            told.append(f"{', '.join(names)}: {VERBORGEN}")
        double = " (iemand kan in meer delen vallen)" if one.overlap else ""
        yield f"{BY}{one.dimensie}", "; ".join(told) + double


def parts_planned(entry: IndicatorEntry) -> Iterator[tuple[str, str]]:
    """Yield each dimension that the plan splits a figure by, its parts with what was promised."""
    for dimensie, declared in entry.indicator.uitsplitsing.items():
        names = dict.fromkeys((*declared.delen, *declared.doelen))
        told = [
            f"{naam}: {doel}" if (doel := declared.doelen.get(naam)) else naam for naam in names
        ]
        comma = "; " if declared.doelen else ", "
        double = " (iemand kan in meer delen vallen)" if declared.overlap else ""
        if told:
            yield f"{BY}{dimensie}", comma.join(told) + double


def judge_part(
    deel: Deelcijfer,
    vergelijking: Vergelijking,
    one: Uitsplitsing,
    hidden: frozenset[str] = frozenset(),
) -> Toets | None:
    """Return the verdict on one part, which counts nowhere; None without a doel or a figure.

    A doel of a part is due when that of the whole is, and a figure of one year decides nothing
    where those of several years are added. What makes the whole incomparable holds for its parts.
    Of whom nobody knows the part, some or all may belong to this one: it holds with and without.
    Of what is `hidden` it tells nothing, and of no part when the rest is: that would show through.
    """
    if deel.doel is None or deel.waarde is None or deel.waarde.interval is None:
        return None
    if not hidden.isdisjoint((deel.naam, ONBEKEND)):
        return None
    later = vergelijking.rij == _NOT_DUE and vergelijking.oordeel != "gehaald"
    if later or vergelijking.einddoel is not None:
        return Toets(deel.doel, "nog niet te beoordelen", _NOT_DUE)
    if vergelijking.rij == _INCOMPARABLE:
        return Toets(deel.doel, vergelijking.oordeel, _INCOMPARABLE)
    given = vergelijking.realisatie
    if given is not None and given.sinds is not None:
        nodig = f"nodig: het deel sinds {given.sinds}; opgegeven: {deel.waarde.tekst}"
        return Toets(deel.doel, "niet te bepalen", _UNDECIDED, nodig=nodig)
    return weighed(deel.doel, weigh_all(deel.doel, _possible(deel.waarde, one)), deel.waarde.tekst)


def _possible(waarde: Waarde, one: Uitsplitsing) -> tuple[Waarde, ...]:
    """Return a part without those of whom the part is unknown, and with all of them."""
    counted = is_count(waarde.eenheid) and waarde.noemer is None
    if one.onbekend is None or waarde.interval is None or not counted:
        return (waarde,)
    return waarde, replace(waarde, interval=waarde.interval.plus(one.onbekend))


def _part(
    deel: Deelcijfer, vergelijking: Vergelijking, one: Uitsplitsing, hidden: frozenset[str]
) -> str:
    figure = deel.waarde.tekst if deel.waarde is not None else "niet bekend"
    if deel.doel is None:
        return f"{deel.naam}: {figure}"
    toets = judge_part(deel, vergelijking, one, hidden)
    verdict = f", {toets.oordeel}" if toets is not None and toets.rij != _NOT_DUE else ""
    return f"{deel.naam}: {figure} (beloofd {deel.doel.tekst}{verdict})"


def amount(interval: Interval) -> str:
    """Return a rest in words: `3`, `2 tot 6` or `0 of meer`."""
    low = write_number(interval.low or Fraction(0))
    if interval.high is None:
        return f"{low} of meer"
    high = write_number(interval.high)
    return low if low == high else f"{low} tot {high}"
