"""Averages: figures of several periods weighed into one, by the whole of each or a given weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from bkl.domein.dossier.measuring.amounts import ALLES, ZERO, can_be_negative, told
from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.meaning.write import write_quantity
from bkl.domein.notatie.values.getal import write_number, write_rounded
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.moment import Moment
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.records import NamedTuple

_HELE = Fraction(100)
_DIGITS = 4


class Meting(NamedTuple):
    """A figure as it stood at a moment, or of a period; `gewicht` counts in an average."""

    moment: Moment
    waarde: Waarde
    gewicht: Fraction | None = None


def weighted(metingen: Sequence[Meting]) -> Waarde:
    """Return Σ(gewicht × cijfer) / Σ gewicht, which for shares is Σ teller / Σ noemer.

    Raises Onleesbaar when a figure has no weight: averages are not averaged.
    """
    weights = [_weight(meting) for meting in metingen]
    total = sum(weights, ZERO)
    if total <= 0:
        raise Onleesbaar("De gewichten zijn samen nul.", "Geef elke meting haar gewicht.", 0, 0)
    teller = [meting.waarde.teller for meting in metingen]
    if all(part is not None for part in teller):
        whole = sum((part or ZERO for part in teller), ZERO)
        return read_waarde(f"{write_number(whole)} van {write_number(total)}")
    return _average(metingen, weights, total)


def anything(metingen: Sequence[Meting]) -> Waarde:
    """Return what an average can be when a part of it is not known."""
    unit = next((m.waarde.eenheid for m in metingen if m.waarde.eenheid), None)
    if all(meting.waarde.noemer is not None for meting in metingen):
        return told(Interval(ZERO, _HELE), unit)
    known = [meting.waarde.interval for meting in metingen if meting.waarde.interval]
    return told(ALLES if can_be_negative((unit,), known) else Interval(ZERO, None), unit)


def _average(inside: Sequence[Meting], weights: Sequence[Fraction], total: Fraction) -> Waarde:
    parts = [meting.waarde.interval or ALLES for meting in inside]
    pairs = list(zip(parts, weights, strict=True))
    ends: list[Fraction | None] = []
    for side in ("low", "high"):
        known = [(getattr(part, side), weight) for part, weight in pairs if weight]
        if any(end is None for end, _ in known):
            ends.append(None)
        else:
            ends.append(sum((end * weight for end, weight in known), ZERO) / total)
    low, high = ends
    opens = [any(getattr(part, f"{side}_open") for part in parts) for side in ("low", "high")]
    whole = Interval(low, high, low is not None and opens[0], high is not None and opens[1])
    if low is not None and low == high:
        whole = Interval(low, high)
    unit = next((m.waarde.eenheid for m in inside if m.waarde.eenheid), None)
    per = next((m.waarde.per for m in inside if m.waarde.per is not None), None)
    waarde = replace(told(whole, unit), per=per)
    if low is not None and low == high and (low * 10**_DIGITS).denominator != 1:
        cut = Fraction(int(low * 10**_DIGITS), 10**_DIGITS)
        waarde = replace(waarde, tekst=write_quantity(f"{write_rounded(cut, _DIGITS)}…", unit, per))
    return waarde


def _weight(meting: Meting) -> Fraction:
    """Return how much a figure counts: what was given, or the whole of a share."""
    given, noemer = meting.gewicht, meting.waarde.noemer
    if given is not None and noemer is not None and given != noemer:
        raise Onleesbaar(
            f"Bij `{meting.moment.tekst}` is het gewicht iets anders dan het geheel.",
            "Laat `gewicht` weg: het geheel van `31 van 48` telt al.",
            0,
            0,
        )
    weight = noemer if given is None else given
    if weight is None:
        raise Onleesbaar(
            f"Bij `{meting.moment.tekst}` staat niet over hoeveel `{meting.waarde.tekst}` gaat; "
            "zo zijn deze cijfers niet samen te nemen.",
            "Schrijf het als `31 van 48`, of zet er een `gewicht` bij.",
            0,
            0,
        )
    return weight
