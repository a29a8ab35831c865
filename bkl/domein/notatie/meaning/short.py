"""The shortest way through the grammar: `[aanduiding] getal [%] [woorden]`, and nothing else.

Most figures are this short, or two numbers with a dash (`4.000-5.000 contacten`). A phrase is
read here only where no word behind its number is one that the full reading looks at: that would
give the same, in more steps, and with patterns that take longer to make than to read a whole plan.
"""

from __future__ import annotations

import re
from fractions import Fraction

from bkl.domein.notatie.changes.change_words import WOORDEN
from bkl.domein.notatie.meaning.reached import UNREACHED
from bkl.domein.notatie.reading.nouns import unit_of
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Delen, Looptijd, Zin
from bkl.domein.notatie.reading.plain import AROUND, are_plain
from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.getal import read_digits
from bkl.domein.notatie.values.lazy import Lazy, words
from bkl.domein.notatie.vocabulary.eenheid import EURO, PROCENT
from bkl.domein.notatie.vocabulary.products import is_product
from bkl.domein.notatie.vocabulary.qualifiers import AANDUIDINGEN, Vorm

_PHRASE = Lazy(
    r"(?P<lead>\D{0,24}?)(?P<number>(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,15})(?:,\d\d?)?)"
    r"(?P<sign>\s?%| procent(?![^ ]))?(?P<tail>(?: [^\W\d_]+){0,12})"
)
_NUMBER = Lazy(r"(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,15})(?:,\d\d?)?")
_GLUE = tuple("<>=≥≤±~≈⩾⩽.-")
"""Signs behind which a number may follow without a space."""
_LONGEST = 80
_NOT_HERE = frozenset(("band", "verandering", "handhaven"))
_ANYWHERE = WOORDEN | UNREACHED | AROUND
"""Words that mean something wherever they stand behind a number."""


_PERIODS = words("jaar kwartaal maand week dag")
_YEARLY = " per jaar"
_PER_YEAR = Delen(termijn=Looptijd("per jaar", None, Fraction(1), per_jaar=True))
_ARTICLES = ("een", "één")
_WITH_EXTRA = ("getal", "minimum", "boven", "precies")
"""Before `extra` a qualifier of another kind is refused."""
_ONE = Fraction(1)
_LARGE = ("honderd", "duizend")
"""Behind a dash they may multiply both numbers: `twee-duizend`."""
_NOT_COUNTED = words("kleine krappe dikke")
"""Words behind `een` that open an aanduiding."""


def read_short(text: str, low: str, *, extra: bool = True) -> Zin | None:
    """Read a phrase that is just a quantity; None for any other, which may still be one.

    Without `extra` that word may mean a difference: `100 extra` beside a nulmeting.
    """
    if len(low) > _LONGEST or ("extra" in low and not extra):
        return None
    if low.endswith(_YEARLY) and "keer" not in low:
        return _yearly(text[: -len(_YEARLY)], low[: -len(_YEARLY)])
    if (found := _PHRASE.fullmatch(low)) is not None:
        return _in_digits(text, low, found)
    if "-" in low.partition(" ")[0]:
        return _band(text, low)
    return None if low[0].isdigit() else _in_words(text, low)


def _in_digits(text: str, low: str, found: re.Match[str]) -> Zin | None:
    lead, number, sign, tail = found.groups()
    if len(number) == 4 and number[:2] in ("19", "20"):
        return None
    teken, vorm = PROCENT if sign else None, _vorm(lead) if lead else "getal"
    if vorm is None and not sign and lead.rstrip().endswith(EURO):
        teken, lead = EURO, lead.rstrip()[:-1]
        vorm = _vorm(lead) if lead else "getal"
    if vorm is None:
        return None
    zin = Zin(vorm, read_digits(number), None, teken)
    return _with_unit(zin, text, low, found.start("tail")) if tail else zin


def _yearly(text: str, low: str) -> Zin | None:
    """Read `50 lezingen per jaar`, of which `per jaar` is the term."""
    if not low or low.count(" ") > 3 or " per " in low:
        return None
    zin = read_short(text, low)
    if zin is None or zin.delen is not GEEN_DELEN or zin.vorm == "band":
        return None
    return zin._replace(delen=_PER_YEAR)


def _in_words(text: str, low: str) -> Zin | None:
    """Read a number in one word: `minimaal drie lezingen`, `een lezing`."""
    start = 0
    for word in low.split(" ", 4)[:4]:
        value = telwoord.simple_value(word)
        if value is not None:
            vorm = _vorm(low[:start]) if start else "getal"
            return vorm and _with_unit(Zin(vorm, value), text, low, start + len(word))
        if word in _ARTICLES:
            return _one(text, low, start, word)
        start += len(word) + 1
    return None


def _one(text: str, low: str, start: int, word: str) -> Zin | None:
    """Read `één`, or `een lezing`, which counts one; before most nouns `een` counts nothing."""
    end = start + len(word)
    first = low[end + 1 :].partition(" ")[0]
    vorm = _vorm(low[:start]) if start else "getal"
    if vorm is None or first in _NOT_COUNTED or first.endswith("tal"):
        return None
    zin = _with_unit(Zin(vorm, _ONE), text, low, end)
    if word == "één":
        return zin
    return zin if not start and zin and is_product(zin.eenheid or "") else None


def _band(text: str, low: str) -> Zin | None:
    """Read `4.000-5.000 contacten` and `twee-drie scholen`."""
    both = low.partition(" ")[0]
    one, _, other = both.partition("-")
    first, second = _value(one), _value(other)
    if first is None or second is None or first > second or both == low:
        return None
    return _with_unit(Zin("band", first, second), text, low, len(both))


def _value(number: str) -> Fraction | None:
    """Return the value of an end of a band; None where it may say something else."""
    if number in _LARGE or (len(number) == 4 and number[:2] in ("19", "20")):
        return None
    return read_digits(number) if _NUMBER.fullmatch(number) else telwoord.simple_value(number)


def _vorm(lead: str) -> Vorm | None:
    """Return what the words before a number say; None when they are no aanduiding."""
    word = lead.rstrip()
    vorm = AANDUIDINGEN.get(word)
    if vorm in _NOT_HERE or (word == lead and not word.endswith(_GLUE)):
        return None
    return vorm


def _with_unit(zin: Zin, text: str, low: str, start: int) -> Zin | None:
    """Return the quantity with the words behind it, None when one of them may mean more."""
    parts = low[start:].split(" ")[1:]
    if not parts:
        return zin
    teken = zin.eenheid
    if not _are_times(parts):
        own = parts[1:] if parts[0] == "extra" and _may_be_extra(zin, low) else parts
        if not _ANYWHERE.isdisjoint(own) or not are_plain(own, signed=teken is not None):
            return None
        if "gepland" in low or "prognos" in low:
            return None
    unit = unit_of(low, start, text[start:].split(), teken, None)
    delen = zin.delen if unit.staart is None else Delen(staart=unit.staart)
    return zin._replace(eenheid=unit.eenheid, delen=delen)


def _may_be_extra(zin: Zin, low: str) -> bool:
    """Tell whether `extra` just says which ones are counted: `vijf extra gemeenten`."""
    if zin.eenheid is not None or zin.vorm not in _WITH_EXTRA or low.endswith("extra"):
        return False
    return not ("dubbel" in low or "voudig" in low or "halve" in low)


def _are_times(parts: list[str]) -> bool:
    """Tell whether the words are `keer` or `keer per week`."""
    if parts[0] != "keer":
        return False
    return len(parts) == 1 or (len(parts) == 3 and parts[1] == "per" and parts[2] in _PERIODS)
