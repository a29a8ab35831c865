"""Adding: which figures may be added up, and which of them are in another one already."""

from __future__ import annotations

from collections.abc import Iterable

from bkl.domein.dossier.entries import IndicatorEntry
from bkl.domein.dossier.structure.bijdragen import Bijdragen
from bkl.domein.dossier.structure.nesting import Nesting
from bkl.domein.notatie.vocabulary.eenheid import same_unit


def may_be_added(entry: IndicatorEntry) -> bool:
    """Tell whether the plan lets this figure be added.

    It says so with `optellen: ja`. Unique people have a range instead of a sum, for which a
    shared definition is enough.
    """
    indicator = entry.indicator
    allowed = indicator.optellen or (indicator.uniek and indicator.definitie is not None)
    return allowed and entry.eenheid is not None and not entry.is_ontwikkeling


def alike(one: IndicatorEntry, other: IndicatorEntry) -> bool:
    """Tell whether two figures count the same: one unit, one definition, one way of counting."""
    return (
        same_unit(one.eenheid or "", other.eenheid or "")
        and one.indicator.definitie == other.indicator.definitie
        and one.indicator.uniek == other.indicator.uniek
        and (one.doel.per if one.doel else None) == (other.doel.per if other.doel else None)
    )


class Within:
    """Finds, among some figures, those that another one of them is a part of.

    A figure is part of what it contributes to: a figure, or one in the onderdeel or speerpunt that
    it contributes to. A line to one's own speerpunt says nothing of the figures beside it, and of
    two that would be within each other neither is.
    """

    __slots__ = ("_aims", "_by_code", "_lines", "_nesting")

    def __init__(
        self, lines: Bijdragen, nesting: Nesting, entries: Iterable[IndicatorEntry]
    ) -> None:
        self._lines, self._nesting = lines, nesting
        self._aims: dict[str, frozenset[str]] = {}
        self._by_code: dict[str, list[IndicatorEntry]] = {}
        for entry in entries if lines.heen else ():
            for code in dict.fromkeys((entry.id, entry.onderdeel_id, entry.speerpunt)):
                self._by_code.setdefault(code, []).append(entry)

    def wholes(self, one: IndicatorEntry) -> list[IndicatorEntry]:
        """Return the figures that hold this one, in no order that means anything."""
        near = (other for aim in sorted(self._aims_of(one)) for other in self._by_code.get(aim, ()))
        return [
            other
            for other in {other.id: other for other in near}.values()
            if self._aims_at(one, other) and not self._aims_at(other, one)
        ]

    def _aims_of(self, one: IndicatorEntry) -> frozenset[str]:
        """Return every code that it contributes to, itself or as part of something."""
        if one.id not in self._aims:
            lines, above = self._lines, self._nesting.keten(one.speerpunt)
            codes = (one.id, one.onderdeel_id, *above) if lines.heen else ()
            self._aims[one.id] = frozenset[str]().union(*map(lines.uiteindelijk, codes))
        return self._aims[one.id]

    def _aims_at(self, one: IndicatorEntry, other: IndicatorEntry) -> bool:
        aims = self._aims_of(one)
        if not aims.isdisjoint((other.id, other.onderdeel_id)):
            return one is not other
        return one.speerpunt != other.speerpunt and other.speerpunt in aims
