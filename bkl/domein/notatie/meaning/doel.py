"""Doel: what a phrase promises, as the set S of acceptable values."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.meaning.fitting import RICHTINGEN, expect_figure, expect_richting, fitting
from bkl.domein.notatie.meaning.short import read_short
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Delen, Woordschaal, Zin
from bkl.domein.notatie.reading.written import LEESMARGE, expect_length, fold
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.jaren import Schooljaar, of_school
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import tidy_unit
from bkl.domein.notatie.vocabulary.harmful import asks_direction, rests_on_words
from bkl.domein.notatie.vocabulary.rates import with_per
from bkl.domein.records import dataclass
from bkl.domein.woorden import Doelsoort, Richting

if TYPE_CHECKING:
    from bkl.domein.notatie.changes.change import Verhouding

_ONE = Fraction(1)
_IN_WORDS = ("kwalitatief", "niet toetsbaar", "nog te bepalen")
"""What a doel may say that is on no scale."""
_KWALITATIEF = Lazy(r"kwalitatief\s*(?::\s*(.*))?", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doel:
    """A promise: `tekst` as written, and what it asks.

    `bereik` is S and `drempel` the threshold τ (the nominal value for `ca.`); both are None
    without a criterion. `per` is the denominator of a ratio (`per 1.000`), `bovengrens` the
    upper end of a bandbreedte under `hoger`, `marge` the margin that counts as close to τ (None
    for the reading aid of 10 %), `toelichting` the text behind `kwalitatief:`, and `norm` tells
    that it is all or nothing. `delen` are the parts around the quantity.
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
    delen: Delen = GEEN_DELEN
    norm: bool = False


def read_doel(
    tekst: str,
    *,
    richting: Richting | None = None,
    eenheid: str | None = None,
    marge: Fraction | None = None,
    nulmeting: str | None = None,
    omgeving: Omgeving | None = None,
) -> Doel:
    """Read the phrase of a doel. Raises Onleesbaar when it is not certain what it promises.

    `omgeving` is everything that the plan says beside it; the four most common parts of it
    may be given by themselves instead.
    """
    om = omgeving or Omgeving(richting, eenheid, marge, nulmeting)
    # a school year equals the calendar year in which it begins, and has other days
    school = isinstance(om.jaar, Schooljaar)
    if not om.over:
        return _read(tekst, om, school)
    # what an indicator is about differs each time; what it promises is often the same
    doel = _read(tekst, om._replace(over=""), school)
    matters = rests_on_words(doel.eenheid, doel.delen.staart, om.over)
    return _read(tekst, om, school) if matters else doel


@lru_cache(maxsize=16384)
def _read(tekst: str, om: Omgeving, school: bool) -> Doel:
    doel = _read_phrase(tekst, om)
    if om.marge is None and not om.norm:
        return doel
    return replace(doel, marge=om.marge if doel.marge is None else doel.marge, norm=om.norm)


def _read_phrase(tekst: str, om: Omgeving) -> Doel:
    stripped = tekst.strip()
    try:
        doel = _read_stripped(tekst, stripped, om)
    except Onleesbaar as fout:
        raise fout.shifted(tekst.index(stripped)) from None
    if doel.eenheid is None and doel.per is None:
        over = f"{om.over}\n{stripped}".strip()
        doel = _with(doel, doel.delen._replace(over=over))
    if doel.delen.termijn is not None and om.jaar is not None:
        doel = _with(doel, doel.delen._replace(dag=om.end_of(doel.delen.termijn)))
    delen, end = om.expect_one_step(doel.delen, len(tekst)), len(tekst)
    apart = doel.drempel is not None and doel.soort != "gereed"
    told = isinstance(om.schaal, tuple) or delen.relatief or delen.referentie
    if not apart or om.nulmeting is None or told:
        return doel
    from bkl.domein.notatie.changes.nulmeting import read_nulmeting  # noqa: PLC0415 - start-up

    base = read_nulmeting(om.nulmeting, doel.eenheid, doel.per, end)
    if doel.nulmeting is not None and doel.nulmeting != base:
        reden = f"Het doel noemt een andere nulmeting dan `{om.nulmeting}`."
        raise Onleesbaar(reden, "Laat `nulmeting` weg of maak ze gelijk.", 0, end)
    return replace(doel, nulmeting=base)


def _with(doel: Doel, delen: Delen) -> Doel:
    """Return the doel with other parts; `replace` takes three times as long."""
    return Doel(
        doel.tekst, doel.soort, doel.bereik, doel.drempel, doel.richting, doel.eenheid,
        doel.nulmeting, doel.per, doel.bovengrens, doel.marge, doel.toelichting, delen, doel.norm,
    )  # fmt: skip


