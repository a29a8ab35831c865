"""The verdict on a promise with mijlpalen, jaardoelen or changes, and all that goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bkl.domein.dossier.entries import Bijstelling, IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.verdicts import Deeltoets, Vergelijking
from bkl.domein.woorden import Vlag
from bkl.gap.decision import Stand, as_of
from bkl.gap.maatstaf import choose, official, postponement
from bkl.gap.mijlpalen import deciding, judge_mijlpalen
from bkl.gap.parts import decide_year, judge_change, judge_end, judge_original
from bkl.gap.verdict import conclude, judge


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
