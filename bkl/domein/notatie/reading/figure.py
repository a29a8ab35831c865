"""One figure at a place in a phrase: a number with its sign, a share in words, a `-tal`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.notatie.reading.parts import Schaal
from bkl.domein.notatie.values import telwoord
from bkl.domein.notatie.values.getal import scan_number
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.vocabulary.eenheid import EURO, PROCENT
from bkl.domein.notatie.vocabulary.qualifiers import Vorm

_TEKEN = Lazy(r"\s*([%‰€]-?punt(?:en)?(?!\w)|[%‰€](?:-(?=\s))?|procent(?!\w)|pct\.?(?!\w))")
_TEKENS = {"procent": PROCENT, "pct": PROCENT, "pct.": PROCENT}
_MIN = Lazy(r"(?:-\s*|min\s+)(?=[0-9€])")
_PLUS = Lazy(r"\+\s?(?=[0-9])")
_STREEPJE = Lazy(r",[-–—=]+")
_MILJOEN = Lazy(r"\s?(m|ton)(?![\w²])\.?")
_CIJFER = Lazy(r"(?:een|'n)\s+(?=\d)")
_BREUK = Lazy(r"([1-9]\d?)/(\d{1,2})(?![\w/.,-])(?=\s)")
_DEEL = Lazy(
    r"de\s+helft(?!\w)|helft(?=\s+van)|(?:een\s+)?driekwart(?!\w)"
    r"|(?P<een>een|één|1)\s+(?P<noemer>derde|kwart|vierde|vijfde|zesde|achtste|tiende)"
    r"(?=\s+(?:van|deel|minder|meer)|\s*[.,]?$)"
    r"|(?<=met )een\s+(?P<met>derde|kwart|vijfde|tiende)(?!\w)"
    r"|(?P<teller>twee|drie|vier|2|3|4)[\s-]*(?P<deel>derde|kwart|vierde|vijfde|tiende)(?!\w)"
)
_DELEN = {"derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}
_TELLERS = {"twee": 2, "drie": 3, "vier": 4, "2": 2, "3": 3, "4": 4}
TAL = (
    r"(?:[a-zà-ÿ]*(?:tien|tig|honderd|duizend)|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf"
    r"|twaalf)tal"
)
"""A word such as `tweetal` or `vijftigtal`; not `aantal`."""
_TAL = Lazy(rf"(?:een\s+)?(?={TAL}(?!\w))([a-zà-ÿ]+)tal(?!\w)")
_OP_DE = Lazy(r"\s+op\s+(?:de|het|elke|iedere|elk|ieder)\s+")
_ALLE = Lazy(r"alle\s+")
_STARTS = frozenset("dehtva")
"""The first letters of shares and tals in words; for a quick look."""


class Figuur(NamedTuple):
    """One figure; `teken` is a sign that stood at it, `vorm` what its word says of it.

    `op` is the whole of `1 op de 5` or `alle 12`, `schaal` what `een 7,6` is measured on.
    """

    waarde: Fraction
    teken: str | None
    start: int
    end: int
    vorm: Vorm | None = None
    geheel: Fraction | None = None
    schaal: Schaal | None = None


def read_figure(low: str, start: int, *, signed: bool = True) -> Figuur | None:
    """Read one figure with its sign and a `€` or `%` at it, None when none starts here."""
    teken, pos = _euro(low, start, None)
    first, sign = low[pos : pos + 1], 1
    if first.isdigit():
        if "/" in low and (breuk := _BREUK.match(low, pos)) and int(breuk[1]) < int(breuk[2]):
            return Figuur(100 * Fraction(int(breuk[1]), int(breuk[2])), PROCENT, start, breuk.end())
        return _numbered(low, start, pos, teken)
    if signed and first in "-m" and (minus := _MIN.match(low, pos)):
        teken, pos = _euro(low, minus.end(), teken)
        sign = -1
    elif signed and first == "+" and (plus := _PLUS.match(low, pos)):
        pos = plus.end()
    elif first.isalpha() and (word := _in_words(low, pos, start)) is not None:
        return word
    elif first in "e'" and (mark := _CIJFER.match(low, pos)):
        return _on_scale(_numbered(low, start, mark.end(), teken))
    figure = _numbered(low, start, pos, teken)
    return figure if figure is None or sign > 0 else figure._replace(waarde=-figure.waarde)


def _on_scale(figure: Figuur | None) -> Figuur | None:
    """Return `een 7,6` as a mark from 1 to 10; any other number behind `een` is just that."""
    if figure is None or figure.teken or not 1 <= figure.waarde <= 10:
        return figure
    return figure._replace(schaal="cijfer")


def _euro(low: str, pos: int, teken: str | None) -> tuple[str | None, int]:
    """Return the sign at a place, with the place behind it."""
    if teken is None and low.startswith("eur ", pos):
        pos += 2
    elif teken is not None or low[pos : pos + 1] != EURO:
        return teken, pos
    behind = low[pos + 1 :]
    return EURO, pos + 1 + len(behind) - len(behind.lstrip())


def _numbered(low: str, start: int, pos: int, teken: str | None) -> Figuur | None:
    """Read the number at `pos`, and the sign or the whole behind it."""
    found = scan_number(low, pos)
    if found is None:
        return None
    waarde, end = found
    if end == len(low):
        return Figuur(waarde, teken, start, end)
    if teken == EURO and (big := _MILJOEN.match(low, end)):
        waarde, end = waarde * (10**6 if big[1] == "m" else 10**5), big.end()
    if teken is None and (behind := _TEKEN.match(low, end)):
        teken, end = _sign_of(behind[1]), behind.end()
    if teken is None and (whole := _whole_of(low, end)) is not None:
        return Figuur(100 * waarde / whole[0], PROCENT, start, whole[1], None, whole[0])
    if teken == EURO and (round_sum := _STREEPJE.match(low, end)):
        end = round_sum.end()
    return Figuur(waarde, teken, start, end)


def _sign_of(sign: str) -> str:
    if "punt" in sign:
        return "procentpunt"
    return _TEKENS.get(sign, sign.rstrip("-"))


def _whole_of(low: str, end: int) -> tuple[Fraction, int] | None:
    """Return the whole of `1 op de 5`, with the place behind it."""
    joint = _OP_DE.match(low, end)
    found = scan_number(low, joint.end()) if joint else None
    return found if found and found[0] > 1 else None


def _in_words(low: str, pos: int, start: int) -> Figuur | None:
    """Read a share or a number that stands in a word of its own: `driekwart`, `een tiental`."""
    if low[pos] in _STARTS:
        if deel := _DEEL.match(low, pos):
            return Figuur(_share_of(deel), PROCENT, start, deel.end())
        if alle := _ALLE.match(low, pos):
            found = scan_number(low, alle.end())
            if found is None:
                return Figuur(Fraction(100), PROCENT, start, alle.end() - 1)
            return Figuur(found[0], None, start, found[1], None, found[0])
    tal = _TAL.match(low, pos) if "tal" in low else None
    value = telwoord.word_value(tal[1]) if tal else None
    if tal is None or value is None:
        return None
    return Figuur(value, None, start, tal.end(), None if value < 10 else "ongeveer")


def _share_of(found: re.Match[str]) -> Fraction:
    if found["noemer"]:
        return Fraction(100, _DELEN[found["noemer"]])
    if found["met"]:
        return Fraction(100, _DELEN[found["met"]])
    if found["teller"]:
        return Fraction(100 * _TELLERS[found["teller"]], _DELEN[found["deel"]])
    return Fraction(75) if "driekwart" in found[0] else Fraction(50)
