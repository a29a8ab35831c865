"""Nulmeting and other named figures that a doel is compared with."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.reading.parts import Zin
from bkl.domein.notatie.reading.phrase import read_zin
from bkl.domein.notatie.reading.written import fold
from bkl.domein.notatie.values.unreadable import Onleesbaar
from bkl.domein.notatie.vocabulary.eenheid import factor


def read_nulmeting(tekst: str, eenheid: str | None, per: Fraction | None, end: int) -> Fraction:
    """Return the baseline in the unit and denominator of its doel.

    Raises Onleesbaar with the span 0 to `end`, since the fault is told at the doel.
    """
    return in_unit(read_base(tekst, "nulmeting", end), tekst, eenheid, per, end)


def read_base(tekst: str, wat: str, end: int) -> Zin:
    """Return the one number that a nulmeting or reference gives, with its unit."""
    text, low = fold(tekst.strip())
    try:
        zin = read_zin(text, low, "")
    except Onleesbaar as fout:
        reden = f"De {wat} `{text}` is niet te lezen: {fout.reden}"
        raise Onleesbaar(reden, fout.herstel, 0, end) from None
    if zin.vorm == "aandeel" and zin.tweede:
        return Zin("getal", 100 * zin.getal / zin.tweede, None, zin.eenheid)
    if zin.vorm not in ("getal", "precies"):
        cure = f"Schrijf in `{wat}` één getal, zoals `3,4%`."
        raise Onleesbaar(f"De {wat} `{text}` is niet één getal.", cure, 0, end)
    return zin


def in_unit(zin: Zin, tekst: str, eenheid: str | None, per: Fraction | None, end: int) -> Fraction:
    """Return the number of a nulmeting in the unit of the doel."""
    scale = factor(zin.eenheid, eenheid) if zin.eenheid and eenheid else Fraction(1)
    if scale is None or (zin.per and zin.per != per):
        reden = f"De nulmeting `{tekst.strip()}` heeft een andere eenheid dan het doel."
        raise Onleesbaar(reden, "Schrijf beide in dezelfde eenheid.", 0, end)
    return zin.getal * scale
