"""The notation of quantities: a short Dutch phrase taken apart, before it means doel or waarde.

A phrase is `[aanduiding] getal [eenheid]`: `minimaal drie lezingen`, `4.000-5.000 burgers`,
`van 3,4% naar 2,5%`, `31 van de 48 scholen`. Whatever is not certainly that is refused.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import NamedTuple

from bkl.domein.notatie import qualifiers as woord
from bkl.domein.notatie import refusals
from bkl.domein.notatie.eenheid import EURO, PROCENT, same_unit
from bkl.domein.notatie.getal import scan_number
from bkl.domein.notatie.qualifiers import Vorm
from bkl.domein.notatie.unit_words import read_eenheid
from bkl.domein.notatie.unreadable import Onleesbaar

__all__ = ["LEESMARGE", "MAX_LENGTH", "Onleesbaar", "Zin", "expect_length", "fold", "read_zin"]

LEESMARGE = Fraction(1, 10)
"""How far `ca.` reaches when the plan agreed no margin."""
MAX_LENGTH = 200

_TEKEN = re.compile(r"\s*([%‰€]|procent(?!\w))")
_TEKENS = {"procent": PROCENT}
_MIN = re.compile(r"(?:-\s*|min\s+)(?=[0-9€])")
_DE_HELFT = re.compile(r"de\s+helft(?!\w)")
_STREEPJE = re.compile(r",[-–—]+")
_LOOKALIKES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ") | {
    ord("’"): "'",
    ord("‘"): "'",
    ord("\u2212"): "-",
    ord("\u2011"): "-",
}


class Zin(NamedTuple):
    """A phrase taken apart.

    `tweede` is the upper end of a band, the end of a change (`getal` is then its start), or
    the whole of a share (`getal` is then the part).
    """

    vorm: Vorm
    getal: Fraction
    tweede: Fraction | None = None
    eenheid: str | None = None
    per: Fraction | None = None


class _Getal(NamedTuple):
    waarde: Fraction
    teken: str | None
    start: int
    end: int


def expect_length(tekst: str) -> None:
    """Refuse a text that is too long to be one quantity."""
    if len(tekst) > MAX_LENGTH:
        reden = f"Deze zin is langer dan {MAX_LENGTH} tekens."
        cure = "Schrijf alleen de hoeveelheid met haar eenheid."
        raise Onleesbaar(reden, cure, MAX_LENGTH, len(tekst))


def fold(tekst: str) -> tuple[str, str]:
    """Return the phrase as one writes it, and in lower case; both of the same length."""
    if tekst.isascii():
        return tekst, tekst.lower()
    text = unicodedata.normalize("NFC", tekst)
    low = text.translate(_LOOKALIKES)
    lowered = low.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in low)
    return text, lowered


def read_zin(text: str, low: str, anders: str) -> Zin:
    """Take a stripped phrase apart; `anders` says what else may stand here, for the message."""
    vorm: Vorm = "getal"
    pos = 0
    if found := woord.AANDUIDING.match(low):
        vorm, pos = woord.AANDUIDINGEN[" ".join(found[0].split())], found.end()
    getal = _read_getal(low, pos)
    if getal is None:
        return _read_words(text, low, vorm, pos, anders)
    if vorm == "verandering":
        return _read_change(text, low, getal)
    if getal.end == len(low) and vorm != "band":
        return Zin(vorm, getal.waarde, None, getal.teken)
    joint = woord.JOINT.match(low, getal.end)
    if vorm == "band" or (joint and (joint["streep"] or joint["tot"] or joint["en"])):
        return _read_band(text, low, vorm, getal, joint)
    end, teken = getal.end, getal.teken
    if joint and joint["van"] and not getal.teken:
        return _read_share(text, low, vorm, getal, joint.end())
    if joint and (joint["plus"] or joint["of"]):
        refusals.expect_bare(vorm, joint)
        vorm, end = ("maximum" if joint["of"] == "minder" else "minimum"), joint.end()
        if teken is None and (behind := _TEKEN.match(low, end)):
            teken, end = _TEKENS.get(behind[1], behind[1]), behind.end()
    elif low.endswith(("meer", "minder")) and (last := woord.OF_MEER.search(low, end)):
        refusals.expect_bare(vorm, last)
        vorm = "maximum" if last[1] == "minder" else "minimum"
        text, low = text[: last.start()], low[: last.start()]
    eenheid, per = read_eenheid(text, low, end, teken)
    return Zin(vorm, getal.waarde, None, eenheid, per)


def _read_getal(low: str, start: int, *, signed: bool = True) -> _Getal | None:
    """Read one number with its sign and a `€` or `%` at it, None when none starts here."""
    teken, pos, sign = None, start, 1
    first = low[pos : pos + 1]
    if first == EURO:
        teken = EURO
        pos += len(low[pos + 1 :]) - len(low[pos + 1 :].lstrip()) + 1
        first = low[pos : pos + 1]
    if signed and first in ("-", "m") and (minus := _MIN.match(low, pos)):
        sign, pos = -1, minus.end()
        if teken is None and low[pos] == EURO:
            teken = EURO
            pos += len(low[pos + 1 :]) - len(low[pos + 1 :].lstrip()) + 1
    if first == "d" and (half := _DE_HELFT.match(low, pos)):
        return _Getal(Fraction(50), PROCENT, start, half.end())
    found = scan_number(low, pos)
    if found is None:
        return None
    waarde, end = found
    if teken is None and (behind := _TEKEN.match(low, end)):
        teken, end = _TEKENS.get(behind[1], behind[1]), behind.end()
    if teken == EURO and (round_sum := _STREEPJE.match(low, end)):
        end = round_sum.end()
    return _Getal(-waarde if sign < 0 else waarde, teken, start, end)


def _read_words(text: str, low: str, vorm: Vorm, pos: int, anders: str) -> Zin:
    """Read a phrase without number: `maandelijks`, `tientallen burgers`."""
    if vorm not in ("band", "verandering"):
        times = woord.FREQUENTIES.get(" ".join(low[pos:].split()))
        if times is not None:
            return Zin(vorm, times, None, woord.KEER_PER_JAAR)
    orde = woord.ORDE.match(low, pos)
    if orde is None or vorm != "getal":
        refusals.refuse_words(text, low, pos, anders)
    least, most = woord.ORDES[orde[1] or orde[2]]
    eenheid, per = read_eenheid(text, low, orde.end(), None)
    return Zin("orde", least, most, eenheid, per)


def _read_band(text: str, low: str, vorm: Vorm, first: _Getal, joint: re.Match[str] | None) -> Zin:
    second = None
    if joint and (joint["streep"] or joint["tot"] or joint["en"]):
        second = _read_getal(low, joint.end(), signed=not joint["streep"])
    if joint is None or second is None:
        refusals.refuse_half_band(low, vorm, first.end)
    refusals.expect_no_date(low, first.start)
    refusals.expect_band(low, vorm, joint, second.end)
    refusals.expect_ends(low, (first.start, first.end), (second.start, second.end))
    if first.waarde > second.waarde:
        refusals.refuse_reversed(low, first.start, second.end)
    teken = _same_teken(first, second)
    eenheid, per = read_eenheid(text, low, second.end, teken)
    return Zin("band", first.waarde, second.waarde, eenheid, per)


def _read_change(text: str, low: str, first: _Getal) -> Zin:
    naar = woord.NAAR.search(low, first.end)
    second = _read_getal(low, naar.end()) if naar else None
    if naar is None or second is None:
        refusals.refuse_half_change(len(low))
    start = naar.start()
    old, old_per = read_eenheid(text[:start], low[:start], first.end, first.teken)
    new, new_per = read_eenheid(text, low, second.end, second.teken)
    differs = new and old not in (None, second.teken) and not same_unit(old, new)
    if differs or (old_per and old_per != new_per):
        refusals.refuse_units(first.start, second.end)
    return Zin("verandering", first.waarde, second.waarde, new or old, new_per)


def _read_share(text: str, low: str, vorm: Vorm, part: _Getal, start: int) -> Zin:
    whole = _read_getal(low, start, signed=False)
    if whole is None or whole.teken:
        refusals.refuse_half_share(part.end, len(low))
    if vorm != "getal":
        refusals.refuse_second(part.end, len(low))
    read_eenheid(text, low, whole.end, None)
    if whole.waarde <= 0 or not 0 <= part.waarde <= whole.waarde:
        refusals.refuse_share(part.start, whole.end)
    return Zin("aandeel", part.waarde, whole.waarde, PROCENT)


def _same_teken(first: _Getal, second: _Getal) -> str | None:
    if first.teken and second.teken and first.teken != second.teken:
        refusals.refuse_units(first.start, second.end)
    return first.teken or second.teken
