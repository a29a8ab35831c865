"""Doel: what a phrase promises, as the set S of acceptable values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from bkl.domein.eenheid import factor, percent_sign
from bkl.domein.interval import Interval
from bkl.domein.notatie import LEESMARGE, MAX_LENGTH, Onleesbaar, Zin, fold, read_zin
from bkl.domein.schrijfwijze import write_band, write_quantity
from bkl.domein.woorden import Doelsoort, Richting

_ONE = Fraction(1)
_KWALITATIEF = re.compile(r"kwalitatief\s*(?::\s*(.*))?", re.DOTALL | re.IGNORECASE)
_GEEN = re.compile(r"geen(?:\s+enkele?)?\s+(?=[^\W\d])")
_GEREED = frozenset(("ja", "gereed"))
_ANDERS = ", of `kwalitatief: …`, `ja` of `niet toetsbaar`"
_RICHTINGEN: dict[str, tuple[Richting, ...]] = {
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


@dataclass(frozen=True, slots=True)
class Doel:
    """A promise: `tekst` as written, and what it asks.

    `bereik` is S and `drempel` the threshold τ (the nominal value for `ca.`); both are None
    without a criterion. `per` is the denominator of a ratio (`per 1.000`), `bovengrens` the
    upper end of a bandbreedte under `hoger`, `marge` the margin used for a richtgetal, and
    `toelichting` the text behind `kwalitatief:`.
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
    (a fraction of one; None means the reading aid of 10 %), `nulmeting` the phrase of the
    baseline when it is given apart from the doel.
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
        doel = _read_stripped(tekst, stripped, richting, eenheid, marge)
    except Onleesbaar as fout:
        raise fout.shifted(tekst.index(stripped)) from None
    return doel if nulmeting is None else _with_nulmeting(doel, nulmeting)


def _read_stripped(
    tekst: str,
    stripped: str,
    richting: Richting | None,
    eenheid: str | None,
    marge: Fraction | None,
) -> Doel:
    if not stripped:
        raise Onleesbaar("Het doel is leeg.", "Schrijf bijvoorbeeld `minimaal 3 lezingen`.", 0, 0)
    if found := _KWALITATIEF.fullmatch(stripped):
        uitleg = (found[1] or "").strip() or None
        return Doel(tekst, "kwalitatief", None, None, richting or "hoger", toelichting=uitleg)
    if len(stripped) > MAX_LENGTH:
        raise Onleesbaar(
            f"Deze zin is langer dan {MAX_LENGTH} tekens.",
            "Schrijf alleen de hoeveelheid, of `kwalitatief: …`.",
            MAX_LENGTH,
            len(stripped),
        )
    text, low = fold(stripped)
    if low in _GEREED:
        _expect_richting(low, richting, ("hoger", "precies"))
        return Doel(tekst, "gereed", Interval(_ONE, _ONE), _ONE, "precies")
    if low == "niet toetsbaar":
        return Doel(tekst, "niet toetsbaar", None, None, richting or "hoger")
    return _from_zin(tekst, low, _read_promise(text, low), richting, eenheid, marge)
