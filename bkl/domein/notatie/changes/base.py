"""From which figure a change starts, and to which threshold it leads."""

from __future__ import annotations

from fractions import Fraction

from bkl.domein.notatie.changes.change import Verhouding
from bkl.domein.notatie.changes.surroundings import Omgeving
from bkl.domein.notatie.values.unreadable import Onleesbaar


def base_of(change: Verhouding, om: Omgeving, end: int) -> tuple[str, str]:
    """Return (name, phrase) of the figure that a change starts from."""
    naam = change.basis
    if naam is not None and naam != "nulmeting":
        wanted = naam.lower()
        for wat, phrase in om.referenties:
            if wat.lower() in wanted or wanted in wat.lower():
                return wat, phrase
        if om.nulmeting is None or change.soort == "kaal":
            raise Onleesbaar(
                f"Hier staat niet hoeveel `{naam}` is.",
                f"Zet dat cijfer erbij: `referentie: {{wat: {naam}, waarde: …, bron: …}}`.",
                0,
                end,
            )
    if om.nulmeting is None:
        raise Onleesbaar(
            "Dit doel is een verschil met een eerdere stand, en die staat er niet bij.",
            "Zet de stand bij het begin in `nulmeting`, of schrijf welk getal het moet worden.",
            0,
            end,
        )
    return "nulmeting", om.nulmeting


def threshold_of(change: Verhouding, base: Fraction, unit: str | None, end: int) -> Fraction:
    """Return the threshold that a change leads to."""
    sign = 1 if change.kant == "hoger" else -1
    if change.soort == "kaal":
        return base
    if change.soort == "factor":
        return base * change.bedrag
    if change.soort == "procent":
        if (unit or "").startswith(("%", "‰")):
            raise Onleesbaar(
                "Een percentage van een percentage is op twee manieren te lezen.",
                "Schrijf `procentpunt`, of schrijf welk percentage het moet worden.",
                0,
                end,
            )
        return base * (1 + sign * change.bedrag / 100)
    return base + sign * change.bedrag