def _read_stripped(tekst: str, stripped: str, om: Omgeving) -> Doel:
    if not stripped:
        raise Onleesbaar("Het doel is leeg.", "Schrijf bijvoorbeeld `minimaal 3 lezingen`.", 0, 0)
    text, low = with_per(*of_school(om.jaar, *fold(stripped)))
    if low in ("ja", "gereed"):
        expect_richting(low, om.richting, ("precies", "hoger"))
        return Doel(tekst, "gereed", Interval(_ONE, _ONE), _ONE, "precies")
    if isinstance(om.schaal, tuple) and not low.startswith(_IN_WORDS):
        return _on_scale(tekst, low, om, om.schaal)
    if not om.referenties and (short := read_short(text, low, extra=om.nulmeting is None)):
        return _build(tekst, low, expect_figure(short, low, low.split(" ", 1)[0], om), om)
    return _read_long(tekst, stripped, text, low, om)


def _on_scale(tekst: str, low: str, om: Omgeving, schaal: Woordschaal) -> Doel:
    """Read a doel in the plan's own ordered words, with a nulmeting in them too."""
    from bkl.domein.notatie.reading.ordered import read_ordered  # noqa: PLC0415 - start-up

    doel = _build(tekst, low, read_ordered(low, schaal), om._replace(eenheid=None, nulmeting=None))
    if om.nulmeting is None:
        return doel
    base = read_ordered(fold(om.nulmeting.strip())[1], schaal)
    return replace(doel, nulmeting=base.getal)


def _read_long(tekst: str, stripped: str, text: str, low: str, om: Omgeving) -> Doel:
    """Read a phrase that is more than a quantity; what that takes is imported only then."""
    from bkl.domein.notatie.meaning.promised import read_promise  # noqa: PLC0415 - start-up
    from bkl.domein.notatie.meaning.undecided import expect_decided  # noqa: PLC0415
    from bkl.domein.notatie.reading.done import read_done_by  # noqa: PLC0415

    way = om.richting or "hoger"
    if found := _KWALITATIEF.fullmatch(stripped):
        return Doel(tekst, "kwalitatief", None, None, way, toelichting=found[1] or None)
    expect_length(stripped)
    expect_decided(low)
    if low == "niet toetsbaar":
        return Doel(tekst, "niet toetsbaar", None, None, way)
    try:
        zin = read_promise(text, low, om)
    except Onleesbaar:
        done = read_done_by(low, om.jaar if om.jaren == 1 else None)
        if done is False:
            raise
        delen = GEEN_DELEN if done is True else Delen(dag=done)
        return Doel(tekst, "gereed", Interval(_ONE, _ONE), _ONE, "precies", delen=delen)
    if not isinstance(zin, Zin):
        return _compute(tekst, zin, om)
    return _build(tekst, low, zin, om)


def _build(tekst: str, low: str, zin: Zin, om: Omgeving) -> Doel:
    richting, unit = om.richting, zin.eenheid or tidy_unit(om.eenheid)
    if om.schaal is not None and unit is None:
        zin = zin._replace(delen=zin.delen._replace(schaal=om.schaal))
    if om.duizendtallen:
        zin = zin.in_full(unit, low)
    if zin.vorm in ("verandering", "handhaven"):
        return _change(tekst, low, zin, richting, unit)
    if zin.vorm == "aandeel" and zin.tweede is not None:
        zin = _share(zin)
        unit = zin.eenheid
    way = expect_richting(low, richting, fitting(zin))
    if zin.tweede is not None:
        return _asking(_band(tekst, zin, zin.tweede, way, unit), zin, om)
    return _asking(_single(tekst, zin, way, unit, om.marge), zin, om)


def _asking(doel: Doel, zin: Zin, om: Omgeving) -> Doel:
    """Remember that the richting must be asked where the contract does not let it be guessed."""
    if om.richting is not None or zin.vorm not in ("getal", "aandeel", "band", "ongeveer"):
        return doel
    if zin.delen.schaal == "rang" or doel.nulmeting is not None:
        return doel
    bare_nought = zin.vorm == "getal" and zin.getal <= 0
    if bare_nought or asks_direction(doel.eenheid, zin.delen.staart, om.over):
        return _with(doel, doel.delen._replace(vraagt_richting=True))
    return doel


