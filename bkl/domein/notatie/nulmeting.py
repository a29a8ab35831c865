"""Nulmeting: the baseline when it is given apart from the doel."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.eenheid import factor
from bkl.domein.notatie.phrase import Onleesbaar, fold, read_zin


def read_nulmeting(tekst: str, eenheid: str | None, per: Fraction | None, end: int) -> Fraction:
    """Return the baseline in the unit and denominator of its doel.

    Raises Onleesbaar with the span 0 to `end`, since the fault is told at the doel.
    """
    text, low = fold(tekst.strip())
    try:
        zin = read_zin(text, low, "")
    except Onleesbaar as fout:
        reden = f"De nulmeting `{text}` is niet te lezen: {fout.reden}"
        raise Onleesbaar(reden, fout.herstel, 0, end) from None
    if zin.vorm not in ("getal", "precies"):
        cure = "Schrijf in `nulmeting` één getal, zoals `3,4%`."
        raise Onleesbaar(f"De nulmeting `{text}` is niet één getal.", cure, 0, end)
    scale = factor(zin.eenheid, eenheid) if zin.eenheid and eenheid else Fraction(1)
    if scale is None or (zin.per and zin.per != per):
        reden = f"De nulmeting `{text}` heeft een andere eenheid dan het doel."
        raise Onleesbaar(reden, "Schrijf beide in dezelfde eenheid.", 0, end)
    return zin.getal * scale
