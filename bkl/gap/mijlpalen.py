"""Mijlpalen: each one held against the figure of its moment, and whether it was on time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from bkl.domein.dossier.entries import IndicatorEntry, Mijlpaal, RealisatieEntry
from bkl.domein.dossier.measuring.averages import Meting
from bkl.domein.dossier.verdicts import Deeltoets, Toets
from bkl.domein.records import NamedTuple
from bkl.domein.woorden import Tijdigheid
from bkl.gap.decision import Stand
from bkl.gap.weighing import figures_text, has_figure, weigh_all, weigh_year, weighed


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
    found = None if given is None else _best(mijlpaal, given, stand, decides=decides)
    if found is None:
        missing = given.waarde.geen_cijfer if given and given.waarde else None
        toets = Toets(doel, missing or "niet gerapporteerd", 6)
        return Deeltoets(naam, toets, given.tekst if given else None, telt=decides)
    seen, tijdigheid = found
    return Deeltoets(naam, seen.toets, seen.tekst, tijdigheid, telt=decides)


def _best(
    mijlpaal: Mijlpaal, given: RealisatieEntry, stand: Stand, *, decides: bool
) -> tuple[_Gezien, Tijdigheid | None] | None:
    """Return the figure that decides a mijlpaal that is due, and whether it was in time.

    The figure of the moment itself decides. When that falls short, a later one can still
    show that the mijlpaal was reached, too late; without it, that it was reached at some time.
    Where one of them may have reached it, nobody knows.
    None when nothing is known of it: no figure at all, or only of after the peildatum.
    """
    due = mijlpaal.moment.eind
    seen = partial(_seen, mijlpaal, given, stand, decides=decides)
    at = [seen(one) for one in given.standen if one.moment.eind == due]
    if at and at[0].toets.oordeel == "gehaald":
        return at[0], "op tijd"
    after = (one for one in given.standen if due < one.moment.eind <= stand.peildatum)
    later: list[_Gezien] = []
    for reached in chain(map(seen, after), _of_the_peildatum(mijlpaal, given)):
        later.append(reached)
        if reached.toets.oordeel != "gehaald":
            continue
        unknown: Tijdigheid = "op tijd" if due == stand.peildatum else "niet te bepalen"
        return reached, "te laat" if at and at[0].toets.rij > 10 else unknown
    perhaps = [one for one in (*at, *later) if one.toets.rij == 10]
    if at or not given.standen or not given.met_moment:
        return next(((one, None) for one in (*perhaps, *at, *reversed(later))), None)
    return _from_another_day(mijlpaal, given, stand, decides=decides)


def _from_another_day(
    mijlpaal: Mijlpaal, given: RealisatieEntry, stand: Stand, *, decides: bool
) -> tuple[_Gezien, Tijdigheid | None] | None:
    """Weigh what figures of other days say of the day of a mijlpaal.

    A running total of before it is a lower bound, and one of after it an upper bound. How
    something stood on another day says nothing.
    """
    due = mijlpaal.moment.eind
    within = [one for one in given.standen if one.moment.eind <= stand.peildatum]
    if not within:
        return None
    nearest = next((one for one in reversed(within) if one.moment.eind < due), within[0])
    seen = _seen(mijlpaal, given, stand, nearest, decides=decides)
    if given.reeks is not None and given.reeks.tijd in ("som", "cumulatief"):
        bound = given.reeks.at(due).waarde
        if bound is not None and bound.interval is not None:
            on_the_day = Meting(mijlpaal.moment, bound)
            seen = _seen(mijlpaal, given, stand, on_the_day, decides=decides)
            return seen, "op tijd" if seen.toets.oordeel == "gehaald" else None
    if seen.toets.rij == 8:
        return seen, None
    nodig = f"nodig: de stand op {due:%d-%m-%Y}; opgegeven: {seen.tekst}"
    doel, waarde = mijlpaal.doel, seen.toets.waarde
    toets = Toets(doel, "niet te bepalen", 8, ("ouder cijfer",), waarde, nodig=nodig)
    return _Gezien(toets, seen.tekst), None


def _of_the_peildatum(mijlpaal: Mijlpaal, given: RealisatieEntry) -> Iterator[_Gezien]:
    """Yield the figure that was given without a moment, when there is one."""
    if has_figure(given) and not given.met_moment:
        weging = weigh_year(mijlpaal.doel, given)
        tekst = given.tekst or figures_text(given)
        yield _Gezien(weighed(mijlpaal.doel, weging, tekst), tekst)


def _seen(
    mijlpaal: Mijlpaal, given: RealisatieEntry, stand: Stand, meting: Meting, *, decides: bool
) -> _Gezien:
    """Weigh one figure; what other sources say is held against the figure that may decide."""
    others = given.tegenspraak
    if others and not (decides or is_of_the_year(meting, given, stand)):
        others = ()
    tekst = ", ".join([meting.waarde.tekst, *(f"elders {other.tekst}" for other in others)])
    weging = None
    if not given.realisatie.andere_definitie:
        weging = weigh_all(mijlpaal.doel, (meting.waarde, *others))
    toets = weighed(mijlpaal.doel, weging, tekst)
    own = meting.moment.eind == mijlpaal.moment.eind
    shown = meting.waarde.tekst
    return _Gezien(toets, shown if own else f"{shown} ({meting.moment.tekst})")


def is_of_the_year(meting: Meting, given: RealisatieEntry, stand: Stand) -> bool:
    """Tell whether a meting is the figure of the year, which the tegenspraak is about."""
    if not given.met_moment:
        return meting.moment.eind == stand.peildatum
    due = [one for one in given.standen if one.moment.eind <= stand.peildatum]
    return bool(due) and meting is due[-1]


def deciding(parts: Sequence[Deeltoets]) -> Deeltoets | None:
    """Return the mijlpaal by which the year is judged, None when it is judged otherwise."""
    return next((part for part in parts if part.telt), None)
