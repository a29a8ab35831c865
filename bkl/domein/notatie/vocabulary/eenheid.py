"""Units: when two of them are the same, and how many of one go into another.

Two units are the same when they are the same noun, in singular or plural. Different nouns
are different units, however alike their meaning: `mensen` are not `deelnemers`.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from bkl.domein.notatie.values.lazy import Lazy, words

PROCENT = "%"
EURO = "€"
_ALIASES = {
    "procent": PROCENT,
    "percent": PROCENT,
    "pct": PROCENT,
    "euro": EURO,
    "euro's": EURO,
    "eur": EURO,
    "maal": "keer",
    "x": "keer",
    "×": "keer",
    "malen": "keer",
    "keren": "keer",
    "min": "minuut",
    "sec": "seconde",
    "hectare": "ha",
    "hectares": "ha",
    "kilometer": "km",
    "kilometers": "km",
    "kilogram": "kg",
    "kilo": "kg",
    "fte's": "fte",
    "ftes": "fte",
    "m²": "m2",
    "wk": "week",
    "mnd": "maand",
    "jr": "jaar",
    "procentpunten": "procentpunt",
    "promille": "‰",
    "kalenderdagen": "dag",
    "kalenderdag": "dag",
}
_SECONDS = {"seconde": 1, "minuut": 60, "uur": 3600, "dag": 86400, "etmaal": 86400, "week": 604800}
_MONTHS = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12}
_A_YEAR = {"week": 52, "maand": 12, "kwartaal": 4, "semester": 2, "halfjaar": 2, "jaar": 1}
_DAYS = {"maand": (28, 31), "kwartaal": (90, 92), "halfjaar": (181, 184), "jaar": (365, 366)}
_DURATIONS = (*_SECONDS, *_MONTHS, "werkdag")
_PHYSICAL = words(
    "ha km km2 m2 m3 kg ton kton mton pj tj gj gwh mwh kwh mw kw fte liter tco2 graad"
)
_LEADING = ("de ", "het ", "een ")

_TOKEN = Lazy(r"[€%‰]|[^\s/(),.€%‰]+|/")
_VOWELS = "aeiouy"
_IRREGULAR = {
    "leden": "lid",
    "steden": "stad",
    "heden": "heid",
    "schepen": "schip",
    "kinderen": "kind",
    "liederen": "lied",
    "volkeren": "volk",
}
# short in the singular although the plural has an open syllable: dagen -> dag, not daag
_SHORT = frozenset(
    [
        "dag",
        "weg",
        "gat",
        "vat",
        "bad",
        "pad",
        "blad",
        "slag",
        "dak",
        "graf",
        "hof",
        "god",
        "spel",
        "glas",
        "dal",
        "verdrag",
        "gebed",
        "gebrek",
    ]
)


@lru_cache(maxsize=2048)
def same_unit(a: str, b: str) -> bool:
    """Tell whether two units are the same: `lezing` and `Lezingen`, `procent` and `%`.

    A bare `%` also equals `% van de deelnemers`: it leaves the whole unsaid, and takes over
    the one that the other names.
    """
    left, right = _words(a), _words(b)
    if left[:1] == right[:1] == (PROCENT,) and 1 in (len(left), len(right)):
        return True
    if len(left) != len(right) or not left:
        return False
    last = len(left) - 1
    return all(
        _same_word(one, other, adjective=index < last)
        for index, (one, other) in enumerate(zip(left, right, strict=True))
    )


@lru_cache(maxsize=2048)
def factor(from_: str, to: str) -> Fraction | None:
    """Return by what to multiply a figure in `from_` to have it in `to`.

    One for the same unit; known between seconde, minuut, uur, dag and week, between maand,
    kwartaal and jaar, and between so many times per week, month or year; None otherwise. A
    werkdag is not a dag, a maand not a number of days.
    """
    if same_unit(from_, to):
        return Fraction(1)
    for table in (_SECONDS, _MONTHS):
        one, other = _size(from_, table), _size(to, table)
        if one is not None and other is not None:
            return Fraction(one, other)
    one, other = _times_a_year(from_), _times_a_year(to)
    return None if one is None or other is None else Fraction(one, other)


def days_in(unit: str) -> tuple[int, int] | None:
    """Return the least and most days of a month, quarter or year; None for another unit."""
    found = next((name for name in _DAYS if _size(unit, {name: 1})), None)
    return None if found is None else _DAYS[found]


def _times_a_year(unit: str) -> int | None:
    words = _words(unit)
    if len(words) != 3 or words[:2] != ("keer", "per"):
        return None
    return next((n for name, n in _A_YEAR.items() if _same_word(words[2], name)), None)


@lru_cache(maxsize=1024)
def is_duration(unit: str) -> bool:
    """Tell whether a figure in this unit is a length of time."""
    words = _words(unit)
    return len(words) == 1 and any(_same_word(words[0], time) for time in _DURATIONS)


@lru_cache(maxsize=1024)
def takes_over(unit: str) -> bool:
    """Tell whether a bare figure opposite one in this unit must be in the same unit.

    So for what is counted and for physical units; not for a share, money, a length of time, a
    frequency, or anything `per …`.
    """
    words = _words(unit)
    if not words or "per" in words or words[0] in (PROCENT, EURO, "‰", "procentpunt"):
        return False
    if words[-1] in _PHYSICAL:
        return True
    return not any(_same_word(words[0], time) for time in _DURATIONS)


def is_discrete(unit: str | None) -> bool:
    """Tell whether figures in this unit are whole numbers of people or things.

    Not so for shares, and for what is measured: hectares, fte.
    """
    if unit is None:
        return True
    words = _words(unit)
    return not is_percentage(unit) and words[-1:] != ("cijfer",) and words[-1] not in _PHYSICAL


def unit_words(unit: str) -> tuple[str, ...]:
    """Return the words of a unit in lower case, with abbreviations written out."""
    return _words(unit)


def singulars(unit: str) -> frozenset[str]:
    """Return every noun of which the last word of a unit can be the plural."""
    return _singulars(unit.rsplit(maxsplit=1)[-1]) if unit.split() else frozenset()


def same_noun(a: str, b: str) -> bool:
    """Tell whether two words are one noun, in singular or plural."""
    return _same_word(a.lower(), b.lower())


def tidy_unit(unit: str | None) -> str | None:
    """Return the unit as a phrase would give it: `%` for procent, `€` for euro.

    None for an empty text.
    """
    words = " ".join(unit.split()) if unit else ""
    sign = _ALIASES.get(words.lower())
    return sign if sign in (PROCENT, EURO) else words or None


@lru_cache(maxsize=1024)
def is_percentage(unit: str | None) -> bool:
    """Tell whether figures in this unit are shares: per cent, per mille or percentage points."""
    return unit is not None and _words(unit)[:1] in ((PROCENT,), ("‰",), ("procentpunt",))


@lru_cache(maxsize=1024)
def is_count(unit: str | None) -> bool:
    """Tell whether figures in this unit are counted: people or things, no share, sum or time."""
    if unit is None:
        return True
    first = _words(unit)[:1]
    if is_percentage(unit) or first == (EURO,):
        return False
    return not any(_same_word(word, time) for word in first for time in _DURATIONS)


def _size(unit: str, table: dict[str, int]) -> int | None:
    words = _words(unit)
    if len(words) != 1:
        return None
    return next((size for name, size in table.items() if _same_word(words[0], name)), None)


@lru_cache(maxsize=2048)
def _words(unit: str) -> tuple[str, ...]:
    text = unit.lower().replace("’", "'").strip()
    for article in _LEADING:
        text = text.removeprefix(article)
    words = ["of" if word == "/" else word for word in _TOKEN.findall(text)]
    return tuple(_ALIASES.get(word, word) for word in words)


def _same_word(a: str, b: str, *, adjective: bool = False) -> bool:
    if a == b or b in _singulars(a) or a in _singulars(b):
        return True
    # nieuw initiatief, nieuwe initiatieven; not for the noun itself: een ouder is geen oudere
    return adjective and (_inflected(a) == b or _inflected(b) == a)


def _inflected(adjective: str) -> str:
    if adjective[-2:-1] in tuple(_VOWELS) and adjective[-3:-2] == adjective[-2:-1]:
        return f"{adjective[:-2]}{adjective[-1]}e"
    return f"{adjective}e"


@lru_cache(maxsize=4096)
def _singulars(word: str) -> frozenset[str]:
    """Return every noun of which `word` can be the plural, by the Dutch spelling rules."""
    for plural, singular in _IRREGULAR.items():
        if word.endswith(plural):
            return frozenset((word.removesuffix(plural) + singular,))
    found: set[str] = set()
    if word.endswith("'s"):
        found.add(word[:-2])
    elif word.endswith("s") and len(word) > 3:
        found.add(word[:-1])
    if word.endswith("ën"):
        found.add(word[:-2])
    elif word.endswith("en") and len(word) > 3:
        found.update(_without_en(word[:-2]))
        found.add(word[:-1])
    elif word.endswith("a") and len(word) > 4:
        found.update((f"{word[:-1]}um", f"{word[:-1]}on"))
    elif word.endswith("ici"):
        found.add(f"{word[:-1]}us")
    return frozenset(found)


def _without_en(stem: str) -> set[str]:
    """Return the singulars of `stem` + `en`: schol -> school, less -> les, initiatiev -> -f."""
    hard = {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    body = stem[:-1]
    if body[-1:] == stem[-1]:
        return {stem[:-1]}
    if body[-1:] not in tuple(_VOWELS) or body[-2:-1] in tuple(_VOWELS):
        return {body + hard}
    short, long = body + hard, body + body[-1] + hard
    syllables = len(re.findall(f"[{_VOWELS}]+", stem))
    if any(short.endswith(known) for known in _SHORT):
        return {short}
    # an unstressed last syllable stays as it is (senioren), a stressed one doubles (cliëntenraden);
    # nouns in -er take an s, so that ouderen is not the plural of ouder
    return {long} if syllables == 1 or short.endswith("er") else {short, long}
