"""What stands beside the verdict of the year: the plan as handed in, its changes, its end."""

from __future__ import annotations

from bkl.domein.dossier.entries import Bijstelling, IndicatorEntry, RealisatieEntry
from bkl.domein.dossier.verdicts import Deeltoets, Toets
from bkl.gap.decision import Keuze, Stand, Uitstel, as_of, before_figures, decide
from bkl.gap.maatstaf import Officieel, choose, postponement
from bkl.gap.mijlpalen import deciding, judge_mijlpalen
from bkl.gap.weighing import weigh_end


def judge_original(entry: IndicatorEntry, given: RealisatieEntry | None, stand: Stand) -> Toets:
    """Return the verdict by the plan as handed in, as if nothing had changed."""
    keuze = choose(entry, stand)
    given = as_of(given, keuze.dag)
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
