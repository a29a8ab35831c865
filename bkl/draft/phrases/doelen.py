"""What the notation makes of a span, and what an indicator in words counts."""

from __future__ import annotations

import re
from functools import lru_cache

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.doel import Doel, read_doel
from bkl.domein.notatie.reading.unit_words import noun_group
from bkl.domein.notatie.values.unreadable import Onleesbaar

NOUNISH = re.compile(r"(?:en|s|'s|ën|ie|er|ing|heid|schap|tie|lid|dag)$")
"""How nouns that are counted end: a quick look, no dictionary."""
_INDICATOR = re.compile(
    r"(?:het\s+|totaal\s+)?(?:aantal|hoeveelheid|number\s+of|#)\s+(?:of\s+)?(?P<words>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_SHARE_OF = re.compile(r"\s*(?:het\s+)?(?:percentage|%|aandeel|procent)(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _cached(span: str, jaar: int | None) -> Doel | None:
    try:
        return read_doel(span, omgeving=Omgeving(jaar=jaar))
    except Onleesbaar:
        return None


def reads(span: str, jaar: int | None = None) -> Doel | None:
    """Return what the notation makes of a span, None when it does not read it."""
    return _cached(span, jaar) if len(span) <= 200 else None


def reads_as_doel(text: str, jaar: int | None = None) -> Doel | None:
    """Return what a whole cell or line promises, None when it is not by itself a doel."""
    doel = reads(text.strip(), jaar)
    return None if doel is None or doel.soort == "kwalitatief" else doel


def unit_of_indicator(text: str) -> str | None:
    """Return what an indicator counts: `deelnemers` of `Aantal deelnemers`, `%` of a share."""
    if _SHARE_OF.match(text) or text.rstrip().endswith(("(%)", "in %", "percentage")):
        return "%"
    found = _INDICATOR.match(text.strip())
    if found is None:
        return None
    unit, _ = noun_group(found["words"].split())
    unit = re.sub(r"\s*\(.*$", "", unit)
    return unit if unit and NOUNISH.search(unit.lower()) else None
