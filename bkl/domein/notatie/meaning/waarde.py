"""Waarde: what a phrase says was reached, as the interval A of values it may mean."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import ceil, floor

from bkl.domein.notatie.meaning.short import read_short
from bkl.domein.notatie.reading.parts import GEEN_DELEN, Delen, Zin
from bkl.domein.notatie.reading.written import LEESMARGE, expect_length, expect_no_year, fold
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.jaren import last_day, of_school
from bkl.domein.notatie.values.lazy import Lazy
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import PROCENT, is_discrete, tidy_unit
from bkl.domein.notatie.vocabulary.qualifiers import GEEN, NIETS, Vorm
from bkl.domein.notatie.vocabulary.rates import with_per
from bkl.domein.records import dataclass
from bkl.domein.woorden import GeenCijfer, Waardesoort

_YEARS = Fraction(1900)
_YEARS_IN = Lazy(r"\d{4}\s*(?:[-–/]|t/m|tot|en)")
_UNTIL = Lazy(r"(?:tot\s+en\s+met|t/m)\s+\d{4}")
_NEW_YEAR = Lazy(r"(?<!\d)1\s+jan")
_ZERO, _ONE = Fraction(0), Fraction(1)
_GEREED = {"ja": _ONE, "gereed": _ONE, "nee": _ZERO, "niet gereed": _ZERO}
_WAAROM: dict[GeenCijfer, str] = {
    "nog niet bekend": "nog niet bekend|nnb|n.n.b.|n.n.b|nb|n.b.|n.b|ntb|n.t.b.|n.t.b|pm|p.m.|"
    "volgt|volgt nog|wordt nog aangeleverd|nog te bepalen|nader te bepalen|nog onbekend|"
    "nog niet beschikbaar|nog geen cijfers beschikbaar|cijfers volgen|volgt later|"
    "wordt later bekend",
    "niet gemeten": "niet gemeten|niet meer gemeten|geen meting|geen cijfers beschikbaar|"
    "geen gegevens beschikbaar|geen cijfer beschikbaar|geen data beschikbaar|niet beschikbaar|"
    "wordt niet gemeten|wordt niet meer gemeten|niet meetbaar|niet geregistreerd|"
    "geen meting uitgevoerd|geen cijfers bekend",
    "niet van toepassing": "niet van toepassing|n.v.t.|n.v.t|nvt|nvt.",
}
_GEEN_CIJFER: dict[str, GeenCijfer] = {
    phrase: why for why, phrases in _WAAROM.items() for phrase in phrases.split("|")
}
_APART = Lazy(r"([^,;:(–]+?)\s*[,;:(–]\s*(?=[a-zà-ÿ])")
"""What tells that there is no figure, before its explanation: `nog niet bekend, volgt in mei`."""
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
    cent; `nominaal` is the number that an estimate (`ca. 50`) was built on. `delen` are the
    parts around the quantity.
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
    delen: Delen = GEEN_DELEN


def read_waarde(
    tekst: str,
    *,
    eenheid: str | None = None,
    marge: Fraction | None = None,
    duizendtallen: bool = False,
    jaar: int | None = None,
) -> Waarde:
    """Read the phrase of a realisatie. Raises Onleesbaar when it is not certainly one figure.

    `eenheid` is the unit when the phrase names none, `marge` how far `ca.` reaches
    (a fraction of one; None means the reading aid of 10 %), `duizendtallen` tells that sums of
    money are in thousands of euros, and `jaar` is the year of a day that names none.
    """
    return _read(tekst, eenheid, marge, duizendtallen, jaar)


@lru_cache(maxsize=16384, typed=True)
def _read(
    tekst: str,
    eenheid: str | None,
    marge: Fraction | None,
    duizendtallen: bool = False,
    jaar: int | None = None,
) -> Waarde:
    stripped = tekst.strip()
    try:
        return _read_stripped(tekst, stripped, eenheid, marge, duizendtallen, jaar)
    except Onleesbaar as fout:
        raise fout.shifted(tekst.index(stripped)) from None


def _read_stripped(
    tekst: str,
    stripped: str,
    eenheid: str | None,
    marge: Fraction | None,
    duizendtallen: bool,
    jaar: int | None,
) -> Waarde:
    if not stripped:
        cure = "Schrijf een getal, of `nog niet bekend`, of laat de regel weg."
        raise Onleesbaar("De realisatie is leeg.", cure, 0, 0)
    expect_length(stripped)
    text, low = with_per(*of_school(jaar, *fold(stripped)))
    if (done := _GEREED.get(low)) is not None:
        return Waarde(tekst, "gereed", Interval(done, done))
    zin = read_short(text, low) or _none(text, low)
    if zin is None:
        if not low[0].isdigit() and (told := _without_figure(tekst, text, low, jaar)):
            return told
        zin = _read_long(text, low, jaar)
    unit = zin.eenheid or tidy_unit(eenheid)
    if unit is None and zin.per is None and zin.getal >= _YEARS:
        expect_no_year(low, zin.getal)
    if duizendtallen:
        zin = zin.in_full(unit, low)
    if zin.vorm == "aandeel" and zin.tweede is not None:
        share = zin.getal / zin.tweede * 100
        return Waarde(
            tekst, "aandeel", Interval(share, share), PROCENT, None, zin.tweede, zin.getal,
            delen=zin.delen,
        )  # fmt: skip
    soort = _SOORTEN[zin.vorm]
    interval = _estimate(zin, unit, marge, low) if soort == "schatting" else _bounds(zin)
    if soort == "schatting" and zin.tweede is not None:
        upper = _estimate(zin._replace(getal=zin.tweede), unit, marge, low)
        soort, interval = "bandbreedte", interval.hull(upper)
    nominaal = zin.getal if soort == "schatting" else None
    return Waarde(tekst, soort, interval, unit, zin.per, None, None, None, nominaal, zin.delen)


def _none(text: str, low: str) -> Zin | None:
    """Read `geen scholen`, which is nought, the short way."""
    none = GEEN.match(low) if low.startswith("geen ") and low not in _GEEN_CIJFER else None
    if none is None or NIETS.match(low):
        return None
    return read_short(f"0 {text[none.end() :]}", f"0 {low[none.end() :]}")


def _read_long(text: str, low: str, jaar: int | None) -> Zin:
    from bkl.domein.notatie.meaning.realised import read_realised  # noqa: PLC0415 - start-up

    zin = read_realised(text, low)
    if zin.delen.termijn is None:
        return zin
    return zin._replace(delen=_of_other_time(zin.delen, jaar))


def _of_other_time(delen: Delen, jaar: int | None) -> Delen:
    """Mark a figure that is of another year than `jaar`, or of more years together."""
    term = delen.termijn
    if term is None:
        return delen
    if term.jaar is None:
        longer = term.jaren is not None and term.jaren > 1
        return delen._replace(andere_tijd="langer" if longer else None)
    if jaar is None:
        return delen
    text, last = term.tekst.lower(), last_day(jaar).year
    first = int(span[0][:4]) if (span := _YEARS_IN.search(text)) else term.jaar
    within = jaar <= first <= term.jaar <= last
    if _UNTIL.fullmatch(text):
        longer = term.jaar >= jaar
    elif within or (term.jaar == last + 1 and _NEW_YEAR.search(text)):
        return delen
    elif text.startswith(("sinds", "vanaf")):
        longer = first < jaar
    else:
        longer = span is not None and first <= jaar <= term.jaar
    return delen._replace(andere_tijd="langer" if longer else "ander")


def _without_figure(tekst: str, text: str, low: str, jaar: int | None) -> Waarde | None:
    """Read what tells that there is no figure, why, or that something is done."""
    from bkl.domein.notatie.reading.done import read_done  # noqa: PLC0415 - start-up
    from bkl.domein.notatie.reading.notes import take_notes  # noqa: PLC0415
    from bkl.domein.notatie.reading.peel import Peel  # noqa: PLC0415

    bare, noten = low, tuple[str, ...]()
    if (geen := _GEEN_CIJFER.get(low)) is None and low[-1:] in "*)†.":
        peel = Peel(text, low)
        take_notes(peel)
        bare, noten = " ".join(peel.low.split()), tuple(peel.noten)
        geen = _GEEN_CIJFER.get(bare)
    if geen is None and (apart := _APART.match(low)):
        geen, noten = _GEEN_CIJFER.get(apart[1]), (text[apart.end() :].strip(" ()."),)
    if geen is None and low[0] == "*":
        geen = _GEEN_CIJFER.get(low.lstrip("* "))
    if geen is not None:
        delen = GEEN_DELEN._replace(noten=noten) if noten else GEEN_DELEN
        return Waarde(tekst, "geen cijfer", None, geen_cijfer=geen, delen=delen)
    if (ready := read_done(bare, jaar)) is not None:
        if ready.dag is not None and jaar is not None and ready.dag > last_day(jaar):
            raise Onleesbaar(
                f"Dit zou klaar zijn op {ready.dag:%d-%m-%Y}, na het jaar van het verslag.",
                "Schrijf wat er in het jaar zelf klaar was, of `niet gereed`.",
                0,
                len(low),
            )
        value = _ONE if ready.gereed else _ZERO
        delen = GEEN_DELEN._replace(dag=ready.dag, noten=noten)
        return Waarde(tekst, "gereed", Interval(value, value), delen=delen)
    return None


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
    if x.denominator == 1 and zin.per is None and is_discrete(unit):
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
