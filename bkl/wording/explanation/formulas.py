"""The formulas of design §4 with the numbers filled in, as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from bkl.domein.dossier.verdicts import Vergelijking
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.write import write_quantity
from bkl.domein.notatie.values.getal import write_number, write_rounded
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import is_percentage
from bkl.gap.formulas import base_distance, procent

_ZERO = Fraction(0)


def getal(value: Fraction) -> str:
    """Return a number in Dutch; one without end is cut off, which the dots tell: `66,66…`.

    Cut off it never looks like a number that it is not: 66,66… is less than 66,67.
    """
    if _is_short(value):
        return write_number(value).replace("-", "−")
    cut = Fraction(int(value * 100), 100)
    sign = "−" if value < 0 and not cut else ""
    return f"{sign}{write_rounded(cut, 2)}…".replace("-", "−")


def _is_short(value: Fraction) -> bool:
    return (value * 10**6).denominator == 1


def interval_notation(interval: Interval) -> str:
    """Return `[6, ∞)` or `(−∞, 2,5]`; a decimal comma makes the separator `;`."""
    low = "−∞" if interval.low is None else getal(interval.low)
    high = "∞" if interval.high is None else getal(interval.high)
    left = "(" if interval.low is None or interval.low_open else "["
    right = ")" if interval.high is None or interval.high_open else "]"
    between = "; " if "," in low + high else ", "
    return f"{left}{low}{between}{high}{right}"


def interval_words(interval: Interval) -> str:
    """Return the same in words: `6 of meer`, `minder dan 12`, `tussen 20 en 99`."""
    low = None if interval.low is None else getal(interval.low)
    high = None if interval.high is None else getal(interval.high)
    least = f"meer dan {low}" if interval.low_open else f"{low} of meer"
    most = f"minder dan {high}" if interval.high_open else f"{high} of minder"
    if low is None:
        return most if high is not None else "niet bekend: elk getal kan"
    if high is None:
        return least
    if interval.low is not None and interval.low == interval.high:
        return f"precies {low}"
    closed = not (interval.low_open or interval.high_open)
    return f"{low} tot en met {high}" if closed else f"{least} en {most}"


def formulas_filled(vergelijking: Vergelijking) -> Iterator[tuple[str, str]]:
    """Yield verschil, tekort and voortgang as computed, or as they will be without a figure."""
    doel, waarde = vergelijking.doel, vergelijking.waarde
    if doel is None or doel.bereik is None or doel.drempel is None or doel.soort == "gereed":
        return
    if vergelijking.rij == 8 or (waarde is None and vergelijking.rij not in (5, 6)):
        return
    yield from _threshold(doel)
    if waarde is None:
        yield from _ahead(doel)
        return
    points = " procentpunt" if is_percentage(doel.eenheid) else ""
    if vergelijking.verschil is not None:
        yield "verschil", _difference(doel, waarde, vergelijking.verschil) + points
    if vergelijking.tekort is not None:
        yield "tekort", _shortage(doel, waarde, vergelijking.tekort) + points
    yield "voortgang", _progress(doel, waarde, vergelijking)


def quantity(doel: Doel, value: Fraction) -> str:
    """Return a number in the unit of a doel: `8 haltes`, `€ 450`, `159 per 1.000`."""
    return write_quantity(getal(value), doel.eenheid, doel.per)


def _threshold(doel: Doel) -> Iterator[tuple[str, str]]:
    tau, bereik = doel.drempel or _ZERO, doel.bereik
    is_band = doel.richting == "binnen" and bereik and bereik.low is not None
    if is_band and bereik and bereik.high is not None:
        yield "grenzen", f"{quantity(doel, bereik.low or _ZERO)} en {quantity(doel, bereik.high)}"
    else:
        yield "τ", f"{quantity(doel, tau)}, de drempel van het doel"
    if doel.nulmeting is not None:
        yield "b", f"{quantity(doel, doel.nulmeting)}, de nulmeting"


def _ahead(doel: Doel) -> Iterator[tuple[str, str]]:
    """Yield the formulas with everything filled in but A."""
    tau, base = doel.drempel or _ZERO, doel.nulmeting
    if doel.richting not in ("hoger", "lager"):
        return
    yield "verschil", f"A − τ = A − {_signed(tau)}, zodra er een cijfer is"
    if base is not None and (tau > base if doel.richting == "hoger" else tau < base):
        filled = f"100 × (A − b) / (τ − b) = 100 × (A − {_signed(base)}) / {_span(doel)}"
        yield "voortgang", f"{filled}: 0 % bij {getal(base)} en 100 % bij {getal(tau)}"
    elif base is None and doel.richting == "hoger" and tau > 0:
        yield "voortgang", f"100 × A / τ = 100 × A / {getal(tau)}"


def _difference(doel: Doel, waarde: Interval, verschil: Interval) -> str:
    if doel.richting not in ("hoger", "lager"):
        outside = _each(waarde, lambda end: _beyond(doel, end))
        return f"zo ver ligt A buiten S: {outside} = {value_notation(verschil)}"
    tau = _signed(doel.drempel or _ZERO)
    filled = _each(waarde, lambda end: f"{getal(end)} − {tau}")
    return f"A − τ = {filled} = {value_notation(verschil)}"


def _beyond(doel: Doel, end: Fraction) -> str:
    low = doel.bereik.low if doel.bereik else None
    high = doel.bereik.high if doel.bereik else None
    if low is not None and end < low:
        return f"{getal(end)} − {_signed(low)}"
    return f"{getal(end)} − {_signed(high)}" if high is not None and end > high else "0"


def _shortage(doel: Doel, waarde: Interval, tekort: Interval) -> str:
    tau = _signed(doel.drempel or _ZERO)
    if doel.richting == "hoger":
        filled = _each(waarde, lambda end: f"max(0, {tau} − {_signed(end)})", swap=True)
        return f"max(0, τ − A) = {filled} = {value_notation(tekort)}"
    if doel.richting == "lager":
        filled = _each(waarde, lambda end: f"max(0, {getal(end)} − {tau})")
        return f"max(0, A − τ) = {filled} = {value_notation(tekort)}"
    return f"hetzelfde zonder minteken = {value_notation(tekort)}"


def _progress(doel: Doel, waarde: Interval, vergelijking: Vergelijking) -> str:
    tau, base, procent = doel.drempel or _ZERO, doel.nulmeting, vergelijking.procent
    if procent is None:
        return _no_share(doel, vergelijking)
    outcome = f"{value_notation(procent)} %"
    if doel.richting not in ("hoger", "lager"):
        away = getal(base_distance(doel) or _ZERO)
        missing = vergelijking.tekort or Interval.exactly(_ZERO)
        filled = _each(missing, lambda end: f"100 × ({away} − {getal(end)}) / {away}", swap=True)
        return f"van b tot S is {away}; daarvan is afgelegd: {filled} = {outcome}"
    if base is None:
        filled = _each(waarde, lambda end: f"100 × {_signed(end)} / {getal(tau)}")
        return f"100 × A / τ = {filled} = {outcome}"
    filled = _each(
        waarde,
        lambda end: f"100 × ({getal(end)} − {_signed(base)}) / {_span(doel)}",
        swap=tau < base,
    )
    points = " procentpunt" if is_percentage(doel.eenheid) else ""
    span = f"{getal(tau)} − {_signed(base)} = {_span(doel)}{points}"
    formula = f"100 × (A − b) / (τ − b), met τ − b = {span}"
    return f"{formula}: {filled} = {outcome}"


def _span(doel: Doel) -> str:
    return getal((doel.drempel or _ZERO) - (doel.nulmeting or _ZERO))


def _no_share(doel: Doel, vergelijking: Vergelijking) -> str:
    if doel.norm and vergelijking.rij == 13:
        return "telt niet: het doel is een norm, alles of niets"
    if "mate onbekend" in vergelijking.vlaggen:
        return "niet te zeggen: A ligt aan beide kanten van het begin"
    if "precies op de grens" in vergelijking.vlaggen:
        return "geen: A is precies de grens, die zelf niet meetelt"
    progress = None if vergelijking.waarde is None else procent(doel, vergelijking.waarde)
    if progress is not None:
        return "niet te zeggen: A raakt de grens, die zelf niet meetelt"
    return f"niet te berekenen: {_why_none(doel)}"


def _why_none(doel: Doel) -> str:
    if isinstance(doel.delen.schaal, tuple):
        return "hoe ver twee woorden van een schaal uiteen liggen, is niet bekend"
    if doel.nulmeting is None:
        if doel.richting == "hoger":
            return "het doel is niet meer dan nul"
        return "zonder nulmeting zegt een percentage hier niets; alleen het verschil telt"
    if doel.richting not in ("hoger", "lager"):
        return "de nulmeting voldoet al aan het doel"
    if doel.nulmeting == doel.drempel:
        return "doel en nulmeting zijn gelijk"
    return "het doel ligt niet voorbij de nulmeting"


def _each(waarde: Interval, fill: Callable[[Fraction], str], *, swap: bool = False) -> str:
    """Return the formula for both ends of A, or once when they are the same.

    `swap` puts the upper end first, where a greater figure gives a smaller outcome.
    """
    ends = (waarde.low, waarde.high)
    if waarde.low is not None and waarde.low == waarde.high:
        return fill(waarde.low)
    texts = ["…" if end is None else fill(end) for end in ends]
    return " tot ".join(reversed(texts) if swap else texts)


def _signed(value: Fraction) -> str:
    return f"({getal(value)})" if value < 0 else getal(value)


def value_notation(interval: Interval) -> str:
    """Return one number where both ends are the same, else the interval."""
    if interval.low is not None and interval.low == interval.high:
        return getal(interval.low)
    return interval_notation(interval)
