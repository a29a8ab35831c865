"""The phrase of a realisatie taken apart, where it is more than a bare quantity."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.meaning.reached import expect_reached
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Zin
from bkl.domein.notatie.reading.phrase import read_zin
from bkl.domein.notatie.reading.scales import PLAATS
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary import refusals
from bkl.domein.notatie.vocabulary.qualifiers import GEEN, NIETS, Vorm

_ANDERS = ", of anders `ja`, `nee`, `nog niet bekend`, `niet gemeten` of `niet van toepassing`"
_NO_STAND: tuple[Vorm, ...] = ("handhaven", "verandering")
"""Forms of a phrase that say how a figure changes."""


def read_realised(text: str, low: str) -> Zin:
    """Read what was reached. Raises Onleesbaar when that is not certainly one figure."""
    if low.startswith("geen") and NIETS.match(low):
        cure = "Schrijf `niet gemeten` of `nog niet bekend`; `geen` betekent nul."
        raise Onleesbaar("`geen` zou hier nul betekenen.", cure, 0, len(low))
    expect_reached(low)
    if found := GEEN.match(low):
        nought = "0".ljust(found.end())
        end = len(nought)
        return read_zin(nought + text[end:], nought + low[end:], _ANDERS)
    if low.startswith(("kwalitatief", "niet toetsbaar")):
        cure = "Geef een `oordeel` met een `onderbouwing` in plaats van een cijfer."
        raise Onleesbaar("Een realisatie is een cijfer.", cure, 0, len(low))
    if low in ("onbekend", "niet bekend", "?", "-", "–", "—", "#", "x", "/"):
        cure = "Schrijf `nog niet bekend`, `niet gemeten` of `niet van toepassing`."
        raise Onleesbaar("Hier staat niet waarom er geen cijfer is.", cure, 0, len(low))
    if place := PLAATS.fullmatch(low):
        return Zin("getal", Fraction(int(place[1])), delen=GEEN_DELEN._replace(schaal="rang"))
    zin = read_zin(text, low, _ANDERS)
    if zin.grens is not None and zin.vorm == "aandeel":
        refusals.refuse_second(0, len(low))
    if zin.vorm in _NO_STAND:
        cure = "Schrijf alleen waar u op uitkwam, zoals `2,8%`."
        raise Onleesbaar("Een realisatie is één stand, geen verandering.", cure, 0, len(low))
    if zin.delen.schaal == "rang" and zin.vorm == "maximum" and low.startswith("top"):
        return zin
    first = low.split(None, 1)[0]
    if first == "een" and zin.vorm == "getal" and zin.getal == 1 and zin.eenheid is not None:
        refusals.expect_countable(zin.eenheid, len(low))
    return zin
