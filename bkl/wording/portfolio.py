"""How the totals of a portfolio are said: `ten minste 1.204 lessen`, never more than is known."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bkl.domein.notatie.values.getal import write_number


def amount(value: Decimal) -> str:
    """Return an exact figure in Dutch notation."""
    return write_number(Fraction(value))


def total_text(
    laagste: Decimal | None, hoogste: Decimal | None, eenheid: str, *, laagste_open: bool = False
) -> str:
    """Return what a total can be: `1.204 lessen`, `ten minste 1.204 lessen`, `niet te zeggen`."""
    if laagste is None:
        known = "" if hoogste is None else f"hoogstens {amount(hoogste)} {eenheid}"
        return known or "niet te zeggen"
    low = amount(laagste)
    if hoogste is None:
        return f"{'meer dan' if laagste_open else 'ten minste'} {low} {eenheid}"
    if laagste == hoogste:
        return f"{low} {eenheid}"
    return f"{low} tot {amount(hoogste)} {eenheid}"


def promised_text(belofte: Decimal | None, zonder: int) -> str:
    """Return what was promised: `1.500`, `ten minste 1.500`, or nothing."""
    if belofte is None:
        return ""
    return f"{'ten minste ' if zonder else ''}{amount(belofte)}"
