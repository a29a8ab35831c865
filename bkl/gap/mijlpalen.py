"""Mijlpalen: each one held against the figure of its moment, and whether it was on time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bkl.domein.dossier.entries import IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.steps import Deeltoets, Mijlpaal
from bkl.domein.dossier.verdicts import Toets
from bkl.domein.notatie.waarde import Waarde
from bkl.domein.woorden import Tijdigheid
from bkl.gap.decision import Stand
from bkl.gap.figures import has_figure, weigh_all, weigh_year, weighed


class _Gezien(NamedTuple):
    toets: Toets
    tekst: str


def judge_mijlpalen(
    entry: IndicatorEntry, given: RealisatieEntry | None, stand: Stand, judged_by: Mijlpaal | None
) -> tuple[Deeltoets, ...]:
    """Return a deeltoets per mijlpaal; the one that decides the year is marked."""
    return tuple(
        _judge(mijlpaal, given, stand, decides=mijlpaal is judged_by)
        for mijlpaal in entry.mijlpalen
    )


def _judge(
    mijlpaal: Mijlpaal, given: RealisatieEntry | None, stand: Stand, *, decides: bool
) -> Deeltoets:
    naam, doel = mijlpaal.moment.tekst, mijlpaal.doel
    if mijlpaal.moment.eind > stand.peildatum:
        return Deeltoets(naam, Toets(doel, "nog niet te beoordelen", 5))
    if doel.bereik is None:
        return Deeltoets(naam, Toets(doel, "niet toetsbaar", 4), telt=decides)
    if given is None or not (has_figure(given) or given.standen):
        missing = given.waarde.geen_cijfer if given and given.waarde else None
        toets = Toets(doel, missing or "niet gerapporteerd", 6)
        return Deeltoets(naam, toets, given.tekst if given else None, telt=decides)
    seen, tijdigheid = _best(mijlpaal, given, stand)
    return Deeltoets(naam, seen.toets, seen.tekst, tijdigheid, telt=decides)


def _best(
    mijlpaal: Mijlpaal, given: RealisatieEntry, stand: Stand
) -> tuple[_Gezien, Tijdigheid | None]:
    """Return the figure that decides a mijlpaal that is due, and whether it was in time.

    The figure of the moment itself decides. When that falls short, a later one can still
    show that the mijlpaal was reached, too late; without it, that it was reached at some time.
    """
    due = mijlpaal.moment.eind
    at = [_seen(mijlpaal, s.waarde, None) for s in given.standen if s.moment.eind == due]
    if at and at[0].toets.oordeel == "gehaald":
        return at[0], "op tijd"
    later = list(_later(mijlpaal, given, stand))
    reached = next((seen for seen in later if seen.toets.oordeel == "gehaald"), None)
    if at:
        return (reached, "te laat") if reached else (at[0], None)
    if reached is not None:
        on_the_day = due == stand.peildatum
        return reached, "op tijd" if on_the_day else "niet te bepalen"
    if later:
        return later[-1], None
    before = [s for s in given.standen if s.moment.eind < due]
    seen = _seen(mijlpaal, before[-1].waarde, before[-1].moment.tekst)
    return seen, "op tijd" if seen.toets.oordeel == "gehaald" else None


def _later(mijlpaal: Mijlpaal, given: RealisatieEntry, stand: Stand) -> Iterator[_Gezien]:
    """Yield the figures after the moment, up to the one of the peildatum."""
    for meting in given.standen:
        if mijlpaal.moment.eind < meting.moment.eind <= stand.peildatum:
            yield _seen(mijlpaal, meting.waarde, meting.moment.tekst)
    if has_figure(given) and given.realisatie.realisatie is not None:
        weging = weigh_year(mijlpaal.doel, given)
        tekst = given.tekst or ""
        yield _Gezien(weighed(mijlpaal.doel, weging, tekst), tekst)


def _seen(mijlpaal: Mijlpaal, waarde: Waarde, wanneer: str | None) -> _Gezien:
    toets = weighed(mijlpaal.doel, weigh_all(mijlpaal.doel, (waarde,)), waarde.tekst)
    return _Gezien(toets, f"{waarde.tekst} ({wanneer})" if wanneer else waarde.tekst)


def deciding(parts: Sequence[Deeltoets]) -> Deeltoets | None:
    """Return the mijlpaal by which the year is judged, None when it is judged otherwise."""
    return next((part for part in parts if part.telt), None)
