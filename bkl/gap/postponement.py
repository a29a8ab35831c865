"""Uitstel: whether a promise was postponed or dropped, and with whose consent."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.domein.dossier.entries import RealisatieEntry
from bkl.domein.dossier.steps import Bijstelling
from bkl.gap.decision import Uitstel
from bkl.gap.maatstaf import Officieel


def postponement(
    given: RealisatieEntry | None, bijstellingen: Sequence[Bijstelling], changed: Officieel
) -> Uitstel:
    """Return what the jaarverslag says, or else what the last change says.

    A change that moves the promise speaks only when the jaarverslag reports nothing: what was
    done all the same, is judged. A move counts as approved for the year that was approved.
    """
    told = given.realisatie if given is not None else None
    uitvoering = told.uitvoering if told else None
    naar = told.uitgesteld_naar if told else None
    silent = given is None or (given.waarde is None and given.realisatie.oordeel is None)
    if uitvoering is None and silent and bijstellingen:
        last = max(bijstellingen, key=lambda one: one.wijziging.dag).wijziging
        if last.naar is not None:
            uitvoering, naar = "uitgesteld", last.naar
    if uitvoering != "uitgesteld":
        return Uitstel(uitvoering)
    approved = changed.naar is not None and naar in (None, changed.naar)
    short = told is not None and told.akkoord is not None
    return Uitstel(uitvoering, naar or changed.naar, approved or short)
