"""Rates: a unit that says how much in each period, such as `lezingen per kwartaal`."""

from __future__ import annotations

from functools import lru_cache

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.domein.records import NamedTuple
from bkl.domein.woorden import Periodesoort

_PER = Lazy(r"(.+?)\s*(?:\bper|/)\s*(?:(week|maand|kwartaal|tertaal)|(half\s?jaar))")
_TIMES = ("keer", "maal")
"""How often something is done is a frequency, which converts to so many times a year."""


class Maat(NamedTuple):
    """What is counted, and in which periods: `lezingen` per kwartaal."""

    eenheid: str
    geteld: str
    soort: Periodesoort


@lru_cache(maxsize=1024)
def rate_of(unit: str | None) -> Maat | None:
    """Return what a unit counts in which periods; None for any other unit.

    A year is no such period: a doel per year is one of each report.
    """
    found = _PER.fullmatch(unit) if unit is not None else None
    if unit is None or found is None or is_percentage(unit) or found[1] in _TIMES:
        return None
    soorten: dict[str, Periodesoort] = {
        "week": "week",
        "maand": "maand",
        "kwartaal": "kwartaal",
        "tertaal": "tertaal",
    }
    return Maat(unit, found[1], soorten.get(found[2] or "", "halfjaar"))
