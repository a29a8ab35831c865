"""Waarde on a scale of the plan's own words: one of them, or from or up to one."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.meaning.waarde import Waarde, read_waarde
from bkl.domein.notatie.reading.ordered import read_ordered
from bkl.domein.notatie.reading.parts import Woordschaal
from bkl.domein.notatie.reading.written import expect_length, fold
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.woorden import Waardesoort


def read_on_scale(tekst: str, *, schaal: Woordschaal) -> Waarde:
    """Read the phrase of a realisatie in words of the scale.

    Raises Onleesbaar for any other word; that there is no figure may be said as always.
    """
    stripped = tekst.strip()
    expect_length(stripped)
    try:
        told = read_waarde(tekst)
    except Onleesbaar:
        told = None
    if told is not None and told.geen_cijfer is not None:
        return told
    zin = read_ordered(fold(stripped)[1], schaal)
    low, high, least, most = zin.getal, zin.getal, Fraction(1), Fraction(len(schaal))
    soort: Waardesoort = "exact"
    if zin.vorm in ("minimum", "boven"):
        soort, low, high = "ondergrens", low + (zin.vorm == "boven"), most
    elif zin.vorm in ("maximum", "onder"):
        soort, low, high = "bovengrens", least, high - (zin.vorm == "onder")
    if low > high:
        raise Onleesbaar(
            "Verder dan dit gaat de schaal niet.", "Schrijf het woord zelf.", 0, len(tekst)
        )
    return Waarde(tekst, soort, Interval(low, high), delen=zin.delen)
