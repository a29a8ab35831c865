"""The verdict on a promise with mijlpalen, jaardoelen or changes, and all that goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bkl.domein.dossier.entries import Bijstelling, IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.verdicts import Deeltoets, Toets, Vergelijking
from bkl.domein.woorden import Vlag
from bkl.gap.decision import Keuze, Stand, Uitstel, as_of, before_figures, decide
from bkl.gap.maatstaf import Officieel, choose, official, postponement
from bkl.gap.verdict import conclude, judge
from bkl.gap.weighing import weigh_end


def judge_over_time(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    stand: Stand,
    bijstellingen: Sequence[Bijstelling],
) -> Vergelijking:
    """Return the verdict of the year, and the mijlpalen, changes and end beside it.

    `bijstellingen` are the changes of the doel, in the order in which they were written.
    """
    if not (bijstellingen or entry.mijlpalen or entry.jaardoelen):
        return judge(entry, given, stand)
    changed, bezwaren = official(entry, bijstellingen, stand)
    uitstel = postponement(given, bijstellingen, changed)
    keuze = choose(entry, stand, changed)
    own, given = given, as_of(given, keuze.dag)
    from bkl.gap.mijlpalen import deciding, judge_mijlpalen  # noqa: PLC0415 - start-up

    mijlpalen = judge_mijlpalen(entry, given, stand, keuze.mijlpaal)
    decisive = deciding(mijlpalen)
    toets = decide_year(entry, given, keuze, uitstel, decisive)
    if decisive is not None and toets is not decisive.toets:
        decisive = None
    decided = zip(bijstellingen, bezwaren, strict=True)
    changes = tuple(judge_change(*one, entry, own, stand, changed) for one in decided)
    original = None
    if changed.verandert or changed.naar is not None:
        original = judge_original(entry, own, stand)
    extra = tuple(_flags(changes, decisive))
    return replace(
        conclude(entry, given, stand, uitstel, toets, extra),
        maatstaf=keuze.maatstaf,
        oorspronkelijk=original,
        einddoel=judge_end(entry, given, keuze),
        mijlpalen=mijlpalen,
        bijstellingen=changes,
    )


def _flags(changes: Sequence[Deeltoets], mijlpaal: Deeltoets | None) -> Iterator[Vlag]:
    if mijlpaal is not None and mijlpaal.tijdigheid == "te laat":
        yield "te laat"
    if mijlpaal is not None and mijlpaal.tijdigheid == "niet te bepalen":
        yield "tijd niet te bepalen"
    if any(change.telt and change.toets.rij != 2 for change in changes):
        yield "doel bijgesteld"
    if any(change.bezwaar is not None for change in changes):
        yield "bijstelling zonder akkoord"


def judge_original(entry: IndicatorEntry, given: RealisatieEntry | None, stand: Stand) -> Toets:
    """Return the verdict by the plan as handed in, as if nothing had changed."""
    keuze = choose(entry, stand)
    given = as_of(given, keuze.dag)
    from bkl.gap.mijlpalen import deciding, judge_mijlpalen  # noqa: PLC0415 - start-up

    parts = judge_mijlpalen(entry, given, stand, keuze.mijlpaal)
    return decide_year(entry, given, keuze, postponement(given, (), Officieel()), deciding(parts))


def judge_change(
    bijstelling: Bijstelling,
    bezwaar: str | None,
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    stand: Stand,
    changed: Officieel,
) -> Deeltoets:
    """Return a change with the verdict by it; `telt` marks what is in force."""
    wijziging = bijstelling.wijziging
    in_force = (
        (bijstelling.doel is not None and bijstelling.doel is changed.doel)
        or (wijziging.naar is not None and wijziging.naar == changed.naar)
        or (wijziging.deadline is not None and wijziging.deadline == changed.deadline)
    )
    if wijziging.naar is not None:
        uitstel = Uitstel("uitgesteld", wijziging.naar, bezwaar is None)
        toets = decide(entry, given, choose(entry, stand), uitstel)
    else:
        alone = Officieel(bijstelling.doel, wijziging.deadline)
        keuze = choose(entry, stand, alone)
        toets = decide(entry, as_of(given, keuze.dag), keuze, Uitstel())
    return Deeltoets(
        f"{wijziging.datum:%d-%m-%Y}" if wijziging.datum else "datum onbekend",
        toets,
        given.tekst if given else None,
        telt=in_force and bezwaar is None,
        bijstelling=bijstelling,
        bezwaar=bezwaar,
    )


def judge_end(entry: IndicatorEntry, given: RealisatieEntry | None, keuze: Keuze) -> Toets | None:
    """Return how far it is to a doel beyond the year, None when the year is judged by it."""
    doel = entry.doel
    if doel is None or keuze.doel is doel or not (entry.mijlpalen or entry.jaardoelen):
        return None
    weging = weigh_end(doel, entry, given) if given is not None else None
    if weging is None:
        return Toets(doel, "nog niet te beoordelen", 5)
    figures = (weging.waarde, weging.verschil, weging.tekort, weging.procent)
    return Toets(doel, "nog niet te beoordelen", 5, (), *figures)


def decide_year(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    keuze: Keuze,
    uitstel: Uitstel,
    mijlpaal: Deeltoets | None,
) -> Toets:
    """Return the row that applies; a mijlpaal that is due stands in for rows 6 to 13."""
    if mijlpaal is not None and before_figures(entry, given, keuze, uitstel) is None:
        return mijlpaal.toets
    return decide(entry, given, keuze, uitstel)
