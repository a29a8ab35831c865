"""Adding: which figures may be added up, and which of them are in another one already."""

from __future__ import annotations

from bkl.domein.dossier.dossier import Dossier
from bkl.domein.dossier.entries import IndicatorEntry
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


def codes_of(dossier: Dossier, entry: IndicatorEntry) -> tuple[str, ...]:
    """Return every code that an indicator goes by: its own, and those of what it stands in."""
    return (entry.id, entry.onderdeel_id, *dossier.nesting.keten(entry.speerpunt))


def aims_of(dossier: Dossier, entry: IndicatorEntry) -> frozenset[str]:
    """Return every code that an indicator contributes to, itself or as part of something."""
    if not dossier.bijdragen.heen:
        return frozenset()
    reached = map(dossier.bijdragen.uiteindelijk, codes_of(dossier, entry))
    return frozenset().union(*reached)


def is_aim(aims: frozenset[str], entry: IndicatorEntry) -> bool:
    """Tell whether an indicator, or the onderdeel or speerpunt that it stands in, is an aim."""
    return not aims.isdisjoint((entry.id, entry.onderdeel_id, entry.speerpunt))
