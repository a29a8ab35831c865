"""Waarde: what a phrase says was reached, as the interval A of values it may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from bkl.domein.notatie.eenheid import PROCENT, is_percentage, tidy_unit
from bkl.domein.notatie.interval import Interval
from bkl.domein.notatie.phrase import LEESMARGE, Onleesbaar, Zin, expect_length, fold, read_zin
from bkl.domein.notatie.qualifiers import NIETS, Vorm
from bkl.domein.woorden import GeenCijfer, Waardesoort

_ZERO, _ONE = Fraction(0), Fraction(1)
_GEREED = {"ja": _ONE, "gereed": _ONE, "nee": _ZERO, "niet gereed": _ZERO}
_GEEN_CIJFER: dict[str, GeenCijfer] = {
    "nog niet bekend": "nog niet bekend",
    "niet gemeten": "niet gemeten",
    "niet van toepassing": "niet van toepassing",
    "n.v.t.": "niet van toepassing",
    "nvt": "niet van toepassing",
}
_GEEN = re.compile(
    r"geen(?:\s+(?:enkele?\s+)?(?=[^\W\d])(?!honderd|duizend|miljoen|miljard|ml[nd])|$)"
)
_ANDERS = ", of anders `ja`, `nee`, `nog niet bekend`, `niet gemeten` of `niet van toepassing`"
_SOORTEN: dict[Vorm, Waardesoort] = {
    "getal": "exact",
    "precies": "exact",
    "minimum": "ondergrens",
    "boven": "ondergrens",
    "maximum": "bovengrens",
    "onder": "bovengrens",
    "ongeveer": "schatting",
    "bijna": "schatting",
    "ruim": "schatting",
    "band": "bandbreedte",
    "orde": "orde van grootte",
    "aandeel": "aandeel",
}


@dataclass(frozen=True, slots=True)
class Waarde:
    """A figure reached: `tekst` as written, and what it can mean.

    `interval` is A, None when the phrase says that there is no figure (`geen_cijfer`).
    `teller` and `noemer` are the part and the whole of a share, whose interval is in per
    cent; `nominaal` is the number that an estimate (`ca. 50`) was built on.
    """

    tekst: str
    soort: Waardesoort
    interval: Interval | None
    eenheid: str | None = None
    per: Fraction | None = None
    noemer: Fraction | None = None
    teller: Fraction | None = None
    geen_cijfer: GeenCijfer | None = None
    nominaal: Fraction | None = None


def read_waarde(tekst: str, *, eenheid: str | None = None, marge: Fraction | None = None) -> Waarde:
    """Read the phrase of a realisatie. Raises Onleesbaar when it is not certainly one figure.

    `eenheid` is the unit when the phrase names none, `marge` how far `ca.` reaches
    (a fraction of one; None means the reading aid of 10 %).
    """
    return _read(tekst, eenheid, marge)


@lru_cache(maxsize=4096)
def _read(tekst: str, eenheid: str | None, marge: Fraction | None) -> Waarde:
    stripped = tekst.strip()
    try:
        return _read_stripped(tekst, stripped, eenheid, marge)
    except Onleesbaar as fout:
        raise fout.shifted(tekst.index(stripped)) from None


def _read_stripped(
    tekst: str, stripped: str, eenheid: str | None, marge: Fraction | None
) -> Waarde:
    if not stripped:
        cure = "Schrijf een getal, of `nog niet bekend`, of laat de regel weg."
        raise Onleesbaar("De realisatie is leeg.", cure, 0, 0)
    expect_length(stripped)
    text, low = fold(stripped)
    if (done := _GEREED.get(low)) is not None:
        return Waarde(tekst, "gereed", Interval(done, done))
    if (geen := _GEEN_CIJFER.get(low)) is not None:
        return Waarde(tekst, "geen cijfer", None, geen_cijfer=geen)
    zin = _read_reached(text, low)
    unit = zin.eenheid or tidy_unit(eenheid)
    if zin.vorm == "aandeel" and zin.tweede is not None:
        share = zin.getal / zin.tweede * 100
        return Waarde(
            tekst, "aandeel", Interval(share, share), PROCENT, None, zin.tweede, zin.getal
        )
    soort = _SOORTEN[zin.vorm]
    nominaal = zin.getal if soort == "schatting" else None
    interval = _estimate(zin, unit, marge, low) if soort == "schatting" else _bounds(zin)
    return Waarde(tekst, soort, interval, unit, zin.per, None, None, None, nominaal)


def _read_reached(text: str, low: str) -> Zin:
    if NIETS.match(low):
        cure = "Schrijf `niet gemeten` of `nog niet bekend`; `geen` betekent nul."
        raise Onleesbaar("`geen` zou hier nul betekenen.", cure, 0, len(low))
    if found := _GEEN.match(low):
        nought = "0".ljust(found.end())
        end = len(nought)
        return read_zin(nought + text[end:], nought + low[end:], _ANDERS)
    if low.startswith(("kwalitatief", "niet toetsbaar")):
        cure = "Geef een `oordeel` met een `onderbouwing` in plaats van een cijfer."
        raise Onleesbaar("Een realisatie is een cijfer.", cure, 0, len(low))
    if low in ("onbekend", "niet bekend", "?", "-"):
        cure = "Schrijf `nog niet bekend`, `niet gemeten` of `niet van toepassing`."
        raise Onleesbaar("Hier staat niet waarom er geen cijfer is.", cure, 0, len(low))
    zin = read_zin(text, low, _ANDERS)
    if zin.vorm not in _SOORTEN:
        cure = "Schrijf alleen waar u op uitkwam, zoals `2,8%`."
        raise Onleesbaar("Een realisatie is één stand, geen verandering.", cure, 0, len(low))
    return zin


def _bounds(zin: Zin) -> Interval:
    x, vorm = zin.getal, zin.vorm
    if vorm in ("minimum", "boven"):
        return Interval(x, None, vorm == "boven")
    if vorm in ("maximum", "onder"):
        # nothing counted is below nought; a bound that is, can only be a measured value
        floor_ = _ZERO if x > 0 or (x == 0 and vorm == "maximum") else None
        return Interval(floor_, x, False, vorm == "onder")
    return Interval(x, x if zin.tweede is None else zin.tweede)


def _estimate(zin: Zin, unit: str | None, marge: Fraction | None, low: str) -> Interval:
    """Return how far an estimate reaches; a count outward to whole numbers, by at least one."""
    x, vorm = zin.getal, zin.vorm
    reach = abs(x) * (LEESMARGE if marge is None else marge)
    bottom, top = x - reach, x + reach
    if x.denominator == 1 and zin.per is None and not is_percentage(unit):
        bottom = Fraction(min(floor(bottom), x.numerator - 1))
        top = Fraction(max(ceil(top), x.numerator + 1))
    if vorm == "ongeveer":
        return Interval(bottom, top)
    if vorm == "ruim":
        return Interval(x, top)
    if x in (0, bottom):
        reden = "Hier is niet te zeggen hoe ver `bijna` reikt."
        raise Onleesbaar(reden, "Schrijf een getal of een bandbreedte.", 0, len(low))
    return Interval(bottom, x, False, True)
