"""Which doel the year is judged by: the plan's own, a mijlpaal, a year's, or a changed one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bkl.domein.doel import Doel
from bkl.domein.posten import IndicatorEntry
from bkl.domein.stappen import Bijstelling, Mijlpaal
from bkl.gap.tabel import Keuze, Stand


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


def rejection(bijstelling: Bijstelling, entry: IndicatorEntry, stand: Stand) -> str | None:
    """Return why a change does not count, None when it does.

    It counts when its akkoord is dated on or before the end of the period: the end of the
    year, or the deadline when that comes first.
    """
    wijziging = bijstelling.wijziging
    end = min(stand.jaareinde, entry.deadline or stand.jaareinde)
    if wijziging.akkoord is None:
        return "geen akkoord"
    if wijziging.akkoord_datum is None:
        return "akkoord zonder datum"
    if wijziging.akkoord_datum > end:
        return f"akkoord van {wijziging.akkoord_datum:%d-%m-%Y}, na {end:%d-%m-%Y}"
    return None


def official(
    entry: IndicatorEntry, bijstellingen: Sequence[Bijstelling], stand: Stand
) -> Officieel:
    """Return what the approved changes, the oldest first, come to together."""
    now = ONGEWIJZIGD
    for bijstelling in sorted(bijstellingen, key=lambda one: one.wijziging.dag):
        if rejection(bijstelling, entry, stand) is not None:
            continue
        wijziging = bijstelling.wijziging
        if wijziging.naar is not None:
            now = now._replace(naar=wijziging.naar)
        else:
            now = Officieel(bijstelling.doel or now.doel, wijziging.deadline or now.deadline)
    return now


def choose(entry: IndicatorEntry, stand: Stand, changed: Officieel = ONGEWIJZIGD) -> Keuze:
    """Return the doel of the year: the last one that is due on the peildatum."""
    if not (entry.mijlpalen or entry.jaardoelen or changed.verandert):
        deadline = entry.deadline
        return Keuze(entry.doel, open=deadline is not None and deadline > stand.peildatum)
    deadline = changed.deadline or entry.deadline
    if changed.doel is not None:
        is_open = deadline is not None and deadline > stand.peildatum
        due = stand.jaar in entry.jaardoelen or _last_due(entry, stand) is not None
        return Keuze(changed.doel, "bijgesteld doel", open=is_open and not due)
    if (jaardoel := entry.jaardoelen.get(stand.jaar)) is not None:
        return Keuze(jaardoel, f"jaardoel {stand.jaar}")
    if entry.indicator.doel is not None and _is_due(entry, deadline, stand):
        return Keuze(entry.doel)
    if (mijlpaal := _last_due(entry, stand)) is not None:
        return Keuze(mijlpaal.doel, f"mijlpaal {mijlpaal.moment.tekst}", mijlpaal)
    return Keuze(entry.doel, open=True)


def _is_due(entry: IndicatorEntry, deadline: date | None, stand: Stand) -> bool:
    if deadline is not None:
        return deadline <= stand.peildatum
    # without a day of its own the doel comes after the last mijlpaal
    return not entry.mijlpalen or entry.mijlpalen[-1].moment.eind <= stand.peildatum


def _last_due(entry: IndicatorEntry, stand: Stand) -> Mijlpaal | None:
    due = [one for one in entry.mijlpalen if one.moment.eind <= stand.peildatum]
    return due[-1] if due else None
