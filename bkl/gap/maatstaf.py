"""Which doel the year is judged by: the plan's own, a mijlpaal, a year's, or a changed one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bkl.domein.dossier.entries import Bijstelling, IndicatorEntry, Mijlpaal, RealisatieEntry
from bkl.domein.notatie.meaning.doel import Doel
from bkl.domein.records import NamedTuple
from bkl.gap.decision import Keuze, Stand, Uitstel, dated

if TYPE_CHECKING:
    from bkl.domein.model.bijstellingen import Wijziging


class Officieel(NamedTuple):
    """What approved changes made of a promise; None where the plan still holds."""

    doel: Doel | None = None
    deadline: date | None = None
    naar: int | None = None

    @property
    def verandert(self) -> bool:
        """Tell whether the year is judged otherwise than by the plan as handed in."""
        return self.doel is not None or self.deadline is not None


ONGEWIJZIGD = Officieel()


def official(
    entry: IndicatorEntry, bijstellingen: Sequence[Bijstelling], stand: Stand
) -> tuple[Officieel, list[str | None]]:
    """Return what the approved changes come to, and why each change does not count (or None).

    The oldest comes first; the reasons are in the order of `bijstellingen`. A deadline that
    was moved with consent gives later changes that much longer.
    """
    now = ONGEWIJZIGD
    reasons: list[str | None] = [None] * len(bijstellingen)
    by_day = sorted(enumerate(bijstellingen), key=lambda pair: pair[1].wijziging.dag)
    for index, bijstelling in by_day:
        wijziging = bijstelling.wijziging
        reasons[index] = _rejection(wijziging, now.deadline or entry.deadline, stand)
        if reasons[index] is not None:
            continue
        if wijziging.naar is not None:
            now = now._replace(naar=wijziging.naar)
        else:
            now = Officieel(bijstelling.doel or now.doel, wijziging.deadline or now.deadline)
    return now, reasons


def _rejection(wijziging: Wijziging, deadline: date | None, stand: Stand) -> str | None:
    """Return why a change does not count, None when it does.

    It counts when its akkoord is dated on or before the end of the period: the end of the
    year, or the deadline when that comes first.
    """
    end = min(stand.jaareinde, deadline or stand.jaareinde)
    if wijziging.akkoord is None:
        return "geen akkoord"
    if wijziging.akkoord_datum is None:
        return "akkoord zonder datum"
    if wijziging.akkoord_datum > end:
        return f"akkoord van {wijziging.akkoord_datum:%d-%m-%Y}, na {end:%d-%m-%Y}"
    return None


def choose(entry: IndicatorEntry, stand: Stand, changed: Officieel = ONGEWIJZIGD) -> Keuze:
    """Return the doel of the year: the last one that is due on the peildatum.

    Without a day of its own a doel is due at the end of the year.
    """
    eind = min(stand.peildatum, stand.jaareinde)
    day = min(changed.deadline, eind) if changed.deadline else entry.peildag(eind)
    keuze = _chosen(entry, stand, changed)
    if keuze.mijlpaal is None and not keuze.van_jaar:
        keuze = keuze._replace(doel=dated(keuze.doel, changed.deadline or entry.deadline))
    return keuze._replace(dag=day)


def _chosen(entry: IndicatorEntry, stand: Stand, changed: Officieel) -> Keuze:
    if not (entry.mijlpalen or entry.jaardoelen or changed.verandert):
        return Keuze(entry.doel, open=(entry.deadline or stand.jaareinde) > stand.peildatum)
    yearly = stand.jaar in entry.jaardoelen
    early = stand.jaareinde > stand.peildatum
    deadline = changed.deadline or entry.deadline
    mijlpaal = _last_due(entry, stand)
    if changed.doel is not None and not (early and mijlpaal):
        # at the end of the year a change takes the place of what the year was judged by
        instead = not early and (yearly or mijlpaal is not None)
        is_open = (deadline or stand.jaareinde) > stand.peildatum and not instead
        return Keuze(changed.doel, "bijgesteld doel", open=is_open, van_jaar=yearly)
    if (jaardoel := entry.jaardoelen.get(stand.jaar)) is not None:
        return Keuze(jaardoel, f"jaardoel {stand.jaar}", open=early, van_jaar=True)
    if entry.indicator.doel is not None and _is_due(entry, deadline, stand):
        return Keuze(entry.doel)
    if mijlpaal is not None:
        return Keuze(mijlpaal.doel, f"mijlpaal {mijlpaal.moment.tekst}", mijlpaal)
    return Keuze(entry.doel, open=True)


def _is_due(entry: IndicatorEntry, deadline: date | None, stand: Stand) -> bool:
    # without a day of its own the doel comes after the last mijlpaal
    last = (entry.mijlpalen[-1].moment.eind,) if entry.mijlpalen else ()
    return (deadline or max((stand.jaareinde, *last))) <= stand.peildatum


def _last_due(entry: IndicatorEntry, stand: Stand) -> Mijlpaal | None:
    due = [one for one in entry.mijlpalen if one.moment.eind <= stand.peildatum]
    return due[-1] if due else None


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
