"""The formulas of design §4, on intervals: verschil, tekort and realisatie-%.

Throughout, A = [a1, a2] is the realisatie in the unit of the doel, S the doelbereik, τ the
threshold (`doel.drempel`) and b the nulmeting. All arithmetic is exact.
"""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.values.interval import Interval

ZERO = Fraction(0)


def verschil(doel: Doel, waarde: Interval) -> Interval | None:
    """Return V = [a1-τ, a2-τ], signed; for a band with two ends the distance outside it."""
    low, high = _distance_ends(doel)
    if low is None or high is None:
        return None
    first = None if waarde.low is None else _outside(waarde.low, low, high)
    if first is not None and waarde.high is waarde.low:
        return Interval(first, first)
    ends = (first, None if waarde.high is None else _outside(waarde.high, low, high))
    if first is not None and first == ends[1]:
        return Interval(*ends)
    # inside a band the distance is nought, whichever number it is
    is_band = low != high
    at_low, at_high = (is_band and end == 0 for end in ends)
    return Interval(*ends, waarde.low_open and not at_low, waarde.high_open and not at_high)


def tekort(doel: Doel, waarde: Interval) -> Interval | None:
    """Return what is still missing, never negative.

    hoger [max(0, τ-a2), max(0, τ-a1)]; lager [max(0, a1-τ), max(0, a2-τ)]; binnen and
    precies: the distance to the band, from its least to its greatest over A.
    """
    signed = verschil(doel, waarde)
    return None if signed is None else shortfall(doel, signed)


def shortfall(doel: Doel, signed: Interval) -> Interval:
    """Return what is still missing when the verschil is known already."""
    if doel.richting == "hoger":
        return _short(signed.high, signed.high_open, signed.low, signed.low_open, -1)
    if doel.richting == "lager":
        return _short(signed.low, signed.low_open, signed.high, signed.high_open, 1)
    low, high = signed.low, signed.high
    if low is not None and low >= 0:
        return _short(low, signed.low_open, high, signed.high_open, 1)
    if high is not None and high <= 0:
        return _short(high, signed.high_open, low, signed.low_open, -1)
    # A lies on both sides of the band, or around the one figure
    ends = [None if end is None else abs(end) for end in (low, high)]
    known = [end for end in ends if end is not None]
    return Interval(ZERO, None if None in ends else max(known))


def _short(
    near: Fraction | None, near_open: bool, far: Fraction | None, far_open: bool, sign: int
) -> Interval:
    """Return [max(0, least), max(0, most)] of what is missing; `near` is the better end."""
    better = near if sign > 0 or near is None else -near
    worse = better if far is near else far if sign > 0 or far is None else -far
    least = ZERO if better is None else max(ZERO, better)
    most = None if worse is None else least if worse is better else max(ZERO, worse)
    if least == most:
        return Interval(least, most)
    # cut off at nought the bound itself is reached
    low_open = near_open and better is not None and better >= 0
    return Interval(least, most, low_open, far_open and most is not None)


def procent(doel: Doel, waarde: Interval) -> Interval | None:
    """Return the progress in per cent, None where it is undefined.

    With a nulmeting 100(A-b)/(τ-b), in both directions; `hoger` without one 100·A/τ for
    τ > 0. `binnen` and `precies` count how much of the distance from b to the band was
    covered, which is the same until A lies beyond the other end. None for `lager`, `binnen`
    and `precies` without nulmeting, for τ = 0 and for τ = b (or b in the band), and when τ
    lies on the wrong side of b.
    """
    tau, base = doel.drempel, doel.nulmeting
    if isinstance(doel.delen.schaal, tuple):
        # how far two words lie apart is not known
        return None
    if doel.richting in ("binnen", "precies"):
        return _covered(doel, waarde)
    if tau is None or (base is None and doel.richting == "lager"):
        return None
    span = tau if base is None else tau - base
    if span == 0 or (upward := span > 0) != (doel.richting == "hoger"):
        return None
    low = _share(waarde.low, base, span)
    high = low if waarde.high is waarde.low else _share(waarde.high, base, span)
    if upward:
        return Interval(low, high, waarde.low_open, waarde.high_open)
    return Interval(high, low, waarde.high_open, waarde.low_open)


def _share(end: Fraction | None, base: Fraction | None, span: Fraction) -> Fraction | None:
    """Return how much of the way from the nulmeting (nought without one) lies behind, in %."""
    if end is None:
        return None
    return 100 * (end if base is None else end - base) / span


def _covered(doel: Doel, waarde: Interval) -> Interval | None:
    away, missing = base_distance(doel), tekort(doel, waarde)
    if not away or missing is None:
        return None
    low, high = (
        None if end is None else 100 * (away - end) / away for end in (missing.high, missing.low)
    )
    return Interval(low, high)


def base_distance(doel: Doel) -> Fraction | None:
    """Return how far the nulmeting lies from the band, None without a nulmeting or a band."""
    low, high = _distance_ends(doel)
    if doel.nulmeting is None or low is None or high is None:
        return None
    return abs(_outside(doel.nulmeting, low, high))


def surely_positive(progress: Interval) -> bool:
    """Tell whether every value of `progress` is above zero."""
    low = progress.low
    return low is not None and (low > 0 or (low == 0 and progress.low_open))


def surely_not_positive(progress: Interval) -> bool:
    """Tell whether no value of `progress` is above zero."""
    return progress.high is not None and progress.high <= 0


def surely_below(progress: Interval, mark: Fraction) -> bool:
    """Tell whether every value of `progress` is below `mark`."""
    high = progress.high
    return high is not None and (high < mark or (high == mark and progress.high_open))


def surely_negative(progress: Interval) -> bool:
    """Tell whether every value of `progress` is below zero."""
    return surely_below(progress, ZERO)


def _distance_ends(doel: Doel) -> tuple[Fraction | None, Fraction | None]:
    if doel.richting in ("hoger", "lager"):
        return doel.drempel, doel.drempel
    if doel.bereik is None:
        return None, None
    return doel.bereik.low, doel.bereik.high


def _outside(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    if low is high or value < low:
        return value - low
    return value - high if value > high else ZERO
