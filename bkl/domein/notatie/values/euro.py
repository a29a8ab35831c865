"""Money in words: euros, with cents only where there are any."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.values.getal import write_number


def euro(amount: Fraction) -> str:
    """Return `€ 455.500`, `€ 1.204,37` or `−€ 12,50`."""
    sign = "−" if amount < 0 else ""
    whole = abs(amount)
    if whole.denominator == 1:
        return f"{sign}€ {write_number(whole)}"
    euros, cents = divmod(round(whole * 100), 100)
    return f"{sign}€ {write_number(Fraction(euros))},{cents:02}"


def more_or_less(amount: Fraction) -> str:
    """Return a difference: `+€ 5.000`, `−€ 5.000` or `geen`."""
    if amount == 0:
        return "geen"
    return euro(amount) if amount < 0 else f"+{euro(amount)}"
