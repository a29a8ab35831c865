"""The canonical Dutch phrase of a doel or waarde: reading it gives the same again."""

from __future__ import annotations

import re
from fractions import Fraction

from bkl.domein.notatie.doel import Doel
from bkl.domein.notatie.eenheid import EURO
from bkl.domein.notatie.getal import write_number
from bkl.domein.notatie.interval import Interval
from bkl.domein.notatie.qualifiers import ORDES
from bkl.domein.notatie.waarde import Waarde

_PER = re.compile(r"(?<!\w)per(?!\w)")


def write_quantity(numbers: str, eenheid: str | None, per: Fraction | None = None) -> str:
    """Return `€ 450`, `62%`, `3 lezingen` or `159 meldingen per 1.000 inwoners`.

    `numbers` is the written number or numbers, with what joins them.
    """
    unit = eenheid or ""
    if per is not None:
        ratio = f"per {write_number(per)}"
        unit = _PER.sub(ratio, unit, count=1) if _PER.search(unit) else f"{unit} {ratio}".strip()
    if unit[:1] == EURO:
        return f"{EURO} {numbers}{unit[1:]}"
    if unit[:1] in ("%", "‰"):
        return f"{numbers}{unit}"
    return f"{numbers} {unit}".rstrip()


def write_doel(doel: Doel) -> str:
    """Return the canonical phrase of a doel.

    Read back with the same richting, marge and (when apart) nulmeting it means the same.
    """
    tau = doel.drempel
    if doel.soort == "kwalitatief":
        return f"kwalitatief: {doel.toelichting}" if doel.toelichting else "kwalitatief"
    if tau is None or doel.bereik is None:
        return "niet toetsbaar"
    if doel.soort == "gereed":
        return "ja"
    number = write_number(tau)
    if doel.soort == "bandbreedte":
        top = doel.bereik.high if doel.bovengrens is None else doel.bovengrens
        number = _band(tau, tau if top is None else top)
        return write_quantity(number, doel.eenheid, doel.per)
    if doel.soort == "verandering" and doel.nulmeting not in (None, tau):
        old = write_number(doel.nulmeting or Fraction(0))
        sign = (doel.eenheid or "")[:1]
        old = write_quantity(old, sign if sign in ("%", "‰", EURO) else None)
        return f"van {old} naar {write_quantity(number, doel.eenheid, doel.per)}"
    return f"{_qualifier(doel)} {write_quantity(number, doel.eenheid, doel.per)}"


def _qualifier(doel: Doel) -> str:
    if doel.soort == "verandering":
        return "handhaven op"
    if doel.soort == "richtgetal":
        return "ca."
    if doel.soort == "precies":
        return "precies"
    if doel.soort == "minimum":
        return "meer dan" if doel.bereik and doel.bereik.low_open else "minimaal"
    return "minder dan" if doel.bereik and doel.bereik.high_open else "maximaal"


def write_waarde(waarde: Waarde) -> str:
    """Return the canonical phrase of a realisatie; read back with the same marge it is equal."""
    interval = waarde.interval
    if interval is None:
        return waarde.geen_cijfer or "niet gemeten"
    if waarde.soort == "gereed":
        return "ja" if interval.low else "nee"
    if waarde.noemer is not None and waarde.teller is not None:
        return f"{write_number(waarde.teller)} van {write_number(waarde.noemer)}"
    low, high = interval.low, interval.high
    word, number = "", write_number(low if low is not None else high or Fraction(0))
    if waarde.nominaal is not None:
        word, number = _estimate(interval, waarde.nominaal), write_number(waarde.nominaal)
    elif waarde.soort == "ondergrens":
        word = "meer dan " if interval.low_open else "minimaal "
    elif waarde.soort == "bovengrens" and high is not None:
        word, number = "minder dan " if interval.high_open else "maximaal ", write_number(high)
    elif waarde.soort == "bandbreedte" and low is not None and high is not None:
        number = _band(low, high)
    elif waarde.soort == "orde van grootte":
        number = next((word for word, ends in ORDES.items() if ends == (low, high)), number)
    return word + write_quantity(number, waarde.eenheid, waarde.per)


def _estimate(interval: Interval, nominaal: Fraction) -> str:
    if interval.high_open:
        return "bijna "
    return "ruim " if interval.low == nominaal != interval.high else "ca. "


def _band(low: Fraction, high: Fraction) -> str:
    # a hyphen before or behind a negative number would look like its sign
    joint = " tot " if low < 0 or high < 0 else "-"
    return f"{write_number(low)}{joint}{write_number(high)}"
