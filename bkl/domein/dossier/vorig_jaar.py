"""Vorig jaar: what the account of the year before says, for a doel that compares itself with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from bkl.domein.model.indicator import Indicator, Referentie
from bkl.domein.notatie.meaning.write import write_waarde
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.eenheid import same_unit

if TYPE_CHECKING:
    from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry

VORIG_JAAR = "vorig jaar"
_NAMED = Lazy(r"(?<!\w)(?:vorige?|voorgaande?)\s+jaar(?!\w)", re.IGNORECASE)

Vorige = Mapping[str, tuple[Referentie, Indicator]]
"""By id: the figure of the year before, and what it was promised as."""


def names_last_year(text: str) -> bool:
    """Tell whether a text speaks of the year before."""
    return _NAMED.search(text) is not None


def figures_of(
    indicatoren: Mapping[str, IndicatorEntry],
    realisaties: Mapping[str, RealisatieEntry],
    bestand: str,
) -> dict[str, tuple[Referentie, Indicator]]:
    """Return every figure of a year that is one number, by the id of its indicator."""
    found = {}
    for id_, entry in indicatoren.items():
        given = realisaties.get(id_)
        waarde = given.waarde if given is not None and not given.tegenspraak else None
        if waarde is None or waarde.interval is None or waarde.soort not in ("exact", "aandeel"):
            continue
        phrase = write_waarde(waarde)
        told = Referentie(wat=VORIG_JAAR, waarde=phrase, bron=(bestand,))
        unit = entry.indicator.eenheid or waarde.eenheid
        found[id_] = (told, entry.indicator.model_copy(update={"eenheid": unit}))
    return found


def with_last_year(indicator: Indicator, id_: str, vorige: Vorige) -> Indicator:
    """Return an indicator with the figure of the year before, where its doel asks for that.

    A figure that the plan gives itself goes first. One of another unit or definition, or from
    before a break, is not taken: the doel then stays unreadable, with its cure.
    """
    phrases = (indicator.doel, *indicator.mijlpalen.values(), *indicator.jaardoelen.values())
    if indicator.referentie is not None or indicator.trendbreuk is not None:
        return indicator
    if not any(phrase is not None and names_last_year(phrase) for phrase in phrases):
        return indicator
    found = vorige.get(indicator.vervolg_van or id_)
    if found is None or not _alike(indicator, found[1]):
        return indicator
    return indicator.model_copy(update={"referentie": found[0]})


def _alike(now: Indicator, then: Indicator) -> bool:
    if now.definitie is not None and then.definitie is not None and now.definitie != then.definitie:
        return False
    if now.uniek != then.uniek:
        return False
    return not now.eenheid or not then.eenheid or same_unit(now.eenheid, then.eenheid)