def _share(zin: Zin) -> Zin:
    """Return `10 van de 12 scholen` as ten scholen, of twelve; without a noun as a share."""
    noun, whole = zin.delen.populatie, zin.tweede
    if noun is None and whole:
        return zin._replace(vorm="getal", getal=100 * zin.getal / whole, tweede=None)
    delen = zin.delen._replace(geheel=whole, populatie=None)
    return zin._replace(vorm="getal", tweede=None, eenheid=noun, delen=delen)


def _reach(low: Fraction, high: Fraction, richting: Richting) -> Interval:
    return Interval(low if richting != "lager" else None, high if richting != "hoger" else None)


def _single(
    tekst: str, zin: Zin, richting: Richting, unit: str | None, marge: Fraction | None
) -> Doel:
    tau, per, delen = zin.getal, zin.per, zin.delen
    if zin.vorm in ("ongeveer", "bijna"):
        used = LEESMARGE if marge is None else marge
        bereik = _reach(tau - abs(tau) * used, tau + abs(tau) * used, richting)
        return Doel(
            tekst, "richtgetal", bereik, tau, richting, unit, None, per, None, used, None, delen
        )
    if richting in ("binnen", "precies"):
        bereik = Interval(tau, tau)
        return Doel(
            tekst, "precies", bereik, tau, "precies", unit, None, per, None, None, None, delen
        )
    if richting == "hoger":
        bereik = Interval(tau, None, zin.vorm == "boven")
        return Doel(
            tekst, "minimum", bereik, tau, richting, unit, None, per, None, None, None, delen
        )
    bereik = Interval(None, tau, False, zin.vorm == "onder")
    return Doel(tekst, "maximum", bereik, tau, richting, unit, None, per, None, None, None, delen)


def _band(tekst: str, zin: Zin, high: Fraction, richting: Richting, unit: str | None) -> Doel:
    bereik = _reach(zin.getal, high, richting)
    if richting == "lager":
        return Doel(tekst, "maximum", bereik, high, richting, unit, None, zin.per, delen=zin.delen)
    top = high if richting == "hoger" else None
    return Doel(
        tekst, "bandbreedte", bereik, zin.getal, richting, unit, None, zin.per, top, delen=zin.delen
    )


def _change(tekst: str, low: str, zin: Zin, given: Richting | None, unit: str | None) -> Doel:
    base = zin.getal
    tau = base if zin.tweede is None else zin.tweede
    fitting = RICHTINGEN["handhaven"]
    if tau != base:
        fitting = ("lager",) if tau < base else ("hoger",)
    strict = zin.grens in ("boven", "onder")
    if zin.grens in ("minimum", "boven"):
        fitting = ("hoger",)
    elif zin.grens in ("maximum", "onder"):
        fitting = ("lager",)
    richting = expect_richting(low, given, fitting)
    bereik = _reach(tau, tau, richting)
    if strict:
        bereik = Interval(bereik.low, bereik.high, richting == "hoger", richting == "lager")
    return Doel(tekst, "verandering", bereik, tau, richting, unit, base, zin.per, delen=zin.delen)


def _compute(tekst: str, change: Verhouding, om: Omgeving) -> Doel:
    """Compute a change from the nulmeting, or from the other figure that it names."""
    from bkl.domein.notatie.changes.base import base_of, threshold_of  # noqa: PLC0415 - start-up
    from bkl.domein.notatie.changes.nulmeting import in_unit, read_base, read_nulmeting  # noqa: PLC0415

    end = len(tekst)
    wat, phrase = base_of(change, om, end)
    base = read_base(phrase, wat, end)
    unit = change.eenheid or base.eenheid or tidy_unit(om.eenheid)
    value = in_unit(base, phrase, unit, base.per, end)
    tau = threshold_of(change, value, unit, end)
    fitting: tuple[Richting, ...] = ("hoger", "lager", "binnen", "precies")
    if change.kant != "gelijk":
        fitting = (change.kant,)
    richting = expect_richting(tekst.strip().lower(), om.richting, fitting)
    bereik = _reach(tau, tau, richting)
    if change.strikt:
        bereik = Interval(bereik.low, bereik.high, richting == "hoger", richting == "lager")
    named = wat != "nulmeting"
    delen = change.delen._replace(
        relatief=" ".join(tekst.split()), referentie=wat if named or change.basis else None
    )
    if named:
        own = None if om.nulmeting is None else read_nulmeting(om.nulmeting, unit, base.per, end)
        return Doel(
            tekst, "minimum" if richting == "hoger" else "maximum", bereik, tau, richting, unit,
            own, base.per, delen=delen,
        )  # fmt: skip
    return Doel(tekst, "verandering", bereik, tau, richting, unit, value, base.per, delen=delen)
