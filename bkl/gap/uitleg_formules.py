"""The formulas of design §4 with the numbers filled in, as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from bkl.domein.doel import Doel
from bkl.domein.getal import write_number, write_rounded
from bkl.domein.interval import Interval
from bkl.domein.vergelijking import Vergelijking


def getal(value: Fraction) -> str:
    """Return a number in Dutch; one without end is rounded to two decimals."""
    exact = (value * 10**6).denominator == 1
    text = write_number(value) if exact else write_rounded(value, 2)
    return text.replace("-", "−")


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
        return most
    if high is None:
        return least
    if low == high:
        return f"precies {low}"
    closed = not (interval.low_open or interval.high_open)
    return f"{low} tot en met {high}" if closed else f"{least} en {most}"


def formulas_filled(vergelijking: Vergelijking) -> Iterator[tuple[str, str]]:
    """Yield verschil, tekort and voortgang as computed; nothing where there is no figure."""
    doel, waarde = vergelijking.doel, vergelijking.waarde
    if doel is None or waarde is None or doel.drempel is None or doel.soort == "gereed":
        return
    unit = f" {doel.eenheid}" if doel.eenheid else ""
    if (doel.eenheid or "")[:1] == "%":
        unit = " procentpunt"
    yield "τ", f"{getal(doel.drempel)}, de drempel van het doel"
    if vergelijking.verschil is not None:
        yield "verschil", _difference(doel, waarde, vergelijking.verschil) + unit
    if vergelijking.tekort is not None:
        yield "tekort", _shortage(doel, waarde, vergelijking.tekort) + unit
    yield "voortgang", _progress(doel, waarde, vergelijking.procent)


def _difference(doel: Doel, waarde: Interval, verschil: Interval) -> str:
    if doel.richting not in ("hoger", "lager"):
        return f"afstand van A tot S = {value_notation(verschil)}"
    tau = getal(doel.drempel or Fraction(0))
    return f"A − τ = {_each(waarde, lambda end: f'{end} − {tau}')} = {value_notation(verschil)}"


def _shortage(doel: Doel, waarde: Interval, tekort: Interval) -> str:
    tau = getal(doel.drempel or Fraction(0))
    if doel.richting == "hoger":
        filled = _each(waarde, lambda end: f"max(0, {tau} − {end})", swap=True)
        return f"max(0, τ − A) = {filled} = {value_notation(tekort)}"
    if doel.richting == "lager":
        filled = _each(waarde, lambda end: f"max(0, {end} − {tau})")
        return f"max(0, A − τ) = {filled} = {value_notation(tekort)}"
    return f"afstand van A tot S, nooit negatief = {value_notation(tekort)}"


def _progress(doel: Doel, waarde: Interval, procent: Interval | None) -> str:
    tau, base = doel.drempel or Fraction(0), doel.nulmeting
    if procent is None:
        return f"niet te berekenen: {_why_none(doel)}"
    if base is None:
        filled = _each(waarde, lambda end: f"100 × {end} / {getal(tau)}")
        return f"100 × A / τ = {filled} = {value_notation(procent)} %"
    span = getal(tau - base)
    filled = _each(waarde, lambda end: f"100 × ({end} − {getal(base)}) / {span}", swap=tau < base)
    formula = f"100 × (A − b) / (τ − b), met τ − b = {getal(tau)} − {getal(base)} = {span}"
    return f"{formula}: {filled} = {value_notation(procent)} %"


def _why_none(doel: Doel) -> str:
    if doel.nulmeting is not None:
        same = doel.nulmeting == doel.drempel
        return (
            "doel en nulmeting zijn gelijk" if same else "het doel ligt niet voorbij de nulmeting"
        )
    if doel.richting == "hoger":
        return "het doel is niet meer dan nul"
    return "zonder nulmeting zegt een percentage hier niets; alleen het verschil telt"


def _each(waarde: Interval, fill: Callable[[str], str], *, swap: bool = False) -> str:
    """Return the formula for both ends of A, or once when they are the same.

    `swap` puts the upper end first, where a greater figure gives a smaller outcome.
    """
    ends = (waarde.low, waarde.high)
    if waarde.low is not None and waarde.low == waarde.high:
        return fill(_signed(waarde.low))
    texts = ["…" if end is None else fill(_signed(end)) for end in ends]
    return " tot ".join(reversed(texts) if swap else texts)


def _signed(value: Fraction) -> str:
    return f"({getal(value)})" if value < 0 else getal(value)


def value_notation(interval: Interval) -> str:
    """Return one number where both ends are the same, else the interval."""
    if interval.low is not None and interval.low == interval.high:
        return getal(interval.low)
    return interval_notation(interval)
