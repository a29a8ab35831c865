"""The verdict of the year on one indicator, with everything that stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from bkl.domein.posten import Bijstelling, IndicatorEntry, RealisatieEntry
from bkl.domein.vergelijking import Deeltoets, Toets, Vergelijking
from bkl.domein.woorden import Uitvoering, Vlag
from bkl.gap.cijfers import has_figure
from bkl.gap.delen import deciding, judge_changes, judge_end, judge_original
from bkl.gap.keuze import Stand, choose, official
from bkl.gap.mijlpalen import judge_mijlpalen
from bkl.gap.tabel import decide
from bkl.gap.uitstel import Uitstel, postponement

KLEINE_GROEP = 20
"""Below this many people or things, one of them is worth more than five percentage points."""


def judge(
    entry: IndicatorEntry,
    given: RealisatieEntry | None,
    stand: Stand,
    bijstellingen: Sequence[Bijstelling] = (),
) -> Vergelijking:
    """Return the verdict on one indicator: the first row of the table that applies.

    `bijstellingen` are the changes of its doel, in the order in which they were written.
    """
    changed = official(entry, bijstellingen, stand)
    uitstel = postponement(given, bijstellingen, changed)
    keuze = choose(entry, stand, changed)
    mijlpalen = judge_mijlpalen(entry, given, stand, keuze.mijlpaal)
    decisive = deciding(mijlpalen)
    toets = decide(entry, given, keuze, uitstel, decisive)
    changes = judge_changes(entry, given, stand, bijstellingen, changed)
    original = None
    if changed.verandert or changed.naar is not None:
        original = judge_original(entry, given, stand)
    return Vergelijking(
        toets.doel,
        toets.oordeel,
        toets.rij,
        _flags(toets, given, stand, changes, decisive),
        toets.waarde,
        toets.verschil,
        toets.tekort,
        toets.procent,
        toets.nodig,
        entry=entry,
        realisatie=given,
        uitvoering=_uitvoering(given, uitstel),
        jaar=uitstel.naar if toets.rij in (2, 3) else None,
        maatstaf=keuze.maatstaf,
        oorspronkelijk=original,
        einddoel=judge_end(entry, given, keuze),
        mijlpalen=mijlpalen,
        bijstellingen=changes,
    )


def _flags(
    toets: Toets,
    given: RealisatieEntry | None,
    stand: Stand,
    changes: Sequence[Deeltoets],
    mijlpaal: Deeltoets | None,
) -> tuple[Vlag, ...]:
    flags: list[Vlag] = list(toets.vlaggen)
    if given is not None and given.tegenspraak:
        flags.append("tegenspraak")
    doel = toets.doel
    if toets.rij >= 9 and stand.marge is None and doel and doel.soort == "richtgetal":
        flags.append("marge niet afgesproken")
    if mijlpaal is not None and toets is mijlpaal.toets:
        late: dict[str | None, Vlag] = {
            "te laat": "te laat",
            "niet te bepalen": "tijd niet te bepalen",
        }
        flags += [late[mijlpaal.tijdigheid]] if mijlpaal.tijdigheid in late else []
    if any(change.telt and change.toets.rij != 2 for change in changes):
        flags.append("doel bijgesteld")
    if any(change.bezwaar is not None for change in changes):
        flags.append("bijstelling zonder akkoord")
    if given is None:
        return tuple(flags)
    if given.realisatie.correcties:
        flags.append("gecorrigeerd cijfer")
    noemer = given.waarde.noemer if given.waarde else None
    if noemer is not None and noemer < KLEINE_GROEP:
        flags.append("kleine groep")
    if _is_old(given, stand):
        flags.append("ouder cijfer")
    return tuple(flags)


def _is_old(given: RealisatieEntry, stand: Stand) -> bool:
    """Tell whether the figure of the year was measured before that year."""
    if given.realisatie.realisatie is not None or not given.standen:
        return False
    due = [one.moment.eind for one in given.standen if one.moment.eind <= stand.peildatum]
    return bool(due) and due[-1].year < stand.jaar


def _uitvoering(given: RealisatieEntry | None, uitstel: Uitstel) -> Uitvoering | None:
    if uitstel.uitvoering is not None:
        return uitstel.uitvoering
    return "uitgevoerd" if given is not None and has_figure(given) else None
