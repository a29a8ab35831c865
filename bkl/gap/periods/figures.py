"""The figure of a period: of the period itself, and of all periods so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bkl.domein.dossier.entries import RealisatieEntry
from bkl.domein.notatie.meaning.waarde import Waarde
from bkl.domein.notatie.values.periods import Tijdvak
from bkl.domein.notatie.values.unreadable import Onleesbaar

NIET_SAMEN = "niet samen te nemen"
"""Instead of a figure: what was measured in a period does not make one figure."""


class Vakcijfer(NamedTuple):
    """A figure of a period, as written or computed; `waarde` is None where there is only a text."""

    tekst: str
    waarde: Waarde | None = None


def of_period(given: RealisatieEntry | None, vak: Tijdvak, day: date) -> Vakcijfer | None:
    """Return what was measured in a period up to a day."""
    if given is None or given.reeks is None or not given.leesbaar:
        return None
    reeks = given.reeks
    if reeks.tijd in ("som", "gemiddelde"):
        try:
            return cijfer_of(replace(reeks, begin=vak.begin).at(day).waarde)
        except Onleesbaar:
            return Vakcijfer(NIET_SAMEN)
    inside = [one for one in reeks.metingen if vak.begin <= one.moment.eind <= day]
    known = [one for one in inside if one.waarde.interval is not None] or inside
    if not known:
        return None
    last = known[-1]
    same_day = [one for one in known if one.moment.eind == last.moment.eind]
    last = min(same_day, key=lambda one: one.moment.eind - one.moment.begin)
    whole = last.moment.eind == vak.eind
    tekst = last.waarde.tekst if whole else f"{last.waarde.tekst} ({last.moment.tekst})"
    return Vakcijfer(tekst, last.waarde)


def so_far(given: RealisatieEntry | None, day: date) -> Vakcijfer | None:
    """Return what the periods up to a day come to, where the plan says that they make one."""
    if given is None or given.reeks is None or not given.realisatie.metingen:
        return None
    if given.reeks.tijd not in ("som", "gemiddelde"):
        return None
    try:
        return cijfer_of(given.reeks.at(day).waarde)
    except Onleesbaar:
        return Vakcijfer(NIET_SAMEN)


def cijfer_of(waarde: Waarde | None) -> Vakcijfer | None:
    """Return a figure with its text; None for none."""
    return None if waarde is None else Vakcijfer(waarde.tekst, waarde)
