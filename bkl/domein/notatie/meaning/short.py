"""The shortest way through the grammar: `[aanduiding] getal [%] [woorden]`, and nothing else.

Most figures are this short. A phrase is read here only where no word behind its number is one
that the full reading looks at: that would give the same, in more steps.
"""

from __future__ import annotations

import re

from bkl.domein.notatie.changes.change_words import WOORDEN
from bkl.domein.notatie.meaning.reached import UNREACHED
from bkl.domein.notatie.reading.parts import Delen
from bkl.domein.notatie.reading.peel import MONTHS
from bkl.domein.notatie.reading.phrase import AROUND
from bkl.domein.notatie.reading.quantity import Zin
from bkl.domein.notatie.reading.unit_words import unit_of
from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.getal import read_digits
from bkl.domein.notatie.values.lazy import words
from bkl.domein.notatie.vocabulary.eenheid import EURO, PROCENT
from bkl.domein.notatie.vocabulary.qualifiers import AANDUIDINGEN, LATER, Vorm

_PHRASE = re.compile(
    r"(?P<lead>\D{0,24}?)(?P<number>(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,15})(?:,\d\d?)?)"
    r"(?P<sign>\s?%)?(?P<tail>(?: [^\W\d_]+){0,12})"
)
_GLUE = tuple("<>=≥≤±~≈⩾⩽.-")
"""Signs behind which a number may follow without a space."""
_NOT_HERE = frozenset(("band", "verandering", "handhaven"))
_ANYWHERE = (
    WOORDEN
    | UNREACHED
    | AROUND
    | LATER.needs
    | words(
        "of per langer korter groter kleiner na behalve uitgezonderd enkele tientallen honderden "
        "duizenden maal"
    )
)
"""Words that mean something wherever they stand behind a number."""
_FIRST = MONTHS | words(
    "een en tot à á a naar plus dan maar ja nee procent pct punt punten honderd duizend miljoen "
    "miljard mln mld mio k m ton x paar aantal tiental honderdtal duizendtal miljoenen miljarden "
    "dozijn handvol handjevol boel derde kwart vierde vijfde zesde zevende achtste negende tiende "
    "gros groot klein beperkt flink behoorlijk meerderheid minderheid reeks serie scala helft "
    "tweede eerste laatste voldoende"
)
"""Words that mean something just behind a number."""
_OPENING = words("van voor bij op met in door die dat om als uit onder over de het")
"""Words that open a tail, which only a sign may have without a noun."""


def read_short(text: str, low: str) -> Zin | None:
    """Read a phrase that is just a quantity; None for any other, which may still be one."""
    found = _PHRASE.fullmatch(low)
    if found is None:
        return _in_words(text, low)
    lead, number, sign, tail = found.groups()
    if len(number) == 4 and number[:2] in ("19", "20"):
        return None
    teken, vorm = PROCENT if sign else None, _vorm(lead) if lead else "getal"
    if vorm is None and not sign and not tail and lead.rstrip().endswith(EURO):
        teken, lead = EURO, lead.rstrip()[:-1]
        vorm = _vorm(lead) if lead else "getal"
    if vorm is None:
        return None
    if not tail:
        return Zin(vorm, read_digits(number), None, teken)
    zin = Zin(vorm, read_digits(number), None, teken)
    return _with_unit(zin, text, low, found.start("tail"), teken)


def _in_words(text: str, low: str) -> Zin | None:
    """Read a number in one word: `minimaal drie lezingen`."""
    start = 0
    for word in low.split(" ")[:4]:
        value = telwoord.simple_value(word)
        if value is not None:
            vorm = _vorm(low[:start]) if start else "getal"
            return vorm and _with_unit(Zin(vorm, value), text, low, start + len(word), None)
        start += len(word) + 1
    return None


def _vorm(lead: str) -> Vorm | None:
    """Return what the words before a number say; None when they are no aanduiding."""
    word = lead.rstrip()
    vorm = AANDUIDINGEN.get(word)
    if vorm in _NOT_HERE or (word == lead and not word.endswith(_GLUE)):
        return None
    return vorm


def _with_unit(zin: Zin, text: str, low: str, start: int, teken: str | None) -> Zin | None:
    """Return the quantity with the words behind it, None when one of them may mean more."""
    parts = low[start:].split(" ")[1:]
    if not parts:
        return zin
    if parts[0] in _FIRST or (teken is None and parts[0] in _OPENING):
        return None
    if not _ANYWHERE.isdisjoint(parts) or "gepland" in low or "prognos" in low:
        return None
    for word in parts:
        if not word.isalpha() or (word.endswith(telwoord.LAST_PARTS) and word != "een"):
            return None
    unit = unit_of(low, start, text[start:].split(), teken, None)
    delen = zin.delen if unit.staart is None else Delen(staart=unit.staart)
    return zin._replace(eenheid=unit.eenheid, delen=delen)
