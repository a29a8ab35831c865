"""Doel: what a phrase promises, as the set S of acceptable values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from bkl.domein.notatie import refusals
from bkl.domein.notatie.eenheid import tidy_unit
from bkl.domein.notatie.interval import Interval
from bkl.domein.notatie.nulmeting import read_nulmeting
from bkl.domein.notatie.phrase import LEESMARGE, Onleesbaar, Zin, expect_length, fold, read_zin
from bkl.domein.notatie.qualifiers import NIETS, Vorm
from bkl.domein.woorden import Doelsoort, Richting

_ONE = Fraction(1)
_KWALITATIEF = re.compile(r"kwalitatief\s*(?::\s*(.*))?", re.DOTALL | re.IGNORECASE)
_GEEN = re.compile(r"geen\s+(?:enkele?\s+)?(?=[^\W\d])(?!honderd|duizend|miljoen|miljard|ml[nd])")
_ANDERS = ", of anders `ja`, `kwalitatief: …` of `niet toetsbaar`"
_RICHTINGEN: dict[Vorm, tuple[Richting, ...]] = {
    "getal": ("hoger", "lager", "binnen", "precies"),
    "minimum": ("hoger",),
    "boven": ("hoger",),
    "maximum": ("lager",),
    "onder": ("lager",),
    "precies": ("precies", "binnen"),
    "ongeveer": ("hoger", "lager", "binnen"),
    "band": ("hoger", "lager", "binnen"),
    "handhaven": ("hoger", "lager", "binnen", "precies"),
}
"""Which richtingen go with a form; the first is meant when none is given."""


class _Opties(NamedTuple):
    richting: Richting | None
    eenheid: str | None
    marge: Fraction | None


@dataclass(frozen=True, slots=True)
class Doel:
    """A promise: `tekst` as written, and what it asks.

    `bereik` is S and `drempel` the threshold τ (the nominal value for `ca.`); both are None
    without a criterion. `per` is the denominator of a ratio (`per 1.000`), `bovengrens` the
    upper end of a bandbreedte under `hoger`, `marge` the margin that counts as close to τ (None
    for the reading aid of 10 %), `toelichting` the text behind `kwalitatief:`, and `norm` tells
    that it is all or nothing.
    """

    tekst: str
    soort: Doelsoort
    bereik: Interval | None
    drempel: Fraction | None
    richting: Richting
    eenheid: str | None = None
    nulmeting: Fraction | None = None
    per: Fraction | None = None
    bovengrens: Fraction | None = None
    marge: Fraction | None = None
    toelichting: str | None = None
    norm: bool = False


def read_doel(
    tekst: str,
    *,
    richting: Richting | None = None,
    eenheid: str | None = None,
    marge: Fraction | None = None,
    nulmeting: str | None = None,
) -> Doel:
    """Read the phrase of a doel. Raises Onleesbaar when it is not certain what it promises.

    `eenheid` is the unit when the phrase names none, `marge` the agreed margin for `ca.`
    (a fraction of one; None means the reading aid of 10 %), `nulmeting` the phrase
    of a baseline that stands apart.
    """
    return _read(tekst, richting, eenheid, marge, nulmeting)


@lru_cache(maxsize=4096)
def _read(
    tekst: str,
    richting: Richting | None,
    eenheid: str | None,
    marge: Fraction | None,
    nulmeting: str | None,
) -> Doel:
    stripped = tekst.strip()
    try:
        doel = _read_stripped(tekst, stripped, _Opties(richting, eenheid, marge))
    except Onleesbaar as fout:
        raise fout.shifted(tekst.index(stripped)) from None
    if nulmeting is None or doel.drempel is None or doel.soort == "gereed":
        return doel
    end = len(tekst)
    base = read_nulmeting(nulmeting, doel.eenheid, doel.per, end)
    if doel.nulmeting is not None and doel.nulmeting != base:
        reden = f"Het doel noemt een andere nulmeting dan `{nulmeting}`."
        raise Onleesbaar(reden, "Laat `nulmeting` weg of maak ze gelijk.", 0, end)
    return replace(doel, nulmeting=base)


def _read_stripped(tekst: str, stripped: str, opties: _Opties) -> Doel:
    if not stripped:
        raise Onleesbaar("Het doel is leeg.", "Schrijf bijvoorbeeld `minimaal 3 lezingen`.", 0, 0)
    richting = opties.richting
    if found := _KWALITATIEF.fullmatch(stripped):
        uitleg = found[1] or None
        return Doel(tekst, "kwalitatief", None, None, richting or "hoger", toelichting=uitleg)
    expect_length(stripped)
    text, low = fold(stripped)
    if low in ("ja", "gereed"):
        _expect_richting(low, richting, ("precies", "hoger"))
        return Doel(tekst, "gereed", Interval(_ONE, _ONE), _ONE, "precies")
    if low == "niet toetsbaar":
        return Doel(tekst, "niet toetsbaar", None, None, richting or "hoger")
    zin = _read_promise(text, low)
    unit = zin.eenheid or tidy_unit(opties.eenheid)
    if zin.vorm in ("verandering", "handhaven"):
        return _change(tekst, low, zin, richting, unit)
    way = _expect_richting(low, richting, _RICHTINGEN[zin.vorm])
    if zin.tweede is not None:
        return _band(tekst, zin, zin.tweede, way, unit)
    if zin.vorm == "getal" and zin.getal < 0 and richting is None:
        reden = "Een doel onder nul is op twee manieren te lezen."
        cure = "Zet er `richting: hoger` of `richting: lager` bij."
        raise Onleesbaar(reden, cure, 0, len(low))
    return _single(tekst, zin, way, unit, opties.marge)


def _read_promise(text: str, low: str) -> Zin:
    if (found := _GEEN.match(low)) and not NIETS.match(low):
        # `geen klachten` is a maximum of nought; the number takes the place of the word
        nought = "0".ljust(found.end())
        end = len(nought)
        zin = read_zin(nought + text[end:], nought + low[end:], _ANDERS)
        if zin.vorm == "getal":
            return zin._replace(vorm="maximum")
    if found:
        cure = "Schrijf `niet toetsbaar`, of wat u belooft."
        raise Onleesbaar("Hier staat geen doel.", cure, 0, len(low))
    zin = read_zin(text, low, _ANDERS)
    refusals.expect_promise(zin.vorm, len(low))
    return zin


def _expect_richting(low: str, given: Richting | None, fitting: tuple[Richting, ...]) -> Richting:
    if given is None:
        return fitting[0]
    if given not in fitting:
        reden = f"De zin `{low}` en `richting: {given}` spreken elkaar tegen."
        raise Onleesbaar(reden, "Laat `richting` weg of pas de zin aan.", 0, len(low))
    return given


def _reach(low: Fraction, high: Fraction, richting: Richting) -> Interval:
    return Interval(low if richting != "lager" else None, high if richting != "hoger" else None)


def _single(
    tekst: str, zin: Zin, richting: Richting, unit: str | None, marge: Fraction | None
) -> Doel:
    tau, per = zin.getal, zin.per
    if zin.vorm == "ongeveer":
        used = LEESMARGE if marge is None else marge
        bereik = _reach(tau - abs(tau) * used, tau + abs(tau) * used, richting)
        return Doel(tekst, "richtgetal", bereik, tau, richting, unit, None, per, None, used)
    if richting in ("binnen", "precies"):
        return Doel(tekst, "precies", Interval(tau, tau), tau, "precies", unit, None, per)
    if richting == "hoger":
        bereik = Interval(tau, None, zin.vorm == "boven")
        return Doel(tekst, "minimum", bereik, tau, richting, unit, None, per)
    bereik = Interval(None, tau, False, zin.vorm == "onder")
    return Doel(tekst, "maximum", bereik, tau, richting, unit, None, per)


def _band(tekst: str, zin: Zin, high: Fraction, richting: Richting, unit: str | None) -> Doel:
    bereik = _reach(zin.getal, high, richting)
    if richting == "lager":
        return Doel(tekst, "maximum", bereik, high, richting, unit, None, zin.per)
    top = high if richting == "hoger" else None
    return Doel(tekst, "bandbreedte", bereik, zin.getal, richting, unit, None, zin.per, top)


def _change(tekst: str, low: str, zin: Zin, given: Richting | None, unit: str | None) -> Doel:
    base = zin.getal
    tau = base if zin.tweede is None else zin.tweede
    fitting = _RICHTINGEN["handhaven"]
    if tau != base:
        fitting = ("lager",) if tau < base else ("hoger",)
    richting = _expect_richting(low, given, fitting)
    bereik = _reach(tau, tau, richting)
    return Doel(tekst, "verandering", bereik, tau, richting, unit, base, zin.per)
