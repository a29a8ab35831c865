"""Rates: a unit that says how much in each period, such as `lezingen per kwartaal`."""

from __future__ import annotations

import re
from functools import lru_cache

from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.domein.records import NamedTuple
from bkl.domein.woorden import Periodesoort

_PER = Lazy(r"(.+?)\s*(?:\bper|/)\s*(?:(week|maand|kwartaal|tertaal)|(half\s?jaar))")
_SOORT = r"(dag|week|maand|kwartaal|tertaal|half\s?jaar)"
_SLASH = Lazy(rf"(?<=\w)\s?(?:p\s?)?/\s?{_SOORT}(?!\w)", re.IGNORECASE)
_EACH = rf"(?:in\s+)?(?:elke?|iedere?|per)\s+{_SOORT}(?!\w)"
_ADVERB = r"(dagelijks|wekelijks|maandelijks|driemaandelijks|halfjaarlijks)(?!\w)"
_FIRST = Lazy(rf"(?:{_EACH}|{_ADVERB})\s+(.+)", re.IGNORECASE)
_LATER = Lazy(rf"(?<=\w)\s+{_EACH}", re.IGNORECASE)
_ANYHOW = Lazy(
    rf"(?<!\w)(?:{_EACH}|{_ADVERB}|om\s+(?:de|het)\s+{_SOORT}(?!\w))|(?<=\w)\s?/\s?{_SOORT}(?!\w)"
)
_BEHIND = Lazy(
    r"(?<=[^\W\d_])(?:\s+(?=(?:waarvan|waaronder|met|in|voor|van|bij|op|door|tijdens|aan|uit|naar|die|dat"
    r"|over|onder|vanaf|t/m|sinds|ge\w+(?:d|t|en))(?!\w))|\s*(?=[,;(]))",
    re.IGNORECASE,
)
"""Where the words behind a noun begin."""
_FIGURE = Lazy(r"\d|(?<!\w)(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)(?!\w)")
_EACH_BEGINS = ("elk", "ieder", "per ")
_OFTEN = {"wekelijks": "week", "maandelijks": "maand", "driemaandelijks": "kwartaal"}
_OFTEN |= {"halfjaarlijks": "half jaar", "dagelijks": "dag"}
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


def with_per(text: str, low: str) -> tuple[str, str]:
    """Return a phrase with what it asks of each period behind its figure: `3 uur per week`.

    `3 uur elke week`, `3 uur/week` and `wekelijks 3 uur` say the same; `1.500 jongeren
    wekelijks` may be people who do so.
    """
    if "lijks" not in low and "/" not in low and not any(word in low for word in _EACH_BEGINS):
        return text, low
    return _with_per(text), _with_per(low)


def periods_in(low: str) -> frozenset[str]:
    """Return the periods of which a phrase in lower case says how much there is in each."""
    if not any(word in low for word in ("lijks", "/", "om de ", "om het ", *_EACH_BEGINS)):
        return frozenset()
    found = (next(filter(None, one.groups())) for one in _ANYHOW.finditer(low))
    return frozenset(_OFTEN.get(soort, soort).replace(" ", "") for soort in found)


def _with_per(text: str) -> str:
    text = _SLASH.sub(r" per \1", text)
    if "%" in text or "procent" in text:
        # how often people do what a share is of: `80% sport elke week`
        return text
    if found := _FIRST.fullmatch(text):
        soort, rest = found[1] or _OFTEN[found[2].lower()], found[3]
        if " per " in rest:
            return text
        end = behind.start() if (behind := _BEHIND.search(rest)) else len(rest)
        return f"{rest[:end]} per {soort}{rest[end:]}"
    found = _LATER.search(text)
    if found is None or not (text[0].isdigit() or _FIGURE.search(text[: found.start()].lower())):
        return text
    return f"{text[: found.start()]} per {found[1]}{text[found.end() :]}"
