"""What the notation makes of a span, and what an indicator in words counts."""

from __future__ import annotations

import re
from functools import lru_cache

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import Doel, read_doel
from bkl.domein.notatie.reading.nouns import noun_group
from bkl.domein.notatie.values.jaren import Planjaren
from bkl.domein.notatie.values.unreadable import Onleesbaar

NOUNISH = re.compile(r"(?:en|s|'s|ën|ie|er|ing|heid|schap|tie|lid|dag)$")
"""How nouns that are counted end: a quick look, no dictionary."""
_INDICATOR = re.compile(
    r"(?:het\s+|totaal\s+)?(?:aantal|hoeveelheid|number\s+of|#)\s+(?:of\s+)?(?P<words>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_SHARE_OF = re.compile(r"\s*(?:het\s+)?(?:percentage|%|aandeel|procent)(?!\w)", re.IGNORECASE)


def within(jaren: Planjaren | None) -> Omgeving:
    """Return what a plan of these years says beside each of its phrases."""
    return Omgeving() if jaren is None else Omgeving(jaar=jaren.eerste, jaren=jaren.lengte)


_IN_BRACKETS = re.compile(r"\((?:in\s+)?(?P<unit>€|[a-zA-Z][\w/-]{0,11})\)$")
_COUNTED = re.compile(
    r"(?P<unit>(?:[^\W\d_]+e\s+)?[^\W\d_]{4,}(?:en|s))(?=\s+(?:per|met|die|dat|van|voor|in|op|aan|bij)\s|$)"
)


def _unit_beside(text: str) -> str | None:
    """Return the unit in brackets of `Restafval (kg)`, the noun of `Nieuwe woningen per jaar`."""
    if found := _IN_BRACKETS.search(text):
        return found["unit"]
    counted = _COUNTED.match(text)
    return counted["unit"] if counted and not counted["unit"].endswith(("heden", "eren")) else None


@lru_cache(maxsize=8192)
def _cached(span: str, jaren: Planjaren | None) -> Doel | None:
    try:
        return read_doel(span, omgeving=within(jaren))
    except Onleesbaar:
        return None


def reads(span: str, jaren: Planjaren | None = None) -> Doel | None:
    """Return what the notation makes of a span, None when it does not read it."""
    return _cached(span, jaren) if len(span) <= 200 else None


def reads_as_doel(text: str, jaren: Planjaren | None = None) -> Doel | None:
    """Return what a whole cell or line promises, None when it is not by itself a doel."""
    doel = reads(text.strip(), jaren)
    return None if doel is None or doel.soort == "kwalitatief" else doel


def unit_of_indicator(text: str) -> str | None:
    """Return what an indicator counts: `deelnemers` of `Aantal deelnemers`, `%` of a share."""
    if _SHARE_OF.match(text) or text.rstrip().endswith(("(%)", "in %", "percentage")):
        return "%"
    found = _INDICATOR.match(text.strip())
    if found is None:
        return _unit_beside(text.strip())
    unit, _ = noun_group(found["words"].split())
    unit = re.sub(r"\s*\(.*$", "", unit)
    return unit if unit and NOUNISH.search(unit.lower()) else None
