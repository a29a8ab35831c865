"""The words around a number: what comes before it, what joins two, what stands in for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from bkl.domein.notatie.values.lazy import Lazy, words

Vorm = Literal[
    "getal",
    "minimum",
    "boven",
    "maximum",
    "onder",
    "ongeveer",
    "bijna",
    "ruim",
    "precies",
    "handhaven",
    "band",
    "verandering",
    "aandeel",
    "orde",
]
"""How a phrase is built; `getal` is a bare number."""

_VORMEN: dict[Vorm, str] = {
    "minimum": "minimaal|minimum|min.|ten minste|tenminste|minstens|op zijn minst|op z'n minst|"
    "op minimaal|niet minder dan|niet lager dan|niet kleiner dan|niet korter dan|niet onder de|"
    "niet onder|vanaf|in ieder geval|in elk geval|gelijk of hoger dan|gelijk aan of hoger dan|"
    "gelijk of meer dan|gelijk aan of meer dan|gelijk aan of groter dan|hoger dan of gelijk aan|"
    "meer dan of gelijk aan|groter dan of gelijk aan|minimaal gelijk aan|minstens gelijk aan|"
    "ten minste gelijk aan|tenminste gelijk aan|>=|=>|≥|⩾",
    "boven": "meer dan|hoger dan|langer dan|groter dan|boven de|boven|iets meer dan|>",
    "maximum": "maximaal|maximum|max.|max|hooguit|hoogstens|ten hoogste|op zijn hoogst|"
    "op z'n hoogst|op maximaal|niet meer dan|niet hoger dan|niet langer dan|niet groter dan|"
    "niet boven de|niet boven|lager dan of gelijk aan|minder dan of gelijk aan|"
    "kleiner dan of gelijk aan|gelijk of lager dan|gelijk aan of lager dan|"
    "gelijk of minder dan|gelijk aan of minder dan|gelijk aan of kleiner dan|"
    "maximaal gelijk aan|hoogstens gelijk aan|binnen maximaal|binnen max.|binnen de|binnen|"
    "tot maximaal|<=|=<|≤|⩽",
    "onder": "minder dan|lager dan|korter dan|kleiner dan|onder de|onder|iets minder dan|<",
    "ongeveer": "ca.|ca|circa de|circa|ongeveer de|ongeveer|ong.|ong|plm.|plm|plusminus|"
    "plus minus|rond de|rond|rondom de|rondom|nabij de|nabij|omstreeks|om en nabij de|om en nabij|"
    "om en bij de|om en bij|bij benadering|zo'n|naar schatting|"
    "+/-|±|~|≈",
    "bijna": "bijna|een kleine|een krappe|krap|net geen|tegen de",
    "ruim": "ruim|dik|een dikke",
    "precies": "precies|exact|gelijk aan|=",
    "handhaven": "handhaven op",
    "band": "tussen de|tussen",
    "verandering": "van de|van",
}
AANDUIDINGEN: dict[str, Vorm] = {
    word: vorm for vorm, words in _VORMEN.items() for word in words.split("|")
}
_LETTERS = frozenset(word[0] for word in AANDUIDINGEN)
_ALSO_PREPOSITION = frozenset(
    [
        *(
            "rond",
            "rond de",
            "rondom",
            "rondom de",
            "nabij",
            "nabij de",
            "tegen de",
            "dik",
            "boven",
        ),
        *("binnen", "binnen de", "ruim", "exact", "ca"),
        *("boven de", "onder", "onder de", "vanaf", "krap", "max", "in ieder geval"),
        *("in elk geval", "een kleine", "een krappe", "een dikke", "op minimaal", "op maximaal"),
        "tot maximaal",
    ]
)


def _any_of(words: Iterable[str]) -> str:
    escaped = (re.escape(word) for word in sorted(words, key=len, reverse=True))
    return "|".join(escaped).replace(r"\ ", r"\s+")


AANDUIDING = Lazy(rf"(?:{_any_of(AANDUIDINGEN)})(?:(?<=[<>=≥≤±~≈⩾⩽.-])\s*|\s+)(?!helft)")
"""One aanduiding before a number, with the space behind it."""
_BY_LETTER: dict[str, re.Pattern[str]] = {}


def qualifier_at(low: str, pos: int) -> tuple[Vorm, int] | None:
    """Return what the aanduiding at a place says, with the place behind it; None without one."""
    letter = low[pos : pos + 1]
    if letter not in _LETTERS:
        return None
    pattern = _BY_LETTER.get(letter)
    if pattern is None:
        own = [word for word in AANDUIDINGEN if word[0] == letter]
        pattern = re.compile(rf"({_any_of(own)})(?:(?<=[<>=≥≤±~≈⩾⩽.-])\s*|\s+)(?!helft)")
        _BY_LETTER[letter] = pattern
    found = pattern.match(low, pos)
    if found is None:
        return None
    word = found[1]
    return AANDUIDINGEN.get(word) or AANDUIDINGEN[" ".join(word.split())], found.end()


_MISPLACED = [
    word
    for word, vorm in AANDUIDINGEN.items()
    if word[0].isalpha() and vorm not in ("band", "verandering") and word not in _ALSO_PREPOSITION
]
_COMMON = words("op zijn z n ten niet in de dan of aan een om en iets")


def _telling(aanduiding: str) -> str:
    """Return the word of an aanduiding that few other phrases hold."""
    found = aanduiding.replace("'", " ").replace(".", " ").split()
    return next((word for word in found if word not in _COMMON), found[0])


LATER = Lazy(
    rf"(?<!\w)(?:{_any_of(_MISPLACED)})(?!\w)",
    needs=frozenset(_telling(word) for word in _MISPLACED),
)
"""An aanduiding behind the number, where it does not belong."""

JOINT = Lazy(
    r"\s*(?P<plus>\+)(?=\s|$)|\s+of\s+(?P<of>meer|minder|hoger|lager|langer|korter|groter|kleiner)(?!\w)"
    r"|\s*(?P<streep>[-–—])\s*(?!\s)|\s+(?P<tot>tot\s+en\s+met|t/m|tot|à|á|a)(?:\s+de)?\s+"
    r"|\s+(?P<en>en)(?:\s+de)?\s+(?!helft)|\s+(?P<van>van)(?:\s+de|\s+het|\s+alle)?"
    r"(?:\s+(?:geplande|beoogde|verwachte|begrote|toegezegde))?\s+(?!helft)"
)
"""What can follow a number and say more about it."""
NAAR = Lazy(r"(?<!\s)\s+naar(?:\s+de)?\s+(?!helft)")
OF_MEER = Lazy(r"(?<!\s)\s+of\s+(meer|minder|hoger|lager|langer|korter|groter|kleiner)$")
MINDER = frozenset(("minder", "lager", "korter", "kleiner"))
"""Of `… of minder` and the like: the words that make a maximum."""

ORDE = Lazy(r"(?<!\w)(?:enkele\s+)?(tientallen|honderden|duizenden)(?!\w)|(?<!\w)(enkele)(?!\w)")
ORDES: dict[str, tuple[Fraction, Fraction]] = {
    "enkele": (Fraction(2), Fraction(9)),
    "tientallen": (Fraction(20), Fraction(99)),
    "honderden": (Fraction(200), Fraction(999)),
    "duizenden": (Fraction(2000), Fraction(9999)),
}
"""Orders of magnitude, a convention that the legend of every report states."""

_PER_JAAR = {
    52: "wekelijks|elke week|iedere week|per week",
    12: "maandelijks|elke maand|iedere maand|per maand",
    4: "per kwartaal|elk kwartaal|ieder kwartaal",
    2: "halfjaarlijks|per halfjaar|elk halfjaar|ieder halfjaar",
    1: "jaarlijks|per jaar|elk jaar|ieder jaar",
}
FREQUENTIES: dict[str, Fraction] = {
    word: Fraction(times) for times, words in _PER_JAAR.items() for word in words.split("|")
}
KEER_PER_JAAR = "keer per jaar"

NIETS = Lazy(
    r"geen\s+(?:(?:enkele?|goede?|volledige?|exacte?|precies|precieze)\s+)?"
    r"(?:cijfers?|gegevens|data|aantal(?:len)?|getal(?:len)?|opgave|informatie|registratie"
    r"|meting(?:en)?|telling(?:en)?|zicht|beeld|idee|doel|norm|criterium|streefwaarde)(?!\w)"
)
"""`geen` that means the absence of a figure, not the figure nought."""
GEEN = Lazy(
    r"geen(?:\s+enkele?$|\s+(?:enkele?\s+)?(?=[^\W\d])(?!honderd|duizend|miljoen|miljard|ml[nd])|$)"
)
"""`geen` in front of what is counted: the figure nought."""
_DEEL = (
    "paar|aantal|tiental|honderdtal|duizendtal|miljoenen|miljarden|dozijn|handvol|handjevol|boel"
    "|derde|kwart|vierde|vijfde|zesde|zevende|achtste|negende|tiende|gros"
    "|groot|klein|beperkt|flink|behoorlijk|meerderheid|minderheid|reeks|serie|scala"
)
VAAG = Lazy(
    r"(?<!\w)(?:veel|weinig|vele|meer|minder|genoeg|voldoende|meerdere|diverse|verschillende"
    rf"|sommige|alle|wat|helft|{_DEEL})(?!\w)"
)
"""Words that promise a number but name none."""
HALF_GETAL = Lazy(rf"\s*({_DEEL}|meer|minder|helft|tweede|eerste|laatste|voldoende)(?!\w)")
"""Words that make another number of the one before them: `een paar`, `twee derde`."""
