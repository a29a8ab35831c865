"""Shares and ratios opposite each other, and opposite numbers of things."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.notatie.meaning.passing import Passing, other_noun
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.interval import Interval
from bkl.domein.notatie.vocabulary.eenheid import PROCENT, is_percentage, same_unit

_ONE = Fraction(1)
_HUNDRED = Fraction(100)
_THOUSAND = Fraction(1000)


def part_of(doel: Doel, waarde: Waarde) -> Passing:
    """`10 van de 12 scholen` opposite a number of scholen."""
    teller, noun = waarde.teller, waarde.delen.populatie
    if teller is None:
        return Passing(None)
    whole = doel.delen.geheel
    counted = doel.eenheid or ""
    if whole is not None and noun is None and waarde.noemer == whole:
        return Passing(Interval.exactly(teller))
    if noun is not None and same_unit(noun, counted):
        vraag = None
        if whole is not None and waarde.noemer != whole:
            vraag = "Het geheel is een ander aantal dan in het doel."
        return Passing(Interval.exactly(teller), vraag)
    return Passing(None, None, f"Een aandeel is geen aantal {counted}.")


def ratio(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    """Bring shares and ratios to one denominator: %, ‰, per 1.000 and per 10.000."""
    mine, my_noun = _denominator(doel.eenheid, doel.per)
    other, noun = _denominator(waarde.eenheid, waarde.per)
    if mine is None or other is None:
        if waarde.eenheid and doel.eenheid and same_unit(waarde.eenheid, doel.eenheid):
            # `2 keer per twee weken` opposite `1 keer per week`
            return Passing(interval.scaled((mine or _ONE) / (other or _ONE)))
        return Passing(None, None, "Het ene is een verhouding, het andere niet.")
    if my_noun and noun.startswith("per ") and my_noun.endswith(f" {noun}"):
        # `2,8 per 1.000 dagen` opposite `3 meldingen per 1.000 dagen`
        noun = my_noun
    if my_noun and noun and not same_unit(my_noun, noun):
        return Passing(None, None, f"Het doel telt `{my_noun}`, de realisatie `{noun}`.")
    return Passing(interval.scaled(mine / other))


def _denominator(eenheid: str | None, per: Fraction | None) -> tuple[Fraction | None, str]:
    """Return (of how many, counted noun) of a share or ratio."""
    text = eenheid or ""
    if per is not None:
        return per, text
    if text[:1] == PROCENT:
        return _HUNDRED, text.partition(" van ")[2]
    if text[:1] == "‰":
        return _THOUSAND, text.partition(" van ")[2]
    return None, text


def shares(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    """Compare shares, or a share with a number of things."""
    promised, reached = doel.eenheid or "", waarde.eenheid or ""
    if is_percentage(promised) != is_percentage(reached):
        return _share_of_count(doel, waarde, interval)
    return ratio(doel, waarde, interval) if promised[:1] != reached[:1] else Passing(interval)


def _share_of_count(doel: Doel, waarde: Waarde, interval: Interval) -> Passing:
    """`83%` opposite `alle 12 scholen`; any other share is no number of things."""
    if doel.delen.geheel is not None and (waarde.eenheid or "")[:1] == PROCENT:
        return Passing(interval.scaled(doel.delen.geheel / 100))
    return Passing(None, None, other_noun(doel, waarde))
