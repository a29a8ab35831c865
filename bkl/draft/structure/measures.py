"""Figures of which the value stands apart from what it counts: in a table, or in fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.jaren import Planjaren
from bkl.draft.blocks import Spot
from bkl.draft.phrases.doelen import reads_as_doel, unit_of_indicator
from bkl.draft.phrases.names import name_for
from bkl.draft.plan import ProposedFigure


class Measure(NamedTuple):
    """What is measured, its value or that of each year, its baseline and its unit, as written."""

    about: str
    value: str
    years: Mapping[int, str]
    basis: str
    unit: str
    spot: Spot


def read_measure(
    one: Measure, taken: Collection[str], jaren: Planjaren
) -> tuple[ProposedFigure | None, list[str]]:
    """Return the figure of a measure, None when it reads as none, and what a reader must look at.

    `taken` are names of figures at the same promise.
    """
    notes: list[str] = []
    read: dict[int, tuple[str, Doel]] = {}
    for year, value in one.years.items() if one.years else ((jaren.laatste, one.value),):
        phrase = " ".join(value.split())
        doel = reads_as_doel(phrase, jaren)
        if doel is not None:
            read[jaren.jaar(year)] = (phrase, doel)
        elif one.years:
            notes.append(f"{year}: `{phrase}` is niet als doel te lezen")
    if not read:
        return None, notes
    figure = _figure(one, *read[max(read)], taken)
    if one.years:
        figure.jaardoelen = {year: phrase for year, (phrase, _) in sorted(read.items())}
    _direct(figure, [read[year][1] for year in sorted(read)], jaren)
    return figure, notes


def _direct(figure: ProposedFigure, doelen: Sequence[Doel], jaren: Planjaren) -> None:
    """Let bare figures that fall from the baseline on say that less is better, to be judged."""
    start = reads_as_doel(figure.nulmeting, jaren) if figure.nulmeting else None
    steps = [one.drempel for one in ((start, *doelen) if start else doelen)]
    bare = all(one.soort == "minimum" for one in doelen) and figure.doel[:1].isdigit()
    values = [one for one in steps if one is not None]
    if not bare or len(values) < max(2, len(steps)):
        return
    if values[-1] < values[0] and all(after <= before for before, after in pairwise(values)):
        figure.richting = "lager"
        figure.nakijken = (*figure.nakijken, "daalt: is minder beter?")


def _figure(one: Measure, phrase: str, doel: Doel, taken: Collection[str]) -> ProposedFigure:
    eenheid = None
    worded = doel.soort in ("gereed", "niet toetsbaar")
    if doel.eenheid is None and doel.per is None and not worded:
        eenheid = one.unit or unit_of_indicator(one.about)
    counted = doel.eenheid or eenheid
    has_basis = one.basis and reads_as_doel(one.basis) and doel.nulmeting is None
    return ProposedFigure(
        name_for(eenheid or doel.eenheid, one.about, taken),
        phrase,
        f"{one.about}: {phrase}",
        one.spot,
        one.about or None,
        eenheid,
        {},
        one.basis if has_basis else None,
        None,
        () if counted or doel.soort == "gereed" else ("noemt geen eenheid",),
    )
